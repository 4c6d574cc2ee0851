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

/** Labelled streams in file order, one setting for all: what was decided as each line came, then what it settled to. */
export const evaluation: Evaluation = {
  room: 'clustering',
  async run({ shared }) {
    if (shared === null) return []
    const { entities: registry } = await readRegistry(join(import.meta.dirname, '..', 'registry'))
    const rows: Row[] = []
    for (const data of STREAMS) {
      const lines = await linesOf<Line>(join(shared, 'clustering', `${data.file}.jsonl`))
      if (lines.length > 0) rows.push(...(await rowsOf(data, lines, registry)))
    }
    return rows
  },
}

async function rowsOf(data: Data, lines: readonly Line[], registry: LabOptions['registry']): Promise<Row[]> {
  const load = LABS.cluster
  if (!load) throw new Error('the lab has no room "cluster"')
  const { lab } = await load()
  const openStore = () => Promise.reject(new Error('this room needs no store'))
  const run = await lab.open({ profile: null, docs: null, final: true, registry, openStore })
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
