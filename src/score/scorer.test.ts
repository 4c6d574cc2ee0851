import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Entity, Weights } from '#domain'
import { createScorer } from './scorer.ts'
import { aClaim, aDossier, aMention, aSource, aTelling, reader } from './test-dossiers.ts'

const context = { now: '2026-05-14T18:00:00.000Z' }
const score = createScorer(reader, [])
const told = (title: string, text = '') => score(aDossier(aTelling({ title, text })), context)
const shareOf = (result: ReturnType<typeof score>, factor: string) =>
  result.reasons.find((reason) => reason.factor === factor)?.share ?? 0

describe('tiers', () => {
  test.each([
    ['KV-cache eviction for free', 1],
    ['Paged attention, ten years on', 1],
    ['PagedAttention revisited', 1],
    ['Blackwell systems reach the first customers', 1],
    ['LLMs that plan', 2],
    ['Why multi-agent systems fail', 2],
    ['Text-to-speech in forty languages', 3],
    ['A game benchmark of forty puzzles', 4],
    ['Council votes on bus lanes', null],
  ])('the headline "%s" is tier %s', (title, tier) => expect(told(title).tier).toBe(tier))

  test('a story that spans tiers stands in the highest', () =>
    expect(told('Quantization of vision-language models').tier).toBe(1))

  test('a topic named once in a long text is an aside', () => {
    const text = `${'The committee met again and spoke of budgets. '.repeat(30)} Someone said quantization.`
    expect(told('Budgets', text).tier).toBeNull()
  })

  test('a topic with an exception gives way to it', () =>
    expect(told('A game benchmark for inference efficiency').tier).not.toBe(4))

  test('everyday uses of a trade word do not count', () => {
    expect(told('Linux kernel maintainers meet').tier).toBeNull()
    expect(told('Travel agents on strike').tier).toBeNull()
  })

  test('the reason names the words that matched and where', () => {
    const { reasons, topic } = told('KV-cache eviction', 'Attention sinks stay. The KV cache shrinks.')
    expect(topic).toBe('KV cache')
    expect(reasons[0]?.because).toBe(
      'topic "KV cache" (tier 1): "KV-cache" in the title and in the text, "Attention sinks" in the text',
    )
  })

  test('topics of a registry widen a profile by their aliases and by what belongs to them', () => {
    const entity = (part: Partial<Entity>): Entity => ({
      id: 'beekeeping',
      name: 'Beekeeping',
      type: 'topic',
      aliases: ['apiculture'],
      parent: null,
      gloss: null,
      handles: [],
      ...part,
    })
    const registry = [
      entity({}),
      entity({ id: 'varroa', name: 'Varroa mite', aliases: [], parent: 'beekeeping' }),
    ]
    const tiers = [{ tier: 1 as const, name: '', topics: ['beekeeping'], treatment: '' }]
    const keeper = createScorer({ ...reader, tiers }, registry)
    for (const title of ['Apiculture in cities', 'The Varroa mite returns'])
      expect(keeper(aDossier(aTelling({ title, text: '' })), context).tier).toBe(1)
  })

  test('a topic that no list knows is found by its own words', () => {
    const tiers = [{ tier: 2 as const, name: '', topics: ['tidal power'], treatment: '' }]
    const engineer = createScorer({ ...reader, tiers }, [])
    expect(engineer(aDossier(aTelling({ title: 'Tidal power pays at last' })), context).tier).toBe(2)
  })
})

