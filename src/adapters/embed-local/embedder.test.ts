import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { createLocalEmbedder } from './embedder.ts'
import { writeModel } from './test-model.ts'

const folder = mkdtempSync(join(tmpdir(), 'bellwether-model-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const installed = (() => {
  try {
    return createRequire(import.meta.url).resolve('@huggingface/transformers') !== ''
  } catch {
    return false
  }
})()

test('a folder without a model is named, with what it would have to hold', async () =>
  await expect(createLocalEmbedder(join(folder, 'none')).embed(['cache'])).rejects.toThrow(
    /none holds no model; it needs config\.json, tokenizer\.json and onnx\/model\.onnx/,
  ))

test('for nothing it loads nothing', async () =>
  expect(await createLocalEmbedder(join(folder, 'none')).embed([])).toEqual([]))

test.skipIf(installed)('where transformers.js is not installed it says how to get it', async () => {
  writeModel(join(folder, 'tiny'))
  await expect(createLocalEmbedder(join(folder, 'tiny')).embed(['cache'])).rejects.toThrow(
    /npm install --no-save @huggingface\/transformers/,
  )
})

describe.skipIf(!installed)('with transformers.js (skipped where it is not installed)', () => {
  test('gives a vector of length one for each text, in order', async () => {
    writeModel(join(folder, 'tiny'))
    const embedder = createLocalEmbedder(join(folder, 'tiny'))
    const found = await embedder.embed(['Cache cache', 'routing', 'cache routing'])
    expect(embedder.model).toBe('tiny')
    expect(found.map((vector) => [...vector].map((number) => Number(number.toFixed(2))))).toEqual([
      [1, 0],
      [0, 1],
      [0.71, 0.71],
    ])
    const long = `cache ${'and unheard words '.repeat(100)}`
    expect(await embedder.embed(Array.from({ length: 70 }, () => long))).toHaveLength(70)
  })
})
