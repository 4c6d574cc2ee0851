import { join } from 'node:path'
import { readRegistry } from '#adapters'
import { LABS, type LabOptions, type LabRun } from '../src/app/lab/index.ts'
import type { Evaluation, Row } from './evaluation.ts'
import { linesOf } from './files.ts'
import { bcubed } from './metrics/bcubed.ts'
import { nmi } from './metrics/nmi.ts'

type Line = Readonly<Record<string, unknown>> & { readonly cluster: string | number }
type Answer = { readonly story: string; readonly event: string }
type Data = {
  readonly file: string
  readonly level: keyof Answer
  readonly f1: number
  readonly nmi: number | null
}

const REFERENCES: Readonly<Record<string, string>> = {
  allsides_dev: 'single-pass TF-IDF at its best threshold .735',
  uci_headlines: 'single-pass TF-IDF: F1 .653, NMI .837',
  tweets_trec89: 'single-pass TF-IDF: F1 .694, NMI .856; SCCL NMI .892',
}
const STREAMS: readonly Data[] = [
  { file: 'allsides_dev', level: 'story', f1: 0.76, nmi: null },
  { file: 'uci_headlines', level: 'event', f1: 0.71, nmi: 0.86 },
  { file: 'tweets_trec89', level: 'event', f1: 0.74, nmi: 0.88 },
]

/** Own pairs told one after the other: one happening or two. Labelled streams in file order, one setting for all: what was decided as each line came, then what it settled to. */
export const evaluation: Evaluation = {
  room: 'clustering',
  async run({ own, shared }) {
    const { entities: registry } = await readRegistry(join(import.meta.dirname, '..', 'registry'))
    const rows: Row[] = await pairRows(join(own, 'cluster-pairs.jsonl'), registry)
    if (shared === null) return rows
    for (const data of STREAMS) {
      const lines = await linesOf<Line>(join(shared, 'clustering', `${data.file}.jsonl`))
      if (lines.length > 0) rows.push(...(await rowsOf(data, lines, registry)))
    }
    return rows
  },
}

type Pair = { readonly id: string; readonly same: boolean; readonly a: Text; readonly b: Text }
type Text = readonly [title: string, text: string]

async function pairRows(path: string, registry: LabOptions['registry']): Promise<Row[]> {
  const pairs = await linesOf<Pair>(path)
  const run = await clusterer(registry)
  const tell = (which: 'a' | 'b') =>
    pairs.map(async ({ id, [which]: [title, text] }) => {
      const answer = (await run.answer({ id: `${id}${which}`, title, text })) as Answer
      return answer.story
    })
  const [first, second] = [await Promise.all(tell('a')), await Promise.all(tell('b'))]
  const wrong = pairs.filter(({ same }, at) => (first[at] === second[at]) !== same)
  for (const { id, a, b } of wrong) console.error(`clustering: ${id}: ${a[0]} / ${b[0]}`)
  const row = { room: 'clustering', data: 'own pairs', cases: pairs.length, reference: null }
  return [
    {
      ...row,
      metric: 'one happening or two, share right',
      value: 1 - wrong.length / pairs.length,
      reach: 0.9,
    },
  ]
}

async function clusterer(registry: LabOptions['registry']): Promise<LabRun> {
  const load = LABS.cluster
  if (!load) throw new Error('the lab has no room "cluster"')
  const openStore = () => Promise.reject(new Error('this room needs no store'))
  const { lab } = await load()
  return lab.open({ profile: null, docs: null, final: true, registry, openStore })
}

async function rowsOf(data: Data, lines: readonly Line[], registry: LabOptions['registry']): Promise<Row[]> {
  const run = await clusterer(registry)
  const online: string[] = []
  for (const { cluster: _, ...line } of lines) online.push(((await run.answer(line)) as Answer)[data.level])
  const gold = lines.map(({ cluster }) => String(cluster))
  const row = (metric: string, value: number, reach: number | null): Row => ({
    ...{ room: 'clustering', data: data.file, metric, value, reach, cases: lines.length },
    reference: reach === null ? null : (REFERENCES[data.file] ?? null),
  })
  return [
    row(`B-cubed F1 of ${data.level}`, bcubed(online, gold).f1, data.f1),
    row(`NMI of ${data.level}`, nmi(online, gold), data.nmi),
    row('B-cubed F1, settled', bcubed(settled(run, data.level), gold).f1, null),
  ]
}

const settled = (run: LabRun, level: keyof Answer): string[] =>
  Array.from(run.settle?.() ?? [], (answer) => (answer as Answer)[level])
