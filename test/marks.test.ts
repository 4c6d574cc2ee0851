import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'

const launcher = join(dirname(fileURLToPath(import.meta.url)), '..', 'bin', 'bellwether')
const yard = mkdtempSync(join(tmpdir(), 'bellwether-marks-'))
afterAll(() => rmSync(yard, { recursive: true, force: true }))

let minutes = 10
/** One call after another, a minute apart: what is asked for is what was known before that instant. */
function bellwether(...words: readonly string[]) {
  minutes += 1
  const now = `2026-05-12T20:${minutes}:00.000Z`
  const all = [...words, '--data', join(yard, 'store'), '--as-of', now, '--json']
  const done = spawnSync(process.execPath, [launcher, ...all], { cwd: yard, encoding: 'utf8' })
  expect(done.stderr).not.toMatch(/error/i)
  return JSON.parse(done.stdout).data
}

const at = (name: string) => `https://desk.example/${name}`
const storyOf = (name: string): string => bellwether('why', at(name)).score.storyId

test('marks move items between stories at once, through a rebuild, and back', () => {
  const told = [
    ['a', 'Mistral releases Large 4 with open weights'],
    ['b', 'Large 4 with open weights released by Mistral'],
    ['c', 'Hospital chain picks a voice agent for its wards'],
  ] as const
  const lines = told.map(([name, title]) =>
    JSON.stringify({ title, text: title, url: at(name), published: '2026-05-12T09:00:00Z' }),
  )
  writeFileSync(join(yard, 'told.jsonl'), lines.join('\n'))
  bellwether('import', 'told.jsonl')
  expect(storyOf('b')).toBe(storyOf('a'))
  expect(storyOf('c')).not.toBe(storyOf('a'))

  const merge = bellwether('mark', 'merge', at('a'), at('c'))
  const split = bellwether('mark', 'split', at('b'), at('a'))
  for (const again of [false, true]) {
    if (again) bellwether('rebuild')
    expect(storyOf('c')).toBe(storyOf('a'))
    expect(storyOf('b')).not.toBe(storyOf('a'))
  }
  for (const { id } of [split, merge]) bellwether('mark', 'undo', id)
  expect(storyOf('b')).toBe(storyOf('a'))
  expect(storyOf('c')).not.toBe(storyOf('a'))
}, 60_000)
