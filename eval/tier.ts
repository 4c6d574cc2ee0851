import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Profile } from '#domain'
import { LABS } from '../src/app/lab/index.ts'
import { loadRegistry } from '../src/wiring.ts'
import type { Evaluation, Gold, Row } from './evaluation.ts'
import { linesOf } from './files.ts'
import { quadraticKappa } from './metrics/kappa.ts'

type Verdict = { readonly tier: number | null; readonly score: number }
type RawItem = {
  readonly id: string
  readonly title: string
  readonly url?: string
  readonly arxiv?: string | null
}
type GoldItem = { readonly tier: number | null; readonly raw_id?: string | null } & Partial<RawItem>

/** No tier is one grade below the lowest: nothing of the reader's. */
const NO_TIER = 5
const TOP = 10

/**
 * Own gold of two readers: every item has the tier its profile gives it by hand, or none. Shared: the day's raw items are judged one
 * by one; an editor's item is joined to them by raw id, arXiv id, address or title, in this order, and counts when the
 * editor printed a tier. Recall: of the tier 1 items joined, the share among the ten highest scores of all raw items.
 */
export const evaluation: Evaluation = {
  room: 'tier',
  async run(gold: Gold): Promise<readonly Row[]> {
    const rows = [
      ...(await ownRows('own gold', join(gold.own, 'tier'))),
      ...(await ownRows('own gold, a policy analyst', join(gold.own, 'tier-policy'))),
    ]
    return gold.shared === null ? rows : [...rows, ...(await sharedRows(join(gold.shared, 'reading')))]
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
