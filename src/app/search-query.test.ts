import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Entity } from '#domain'
import { entitiesNamed, readQuery } from './search-query.ts'

const TODAY = '2026-05-14'
const read = (typed: string) => readQuery(typed, TODAY)
const NOTHING = { words: '', entities: [], sources: [], tiers: [], kinds: [] }

describe('a query', () => {
  test('is taken apart into words and what must hold beside them', () =>
    expect(
      read('kv cache entity:"Qwen 3" source:hf tier:1,2 kind:papers after:2026-05 before:2026-05-14'),
    ).toEqual({
      words: 'kv cache',
      entities: ['Qwen 3'],
      sources: ['hf'],
      tiers: [1, 2],
      kinds: ['paper'],
      after: '2026-05-01',
      before: '2026-05-14',
      not: NOTHING,
      problems: [],
    }))

  test('says what must not be there by a minus sign', () =>
    expect(read('agents -benchmark -"tool use" -source:hf -tier:4 -type:post gpt-5.5 - or').not).toEqual({
      ...NOTHING,
      words: 'benchmark "tool use"',
      ...{ sources: ['hf'], tiers: [4], kinds: ['post'] },
    }))

  test.each([
    ['after:2026-5-1', '2026-05-01'],
    ['after:2026/05', '2026-05-01'],
    ['after:today', TODAY],
    ['after:yesterday', '2026-05-13'],
    ['after:7d', '2026-05-07'],
    ['after:2w', '2026-04-30'],
  ])('%s begins on %s', (typed, day) => expect(read(typed)).toMatchObject({ after: day, problems: [] }))

  test.each([
    ['tier:5 agents', 'agents', /tier:5 is no tier/],
    ['after:2026-02-30 agents', 'agents', /after:2026-02-30 is no date/],
    ['before:soon', '', /before:soon is no date/],
    ['kind:essay agents', 'agents', /kind:essay is no kind of item; there are article, paper/],
    ['sorce:hf agents', 'sorce:hf agents', /sorce: is no operator; write source:/],
    ['entity: agents', 'agents', /entity: names nothing/],
    ['after:2026-05 before:2026-04', '', /changed places/],
  ])('%s keeps its words and says what was wrong', (typed, words, wrong) => {
    const { words: kept, problems } = read(typed)
    expect(kept).toBe(words)
    expect(problems.join()).toMatch(wrong)
  })

  test.each([
    'https://x.org/a:all',
    'the ratio 3:1',
    'TitleCase:thing',
    'arxiv:2605.12483',
    'a multi-token x',
  ])('%s is words only', (typed) => expect(read(typed)).toMatchObject({ words: typed, problems: [] }))

  test('never throws, and never makes words of nothing', () =>
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (typed) => void read(typed))))
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
