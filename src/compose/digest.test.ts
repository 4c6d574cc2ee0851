import { expect, test } from 'vitest'
import type { Block, Edition } from '#domain'
import { composeDigest } from './digest.ts'
import { tallyTexts } from './evidence-text.ts'
import { toHtml } from './html.ts'
import { toJson } from './json.ts'
import { toMarkdown } from './markdown.ts'
import {
  claimOf,
  forecastOf,
  inputOf,
  itemOf,
  mentionOf,
  paperOf,
  reportOf,
  sourceOf,
  storyOf,
  tellingOf,
} from './test-stories.ts'
import { sentencesOf, withdraw } from './withdraw.ts'
import { wordCount } from './words.ts'

const papers = Array.from({ length: 8 }, (_, index) => paperOf(index))
const reports = Array.from({ length: 5 }, (_, index) => reportOf(index))
const full = composeDigest(inputOf([...papers, ...reports]), () => true)

const blocksOf = (edition: Edition, kind: string): readonly Block[] =>
  edition.sections.find((section) => section.kind === kind)?.blocks ?? []
const words = (block: Block) =>
  block.kind === 'bullet' ? block.sentences.reduce((sum, { text }) => sum + wordCount(text), 0) : 0

test('sections stand in order, and an empty one says why', () => {
  expect(full.sections.map(({ kind }) => kind)).toEqual([
    'five',
    'tldr',
    'big-picture',
    'deep-dives',
    'industry-pulse',
    'connecting-the-dots',
    'movers',
    'worth-watching',
    'quick-hits',
  ])
  for (const { blocks, empty } of full.sections) expect(blocks.length > 0).toBe(empty === null)
})

test('lengths hold', () => {
  for (const block of blocksOf(full, 'tldr')) expect(words(block)).toBeLessThanOrEqual(60)
  for (const block of blocksOf(full, 'quick-hits')) expect(words(block)).toBeLessThanOrEqual(45)
  for (const block of blocksOf(full, 'deep-dives')) {
    if (block.kind !== 'deep-dive') throw new Error('a deep dive was expected')
    expect(block.title.length).toBeLessThanOrEqual(130)
    if (block.deck) expect(wordCount(block.deck.text)).toBeLessThanOrEqual(32)
  }
  expect(blocksOf(full, 'tldr')).toHaveLength(8)
  expect(blocksOf(full, 'deep-dives')).toHaveLength(6)
})

test('every sentence names evidence that is there, numbered in the order of reading', () => {
  const cited = sentencesOf(full).flatMap(({ evidence }) => evidence)
  expect(full.evidence.map(({ number }) => number)).toEqual(full.evidence.map((_, index) => index + 1))
  for (const number of cited) expect(full.evidence[number - 1]?.number).toBe(number)
  for (const { origin, evidence, tallies } of sentencesOf(full))
    expect(evidence.length + (origin === 'computed' ? tallies.length : 0)).toBeGreaterThan(0)
})

test('a chosen sentence is its source’s own, but for the rules of voice', () => {
  const texts = [...papers, ...reports]
    .flatMap(({ dossier }) => dossier.tellings.map(({ item }) => item.text))
    .join(' ')
  for (const { text, origin } of sentencesOf(full)) {
    if (origin !== 'chosen') continue
    const own = text
      .replace(/^[A-Z]\w+: /, '')
      .replace(/^(?:The authors|They) /, 'We ')
      .replace(/[.…]$/, '')
    const tail = own.split(' ').slice(-5).join(' ')
    expect(texts).toContain(tail)
  }
})

test('whatever was counted can be counted again', () => {
  for (const sentence of sentencesOf(full))
    expect(tallyTexts(sentence, full.counts)).toHaveLength(sentence.tallies.length)
  const [lie] = sentencesOf(full).filter(({ tallies }) => tallies.length > 0)
  if (!lie) throw new Error('a counted sentence was expected')
  const tallies = lie.tallies.map((tally) => ({ ...tally, value: tally.value + 1 }))
  expect(tallyTexts({ ...lie, tallies }, full.counts)).toEqual([])
})

