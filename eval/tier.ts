import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { relatedAt } from '#app'
import type { Profile, RelatedPhrase } from '#domain'
import { createScorer } from '#score'
import { LABS } from '../src/app/lab/index.ts'
import { dossierOf } from '../src/app/lab/tier.ts'
import { loadRegistry } from '../src/wiring.ts'
import type { Evaluation, Gold, Row } from './evaluation.ts'
import { linesOf } from './files.ts'
import { corpusBeside, withHouse } from './metrics/houses.ts'
import { quadraticKappa } from './metrics/kappa.ts'

type Verdict = { readonly tier: number | null; readonly score: number }
type RawItem = {
  readonly id: string
  readonly title: string
  readonly url?: string
  readonly arxiv?: string | null
}
type GoldItem = { readonly tier: number | null; readonly raw_id?: string | null } & Partial<RawItem>

const OTHER_READERS = [
  ['a policy analyst', 'tier-policy'],
  ['a hardware engineer', 'tier-hardware'],
  ['a biologist', 'tier-biology'],
  ['an investor', 'tier-investor'],
  ['a robotics founder', 'tier-robotics'],
  ['a teacher', 'tier-teacher'],
] as const

/** No tier is one grade below the lowest: nothing of the reader's. */
const NO_TIER = 5
const TOP = 10

/**
 * Own gold of seven readers: every item has the tier its profile gives it by hand, or none. Shared: the day's raw items are judged one
 * by one; an editor's item is joined to them by raw id, arXiv id, address or title, in this order, and counts when the
 * editor printed a tier. Own headlines in the jargon of those who run models themselves are judged without and with the
 * words that four months of newsletters taught of that profile. Recall: of the tier 1 items joined, the share among the ten highest scores of all raw items.
 */
export const evaluation: Evaluation = {
  room: 'tier',
  async run(gold: Gold): Promise<readonly Row[]> {
    const rows = [
      ...(await ownRows('own gold', join(gold.own, 'tier'))),
      ...(
        await Promise.all(
          OTHER_READERS.map(([reader, file]) => ownRows(`own gold, ${reader}`, join(gold.own, file))),
        )
      ).flat(),
    ]
    if (gold.shared === null) return rows
    return [...rows, ...(await learntRows(gold)), ...(await sharedRows(join(gold.shared, 'reading')))]
  },
}

async function ownRows(data: string, path: string): Promise<Row[]> {
  const items = await linesOf<RawItem & { tier: number | null }>(`${path}.jsonl`)
  const verdicts = await judged(items, `${path}-profile.json`)
  const pairs = items.map((item, i) => pair(item.tier, verdicts[i]))
  const same = pairs.filter(([wanted, given]) => wanted === given).length
  const row = { room: 'tier', data, cases: items.length, reference: null }
  return [
    { ...row, metric: 'quadratic kappa', value: quadraticKappa(pairs, NO_TIER), reach: 0.7 },
    { ...row, metric: 'same tier', value: same / items.length, reach: null },
  ]
}

const LEARNT_BY = '2026-05-12T00:00:00.000Z'

async function learntRows({ own, shared }: Gold): Promise<Row[]> {
  const corpus = corpusBeside(shared)
  if (corpus === null) return []
  const items = await linesOf<RawItem & { tier: number | null; text: string }>(join(own, 'tier-learnt.jsonl'))
  const profile = JSON.parse(await readFile(join(own, 'tier-learnt-profile.json'), 'utf8')) as Profile
  const { registry, phrases } = await withHouse(
    { paths: [join(corpus, 'ainews')], now: LEARNT_BY },
    async (house) => ({
      registry: house.registry,
      phrases: (await relatedAt({ ...house, profile }, LEARNT_BY)).phrases,
    }),
  )
  const kappa = (related: readonly RelatedPhrase[]) => {
    const judge = createScorer(profile, registry, { related })
    const verdicts = items.map((item) => judge(dossierOf(item), { now: LEARNT_BY }))
    return quadraticKappa(
      items.map((item, at) => pair(item.tier, verdicts[at])),
      NO_TIER,
    )
  }
  const row = { room: 'tier', metric: 'quadratic kappa', cases: items.length, reference: null }
  return [
    { ...row, data: 'own jargon, nothing learnt', value: kappa([]), reach: null },
    { ...row, data: 'own jargon, words learnt from newsletters', value: kappa(phrases), reach: 0.3 },
  ]
}

async function sharedRows(folder: string): Promise<Row[]> {
  const raw = await linesOf<RawItem>(join(folder, 'raw-items.jsonl'))
  if (raw.length === 0) return []
  const verdicts = await judged(raw, join(folder, 'profile.json'))
  const byItem = new Map(raw.map((item, i) => [item, verdicts[i]]))
  const printed = await linesOf<GoldItem>(join(folder, 'gold-items.jsonl'))
  const joined = printed.flatMap((item) => {
    const found = item.tier === null ? undefined : counterpart(item, raw)
    return found === undefined ? [] : [{ item: found, wanted: item.tier }]
  })
  const best = [...raw]
    .sort((a, b) => (byItem.get(b)?.score ?? 0) - (byItem.get(a)?.score ?? 0))
    .slice(0, TOP)
  const first = joined.filter(({ wanted }) => wanted === 1)
  const kappa = quadraticKappa(
    joined.map(({ item, wanted }) => pair(wanted, byItem.get(item))),
    NO_TIER,
  )
  const found = first.filter(({ item }) => best.includes(item)).length
  const row = { room: 'tier', data: `reading, ${raw.length} items of a day`, reference: null }
  return [
    { ...row, metric: 'quadratic kappa', value: kappa, cases: joined.length, reach: 0.7 },
    {
      ...row,
      metric: `recall of tier 1 in top ${TOP}`,
      value: first.length === 0 ? 0 : found / first.length,
      cases: first.length,
      reach: 0.9,
    },
  ]
}

function counterpart(item: GoldItem, raw: readonly RawItem[]): RawItem | undefined {
  return (
    raw.find(({ id }) => id === item.raw_id) ??
    raw.find(({ arxiv }) => arxiv && arxiv === item.arxiv) ??
    raw.find(({ url }) => url !== undefined && url === item.url) ??
    raw.find(({ title }) => title === item.title)
  )
}

const noStore = () => Promise.reject(new Error('eval: judging a tier needs no store'))

const pair = (wanted: number | null, verdict: Verdict | undefined) =>
  [wanted ?? NO_TIER, verdict?.tier ?? NO_TIER] as const

async function judged(items: readonly object[], profilePath: string): Promise<Verdict[]> {
  const written = JSON.parse(await readFile(profilePath, 'utf8')) as Profile
  const profile = { ...written, mutes: written.mutes ?? [], boosts: written.boosts ?? [] }
  const room = await LABS.tier?.()
  if (room === undefined) throw new Error('eval: there is no lab room called tier')
  const run = await room.lab.open({
    profile,
    docs: null,
    final: false,
    registry: (await loadRegistry()).entities,
    openStore: noStore,
  })
  return items.map((item) => run.answer({ ...item }) as Verdict)
}
