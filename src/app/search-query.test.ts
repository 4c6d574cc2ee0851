import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Entity } from '#domain'
import { entitiesNamed, readQuery } from './search-query.ts'

describe('a query', () => {
  test('is taken apart into words and what must hold beside them', () =>
    expect(readQuery('kv cache entity:"Qwen 3" source:hf tier:1,2 after:2026-05 before:2026-05-14')).toEqual({
      words: 'kv cache',
      entities: ['Qwen 3'],
      sources: ['hf'],
      tiers: [1, 2],
      after: '2026-05-01',
      before: '2026-05-14',
      problems: [],
    }))

  test.each([
    ['tier:5 agents', 'agents', /tier:5 is no tier/],
    ['after:2026-02-30 agents', 'agents', /after:2026-02-30 is no date/],
    ['before:soon', '', /before:soon is no date/],
  ])('%s keeps its words and says what was wrong', (typed, words, wrong) => {
    const { words: kept, problems } = readQuery(typed)
    expect(kept).toBe(words)
    expect(problems.join()).toMatch(wrong)
  })

  test.each(['https://x.org/after:all', 'the ratio 3:1', 'TitleCase:thing'])('%s is words only', (typed) =>
    expect(readQuery(typed.replace('after:', 'a:')).problems).toEqual([]),
  )

  test('never throws, and never makes words of nothing', () =>
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (typed) => void readQuery(typed))))
})

const entity = (id: string, name: string, aliases: readonly string[] = []): Entity => ({
  ...{ id, name, type: 'model', aliases, parent: null, gloss: null, handles: [] },
})

test.each([
  ['qwen', ['qwen']],
  ['QWEN 2.5', ['qwen-2-5']],
  ['tongyi', ['qwen']],
  ['gem', ['gemini', 'gemma']],
  ['', []],
])('the name %s may mean %j', (name, ids) => {
  const registry = [
    entity('qwen', 'Qwen', ['Tongyi']),
    entity('qwen-2-5', 'Qwen2.5'),
    entity('gemini', 'Gemini'),
    entity('gemma', 'Gemma'),
  ]
  expect(entitiesNamed(registry, name).map(({ id }) => id)).toEqual(ids)
})
