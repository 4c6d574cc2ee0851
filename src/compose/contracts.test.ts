import { expect, test } from 'vitest'
import { brokenContracts } from './contracts.ts'
import { composeDigest } from './digest.ts'
import { inAMinute, wordsOf } from './minute.ts'
import { inputOf, paperOf, reportOf } from './test-stories.ts'

const papers = Array.from({ length: 8 }, (_, index) => paperOf(index))
const reports = Array.from({ length: 5 }, (_, index) => reportOf(index))
const full = composeDigest(inputOf([...papers, ...reports]), () => true)

test('a digest of a day, of a quiet day and of an empty day keeps every contract', () => {
  for (const stories of [[...papers, ...reports], [reportOf(1)], []])
    expect(brokenContracts(composeDigest(inputOf(stories), () => true))).toEqual([])
})

test('each broken contract is named', () => {
  const [first] = full.lede
  if (!first) throw new Error('a lede was expected')
  const long = { ...first, text: 'word '.repeat(100) }
  const broken = brokenContracts({
    ...full,
    lede: [long, first, { ...first, evidence: [], tallies: [] }],
    sections: full.sections.toReversed().map((section) => ({ ...section, empty: 'why not' })),
    counts: { ...full.counts, stories: 500 },
  })
  for (const expected of [
    /^sections stand as quick-hits/,
    /^the lede has 3 sentences/,
    /^the lede has \d+ words/,
    /^tldr: empty without a reason/,
    /^a full day with \d quick hits/,
    /^no evidence: /,
    /^sentences are miscounted/,
  ])
    expect(broken).toContainEqual(expect.stringMatching(expected))
})

test('the form for a minute keeps the lede, the five and the first sentence of each entry, with evidence of its own', () => {
  const minute = inAMinute(full)
  expect(minute.lede.map(({ text }) => text)).toEqual(full.lede.map(({ text }) => text))
  expect(minute.sections.map(({ kind }) => kind)).toEqual(['five', 'tldr'])
  expect(wordsOf(minute)).toBeLessThanOrEqual(260)
  expect(minute.evidence.map(({ number }) => number)).toEqual(minute.evidence.map((_, index) => index + 1))
  expect(minute.evidence.length).toBeLessThanOrEqual(full.evidence.length)
  expect(minute.counts.sentences).toBeLessThan(full.counts.sentences)
  expect(minute.counts.items).toBe(full.counts.items)
})