describe('importance', () => {
  const plain = aTelling({ id: 'a', title: 'LLMs that plan' })
  const other = aTelling(
    { id: 'b', title: 'Planning LLMs' },
    { source: aSource({ id: 'two', family: 'two.example' }) },
  )

  test('another publisher family adds to it; a copy and a sister feed do not', () => {
    const alone = score(aDossier(plain), context).score
    const copy = { ...other, copyOf: 'a' }
    const sister = { ...other, source: aSource({ id: 'three', family: 'one.example' }) }
    expect(score(aDossier(plain, other), context).score).toBeGreaterThan(alone)
    expect(shareOf(score(aDossier(plain, copy), context), 'corroboration')).toBe(0)
    expect(shareOf(score(aDossier(plain, sister), context), 'corroboration')).toBe(0)
  })

  test.each([
    ['code behind a link', { text: 'Code: https://github.com/someone/thing' }, {}, 'artifact'],
    ['many upvotes', { signals: { upvotes: 150 } }, {}, 'attention'],
    ['a retweet', { tags: ['retweet'] }, {}, 'curated'],
    ['a claim with a baseline', {}, { claims: [aClaim({ baseline: '1x' })] }, 'claims'],
    ['a weighty source', {}, { source: aSource({ weight: 0.9 }) }, 'source'],
  ])('%s counts as %4$s', (_, item, rest, factor) => {
    expect(shareOf(score(aDossier(aTelling(item, rest)), context), factor)).toBeGreaterThan(0)
  })

  test('attention is measured against what the source usually gets', () => {
    const dossier = aDossier(aTelling({ signals: { upvotes: 150 } }))
    const usual = score(dossier, { ...context, usualOf: () => 150 })
    expect(shareOf(usual, 'attention')).toBeLessThan(shareOf(score(dossier, context), 'attention'))
  })

  test('a name that memory does not hold is new; an unasked memory says nothing', () => {
    const dossier = aDossier(aTelling({}, { mentions: [aMention()] }))
    expect(shareOf(score(dossier, { ...context, earlierStoriesOf: () => 0 }), 'novelty')).toBe(3)
    expect(shareOf(score(dossier, { ...context, earlierStoriesOf: () => 4 }), 'novelty')).toBe(0)
    expect(shareOf(score(dossier, context), 'novelty')).toBe(0)
  })

  test('a muted word silences a story and says so; a boosted one lifts it', () => {
    const picky = createScorer({ ...reader, mutes: ['crypto', 'noise'], boosts: ['mamba'] }, [])
    const silent = picky(aDossier(aTelling({ title: 'Crypto LLMs' })), context)
    expect(silent).toMatchObject({ tier: null, score: 0 })
    expect(silent.reasons.at(-1)?.because).toBe('muted: "crypto" in the title')
    const bySource = picky(aDossier(aTelling({}, { source: aSource({ id: 'noise' }) })), context)
    expect(bySource.score).toBe(0)
    expect(shareOf(picky(aDossier(aTelling({ title: 'Mamba again' })), context), 'boost')).toBe(10)
  })
})

test('a reader makes a reason count more, less or not at all, and it says so', () => {
  const dossier = aDossier(aTelling({ title: 'KV-cache eviction for free', kind: 'paper' }))
  const usual = score(dossier, context)
  const weighing = (weights: Weights) => createScorer({ ...reader, weights }, [])(dossier, context)
  expect(weighing({ topic: 1 })).toEqual(usual)
  expect(shareOf(weighing({ topic: 0.5 }), 'topic')).toBeCloseTo(shareOf(usual, 'topic') / 2, 0)
  expect(weighing({ kind: 0 }).reasons.map(({ factor }) => factor)).not.toContain('kind')
  const twice = weighing({ kind: 2 })
  expect(shareOf(twice, 'kind')).toBe(2 * shareOf(usual, 'kind'))
  expect(twice.reasons.find(({ factor }) => factor === 'kind')?.because).toBe(
    'a paper (2 times, as you weigh it)',
  )
  expect(twice.tier).toBe(usual.tier)
})

test('an everyday word in the brackets of a topic does not make a story of it by itself', () => {
  const topics = ['AI hardware (GPUs, memory)']
  const judge = createScorer({ ...reader, tiers: [{ tier: 1, name: '', topics, treatment: '' }] }, [])
  const of = (title: string) =>
    judge(aDossier(aTelling({ title, text: `${title}. `.repeat(3) })), context).tier
  expect(of('Useful memories become faulty when agents rewrite them')).toBeNull()
  expect(of('GPUs wait for memory')).toBe(1)
})

test('the shares add up to the score, which stays within 0 to 100, and the same story scores the same', () => {
  const telling = fc
    .record({
      title: fc.constantFrom(
        'KV cache',
        'LLM agents',
        'Council votes',
        'Video models',
        'Quantization for LLMs',
        '',
      ),
      text: fc.oneof(fc.string(), fc.constant('KV cache '.repeat(50)), fc.constant('https://github.com/a/b')),
      kind: fc.constantFrom('paper' as const, 'post' as const, 'ranking' as const),
      signals: fc.dictionary(fc.constantFrom('upvotes', 'rank', 'ai_rating', 'score'), fc.double()),
      weight: fc.double({ min: 0, max: 1, noNaN: true }),
      family: fc.constantFrom('a', 'b', 'c', 'd'),
      copyOf: fc.constantFrom(null, null, 'i1'),
      claims: fc.array(fc.double({ noNaN: true }).map((number) => aClaim({ number }))),
    })
    .map(({ weight, family, copyOf, claims, ...item }) =>
      aTelling(item, { source: aSource({ id: family, family, weight }), copyOf, claims }),
    )
  const moody = createScorer({ ...reader, mutes: ['council'], boosts: ['video'] }, [])
  fc.assert(
    fc.property(fc.array(telling, { minLength: 0, maxLength: 5 }), (tellings) => {
      const result = moody(aDossier(...tellings), context)
      const sum = result.reasons.reduce((total, { share }) => total + share, 0)
      expect(Math.abs(sum - result.score)).toBeLessThan(1e-6)
      expect(result.score).toBeGreaterThanOrEqual(0)
      expect(result.score).toBeLessThanOrEqual(100)
      expect(moody(aDossier(...tellings), context)).toEqual(result)
    }),
  )
})