test('no sentence of one source is printed twice in the short sections', () => {
  const short = ['tldr', 'industry-pulse', 'quick-hits']
    .flatMap((kind) => blocksOf(full, kind))
    .flatMap((block) => (block.kind === 'bullet' ? block.sentences.map(({ text }) => text) : []))
  expect(new Set(short).size).toBe(short.length)
})

test('the day’s cluster is counted and named', () => {
  expect(full.lede[0]?.text).toContain('8 of today’s 13 stories are about cache eviction')
  expect(blocksOf(full, 'big-picture').length).toBeGreaterThan(0)
})

test('the same input gives the same bytes', () => {
  const again = composeDigest(inputOf([...papers, ...reports]), () => true)
  for (const write of [toJson, toMarkdown, toHtml]) expect(write(again)).toBe(write(full))
})

test('a quiet day says so and shows that all was read', () => {
  const quiet = composeDigest(inputOf([reportOf(1)]), () => true)
  expect(quiet.lede.map(({ text }) => text)).toEqual([
    'A quiet day: 1 item in 1 story.',
    'All 2 sources answered.',
  ])
  expect(toMarkdown(quiet)).toContain('Silent: Quiet Weekly.')
})

test('an empty day is an edition too', () => {
  const empty = composeDigest(
    inputOf([], { gaps: [{ sourceName: 'Lost Feed', why: 'could not be read: 404' }] }),
    () => true,
  )
  expect(empty.evidence).toEqual([])
  expect(toMarkdown(empty)).toContain('Missing: Lost Feed, could not be read: 404.')
})

test('a withdrawn sentence takes its evidence, its empty block and its count with it', () => {
  const bullet = blocksOf(full, 'industry-pulse')[0]
  if (bullet?.kind !== 'bullet') throw new Error('a bullet was expected')
  const lighter = withdraw(full, new Set(bullet.sentences))
  expect(lighter.counts.withdrawn).toBe(bullet.sentences.length)
  expect(lighter.counts.sentences).toBe(full.counts.sentences - bullet.sentences.length)
  expect(blocksOf(lighter, 'industry-pulse')).toHaveLength(blocksOf(full, 'industry-pulse').length - 1)
  expect(lighter.evidence.map(({ number }) => number)).toEqual(lighter.evidence.map((_, index) => index + 1))
  const bare = withdraw(full, new Set(sentencesOf(full)))
  expect(bare.sections.find(({ kind }) => kind === 'deep-dives')?.empty).toContain('withdrawn')
  expect(bare.counts.sentences).toBe(0)
})

test('a forecast with a day is watched, with what would settle it', () => {
  const text = 'Northwind expects to open a fourth site in Turku by the end of September 2026.'
  const telling = tellingOf(
    itemOf('f1', 'Northwind plans a fourth site', `${text} The third was opened in May with 100 MW.`),
    {
      forecasts: [
        forecastOf(text, { due: '2026-09', criterion: 'a fourth site opens', by: 'Northwind' }),
        forecastOf(text, { due: '2025-01' }),
      ],
    },
  )
  const [watch] = blocksOf(
    composeDigest(inputOf([storyOf('s-f1', [telling])]), () => true),
    'worth-watching',
  )
  expect(watch).toMatchObject({
    kind: 'watch',
    days: 139,
    due: '2026-09',
    by: 'Northwind',
    criterion: 'a fourth site opens',
  })
})

