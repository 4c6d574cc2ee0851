import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Thread } from '#domain'
import { threads } from '../src/app/index.ts'
import type { Evaluation, Row } from './evaluation.ts'
import { linesOf } from './files.ts'
import { corpusBeside, withHouse } from './metrics/houses.ts'

type Wanted = { readonly doc: string; readonly name: string; readonly members: readonly string[] }

const LONG_DAYS = 21
/**
 * Lines that run through the newsletters of 2026 for months, as anyone sees who reads them: an open model from rumour to
 * release to its price war, two ways to draft tokens, a number format, and a family of models that people run at home.
 */
const DEFENDED: readonly (readonly [topic: string, name: RegExp])[] = [
  ['DeepSeek V4, from rumour to release', /deepseek[- ]?v4/i],
  ['speculative decoding', /speculative decoding/i],
  ['multi-token prediction', /multi-token prediction|\bMTP\b/i],
  ['four-bit floats on Blackwell', /NVFP4/i],
  ['Gemma 4 at home', /gemma 4/i],
]

/**
 * Threads of a reference digest, found when the day's items and the digest are read: the share of pairs of members that
 * one thread holds together. And lines of three weeks or more over four months of newsletters, for five topics.
 */
export const evaluation: Evaluation = {
  room: 'threads',
  async run({ shared }) {
    if (shared === null) return []
    return [...(await statedRows(shared)), ...(await corpusRows(corpusBeside(shared)))]
  },
}

async function statedRows(shared: string): Promise<Row[]> {
  const paths = [join(shared, 'reading', 'raw-items.jsonl'), join(shared, 'sources', '002.txt')]
  const gold = (await linesOf<Wanted>(join(shared, 'sources', 'threads.jsonl'))).filter(
    ({ doc }) => doc === '002',
  )
  if (gold.length === 0 || !paths.every((path) => existsSync(path))) return []
  const found = await withHouse({ paths, now: '2026-05-16T00:00:00.000Z' }, (house) =>
    threads(house, { asOf: null, limit: 1000 }),
  )
  const pairs = gold.flatMap(({ members }) =>
    members.flatMap((one, at) => members.slice(at + 1).map((other) => [one, other] as const)),
  )
  const linked = pairs.filter(([one, other]) =>
    found.some((thread) => holds(thread, one) && holds(thread, other)),
  )
  const base = { room: 'threads', data: 'sources 002', reference: null }
  return [
    {
      ...base,
      metric: 'member pairs linked',
      value: linked.length / pairs.length,
      cases: pairs.length,
      reach: 0.7,
    },
  ]
}

const holds = ({ members }: Thread, wanted: string): boolean =>
  members.some(({ title }) => isCalled(title, wanted))

const SMALL = new Set('a an the of in on to and for paper position report can lead'.split(' '))

/** Whether a name is meant by another: all telling words of the shorter stand in the longer. */
function isCalled(one: string, other: string): boolean {
  const words = (text: string) =>
    new Set((text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !SMALL.has(word)))
  const [short, long] = [words(one), words(other)].sort((a, b) => a.size - b.size)
  return (
    short !== undefined && long !== undefined && short.size > 0 && [...short].every((word) => long.has(word))
  )
}

async function corpusRows(corpus: string | null): Promise<Row[]> {
  if (corpus === null) return []
  const paths = [join(corpus, 'ainews')]
  const found = await withHouse({ paths, now: '2026-05-12T00:00:00.000Z' }, (house) =>
    threads(house, { asOf: null, limit: 1000 }),
  )
  const long = DEFENDED.filter(([, name]) =>
    found.some(
      (thread) => name.test(thread.name) && daysOf(thread) >= LONG_DAYS && thread.standing === 'recurrent',
    ),
  )
  return [
    {
      ...{ room: 'threads', data: 'newsletters of 2026', metric: 'of five topics, threads of three weeks' },
      ...{ value: long.length / DEFENDED.length, cases: DEFENDED.length, reference: null, reach: 1 },
    },
  ]
}

const daysOf = ({ openedAt, lastMovedAt }: Thread): number =>
  (Date.parse(lastMovedAt) - Date.parse(openedAt)) / 86_400_000
