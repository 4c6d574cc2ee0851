import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Claim, Dossier, Entity, Mention, Source, Telling } from '#domain'
import { alertBar } from './bar.ts'
import { isConfirmed, majorness, withEvent } from './major.ts'

const lab: Entity = {
  ...{ id: 'northlab', name: 'Northlab', type: 'lab', aliases: [], parent: null, gloss: null },
  handles: ['x:northlab'],
}
const registry = new Map([[lab.id, lab]])

type Told = { title: string; url?: string; family?: string; usd?: number; weight?: number; model?: boolean }

function telling(
  { title, url = 'https://post.example/a', family = 'post.example', usd, weight = 0.5, model }: Told,
  at: number,
): Telling {
  const mention: Mention = {
    ...{ start: Math.max(0, title.indexOf('N-7')), end: title.indexOf('N-7') + 3, field: 'title' },
    ...{ surface: 'N', name: 'N', known: true, salience: 3 },
    ...{ entityId: model ? 'n-7' : 'northlab', type: model ? 'model' : 'lab' },
  }
  const claim = { unit: 'usd', number: usd ?? 0, start: 0, sentence: title } as Claim
  const item = { id: `i${at}`, title, text: '', url, partOf: null } as unknown as Telling['item']
  const source = { name: family, family, weight } as Source
  return { item, source, copyOf: null, mentions: [mention], claims: usd ? [claim] : [], forecasts: [] }
}

const of = (...told: readonly Told[]): Dossier => ({
  story: {} as Dossier['story'],
  tellings: told.map(telling),
})

test.each<[string, readonly Told[], readonly string[]]>([
  ['a very large deal', [{ title: 'Harbour buys Northlab', usd: 60e9 }], ['deal']],
  ['a small one', [{ title: 'Harbour buys Northlab', usd: 60e6 }], []],
  ['a regulator that acts', [{ title: 'Court blocks the takeover of Northlab' }], ['regulator']],
  ['a regulator that speaks', [{ title: 'Court hears Northlab on Tuesday' }], []],
  ['a model released', [{ title: 'Northlab releases N-7', model: true }], ['model']],
  ['something for a model released', [{ title: 'N-7 recipes released by Northlab', model: true }], []],
  ['a valuation that somebody heard of', [{ title: 'Northlab is valued at a lot', usd: 60e9 }], []],
  ['weights leaked', [{ title: 'N-7 weights leaked by mistake', model: true }], ['leak']],
  ['an attack', [{ title: 'Supply-chain attack hits a package of Northlab' }], ['security']],
  ['an ordinary day', [{ title: 'Northlab hires a designer' }], []],
])('%s', (_, told, kinds) => {
  const found = majorness(of(...told), registry)
  expect(found.kinds).toEqual(kinds)
  expect(found.points > 0).toBe(kinds.length > 0)
})

test('two places that do not answer for each other confirm; one publisher twice does not', () => {
  const title = 'Northlab releases N-7'
  expect(isConfirmed(majorness(of({ title }, { title }), registry))).toBe(false)
  expect(isConfirmed(majorness(of({ title }, { title, family: 'other.example' }), registry))).toBe(true)
})

test.each<[string, Told]>([
  [
    'the one it is about',
    { title: 'Northlab releases N-7', url: 'https://x.com/Northlab/status/1', family: 'x' },
  ],
  ['a source that counts for two', { title: 'Northlab releases N-7', weight: 0.9 }],
])('%s is enough alone', (_, told) => expect(isConfirmed(majorness(of(told), registry))).toBe(true))

test('a larger deal is more, a further place is more', () => {
  const points = (...told: readonly Told[]) => majorness(of(...told), registry).points
  const deal = { title: 'Harbour buys Northlab', usd: 2e9 }
  expect(points({ ...deal, usd: 60e9 })).toBeGreaterThan(points(deal))
  expect(points(deal, { ...deal, family: 'other.example' })).toBeGreaterThan(points(deal))
})

test('what a day makes many stories of is larger, and what is not major stays so', () => {
  const release = majorness(of({ title: 'Northlab releases N-7', model: true }), registry)
  const points = [1, 2, 16, 500].map((stories) => withEvent(release, stories).points - release.points)
  expect(points).toEqual([0, 4, 16, 16])
  const hire = majorness(of({ title: 'Northlab hires a designer' }), registry)
  expect(withEvent(hire, 16)).toBe(hire)
})

test('the bar wakes nobody more often than two days in five of its own history, and regret moves it', () => {
  const stories = fc.array(
    fc.integer({ min: 0, max: 90 }).map((points) => ({ date: '2026-05-01', points })),
    {
      maxLength: 200,
    },
  )
  fc.assert(
    fc.property(stories, fc.integer({ min: 7, max: 28 }), (past, days) => {
      const bar = alertBar(past, days, { noise: 0, missed: 0 })
      expect(past.filter(({ points }) => points > bar).length).toBeLessThanOrEqual(Math.floor(days * 0.4))
      expect(alertBar(past, days, { noise: 3, missed: 0 })).toBeGreaterThanOrEqual(bar)
      expect(alertBar(past, days, { noise: 0, missed: 3 })).toBeLessThanOrEqual(bar)
      expect(bar).toBeGreaterThanOrEqual(40)
    }),
  )
})