test('where sources disagree both are named and none is believed', () => {
  const a = tellingOf(
    itemOf('a', 'Northwind raises money', 'Northwind raised $650 million in a round that closed on Monday.'),
  )
  const b = tellingOf(
    itemOf(
      'b',
      'Northwind closes a round',
      'Northwind raised $600 million in its newest round, two people said.',
    ),
    { source: sourceOf('Quay News', 'quay') },
  )
  const sides = [
    { itemId: 'a', claim: claimOf('', '$650 million') },
    { itemId: 'b', claim: claimOf('', '$600 million') },
  ]
  const edition = composeDigest(
    inputOf([
      storyOf('s-a', [a, b], {
        disagreements: [{ storyId: 's-a', subject: 'Northwind', metric: 'round', sides }],
      }),
    ]),
    () => true,
  )
  expect(sentencesOf(edition).map(({ text }) => text)).toContain(
    'Northwind, round: Harbour Post says $650 million and Quay News says $600 million.',
  )
})

test('a story told before is remembered by name and day', () => {
  const earlier = {
    storyId: 'old',
    title: 'SparrowCache leaks',
    seenAt: '2026-05-02T08:00:00.000Z',
    sharedEntities: ['cache eviction'],
    telling: { item: itemOf('old', 'SparrowCache leaks', 'It leaks.'), source: sourceOf('Quay News') },
  }
  const edition = composeDigest(
    inputOf([{ ...paperOf(0), previous: [earlier] }, paperOf(1), paperOf(2), paperOf(3)]),
    () => true,
  )
  expect(sentencesOf(edition).map(({ text }) => text)).toContain(
    'Cache eviction before: “SparrowCache leaks” (2 May).',
  )
})

test('names are explained once, from the registry', () => {
  const registry = [
    {
      id: 'northwind',
      name: 'Northwind',
      type: 'company' as const,
      aliases: [],
      parent: null,
      gloss: 'builder of data centres',
      handles: [],
    },
  ]
  const markdown = toMarkdown(
    composeDigest(inputOf([...papers, ...reports.slice(0, 3)], { registry }), () => true),
  )
  expect(markdown.split('Northwind: builder of data centres')).toHaveLength(2)
})

test('a muted story is not told', () => {
  const muted = {
    ...reportOf(9),
    score: {
      ...reportOf(9).score,
      score: 0,
      reasons: [{ factor: 'mute', share: -40, because: 'muted: Northwind 9' }],
    },
  }
  expect(toMarkdown(composeDigest(inputOf([...papers, muted]), () => true))).not.toContain('Northwind 9')
})

test('hostile text stays text and only http links leave', () => {
  const item = itemOf(
    'h',
    '<script>alert(1)</script> "Model" & `co` [x](javascript:alert(1))',
    'The <img src=x onerror=alert(1)> model of Northwind serves 100 customers in the city of Turku. ![a](https://evil.example/p.png) The company says that all of them are happy with it.',
    { url: 'javascript:alert(1)' },
  )
  const edition = composeDigest(
    inputOf([
      storyOf('s-h', [tellingOf(item, { mentions: [mentionOf('<b>Northwind</b>', 3, 'company')] })]),
      ...papers,
    ]),
    () => true,
  )
  const html = toHtml(edition)
  expect(html).not.toMatch(/<script|<img|="javascript:/)
  expect(
    [...html.matchAll(/(?:href|src)="([^"]*)"/g)].every(([, url]) => /^(?:https?:\/\/|#)/.test(url ?? '')),
  ).toBe(true)
  expect(toMarkdown(edition)).not.toMatch(/(?<!\\)(?:<script|!\[|\]\(javascript)/)
})

test('the page stands alone: headings in order, one main, a skip link, every in-page link has its place', () => {
  const html = toHtml(full)
  const levels = [...html.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level))
  levels.reduce((before, level) => {
    expect(level - before).toBeLessThanOrEqual(1)
    return level
  }, 0)
  expect(html).toContain('<html lang="en">')
  const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
  for (const [, anchor] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(anchor)
  expect(ids.size).toBe([...html.matchAll(/ id="/g)].length)
  expect(html).not.toMatch(/<script|@import|url\(/)
})
