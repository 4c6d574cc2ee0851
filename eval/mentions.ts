import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readRegistry } from '#adapters'
import type { EntityType, Mention } from '#domain'
import { createMentionFinder } from '#extract'
import type { Evaluation, Gold, Row } from './evaluation.ts'
import { linesOf } from './files.ts'
import { type Counts, f1, matched, NO_COUNTS, plus, recall } from './metrics/assignment.ts'

type Find = (item: { readonly title: string; readonly text: string }) => readonly Mention[]
type Case = { readonly title: string; readonly text: string; readonly wanted: readonly Wanted[] }
type Wanted = { readonly start: number; readonly end: number; readonly types: readonly EntityType[] }

/** Names in our own sentences, in encyclopaedia sentences, in two reference documents and in daily newsletters. */
export const evaluation: Evaluation = {
  room: 'mentions',
  async run(gold) {
    const { entities } = await readRegistry(join(import.meta.dirname, '..', 'registry'))
    const find = createMentionFinder(entities)
    const rows = spanRows('own sentences', await ownCases(gold), find, { span: 0.85, typed: 0.75 })
    if (gold.shared === null) return rows
    const { shared } = gold
    for (const part of ['train', 'dev'])
      rows.push(
        ...spanRows(`crossner_ai_${part}`, await crossnerCases(shared, part), find, {
          span: 0.6,
          typed: 0.4,
        }),
      )
    return [...rows, ...(await sourceRows(shared, find)), ...(await issueRows(shared, find))]
  },
}

function spanRows(
  data: string,
  cases: readonly Case[],
  find: Find,
  reach: { readonly span: number; readonly typed: number },
): Row[] {
  if (cases.length === 0) return []
  let span = NO_COUNTS
  let typed = NO_COUNTS
  for (const { title, text, wanted } of cases) {
    const found = find({ title, text }).filter(({ field }) => field === 'text')
    const same = (a: Mention, b: Wanted) => a.start === b.start && a.end === b.end
    span = plus(span, matched(found, wanted, same))
    typed = plus(
      typed,
      matched(found, wanted, (a, b) => same(a, b) && b.types.includes(a.type)),
    )
  }
  const base = { room: 'mentions', data, cases: span.wanted }
  const crossner = data.startsWith('crossner')
  return [
    { ...base, metric: 'span F1', value: f1(span), reach: reach.span, reference: null },
    {
      ...base,
      metric: 'typed F1',
      value: f1(typed),
      reach: reach.typed,
      reference: crossner ? 'GLiNER-L .572, ChatGPT .524' : null,
    },
  ]
}

type OwnLine = {
  readonly title?: string
  readonly text: string
  readonly mentions: readonly (readonly [string, EntityType])[]
}

// Our gold gives each name as it stands, in order; the next place after the one before it is meant.
async function ownCases({ own }: Gold): Promise<Case[]> {
  return (await linesOf<OwnLine>(join(own, 'mentions.jsonl'))).map(({ title = '', text, mentions }) => {
    let from = 0
    const wanted = mentions.map(([surface, type]) => {
      const start = text.indexOf(surface, from)
      if (start < 0) throw new Error(`eval/gold/mentions.jsonl: "${surface}" is not in "${text}"`)
      from = start + surface.length
      return { start, end: from, types: [type] }
    })
    return { title, text, wanted }
  })
}

/** Their fourteen types in ours; several where ours cut finer. */
const CROSSNER: Readonly<Record<string, readonly EntityType[]>> = {
  ...{ field: ['topic'], task: ['topic'], algorithm: ['method'], metrics: ['benchmark'] },
  ...{
    researcher: ['person'],
    person: ['person'],
    university: ['lab'],
    conference: ['event', 'publication'],
  },
  ...{ product: ['product', 'model', 'dataset', 'hardware'], programlang: ['product'] },
  ...{ organisation: ['company', 'lab', 'government', 'publication'], country: ['government'] },
  ...{ location: ['government'], misc: ['topic', 'method', 'product', 'paper', 'dataset'] },
}

type CrossnerLine = {
  readonly tokens: readonly string[]
  readonly entities: readonly [number, number, string][]
}

async function crossnerCases(shared: string, part: string): Promise<Case[]> {
  return (await linesOf<CrossnerLine>(join(shared, 'ner', `crossner_ai_${part}.jsonl`))).map(
    ({ tokens, entities }) => {
      const starts: number[] = []
      let at = 0
      for (const token of tokens) {
        starts.push(at)
        at += token.length + 1
      }
      const wanted = entities.map(([first, end, type]) => ({
        start: starts[first] ?? 0,
        end: (starts[end - 1] ?? 0) + (tokens[end - 1] ?? '').length,
        types: CROSSNER[type] ?? [],
      }))
      return { title: '', text: tokens.join(' '), wanted }
    },
  )
}

type SourceEntity = { readonly doc: string; readonly name: string; readonly aliases: readonly string[]; readonly salience: number } // biome-ignore format: one record

/** The reference documents: an entity is recalled when a mention bears one of its names. */
async function sourceRows(shared: string, find: Find): Promise<Row[]> {
  const wanted = await linesOf<SourceEntity>(join(shared, 'sources', 'entities.jsonl'))
  const counts = new Map<number, Counts>()
  for (const doc of new Set(wanted.map((entity) => entity.doc))) {
    const path = join(shared, 'sources', `${doc}.txt`)
    if (!existsSync(path)) continue
    const named = new Set(
      find({ title: '', text: await readFile(path, 'utf8') }).flatMap(({ name, surface }) => [
        key(name),
        key(surface),
      ]),
    )
    for (const { doc: of, name, aliases, salience } of wanted) {
      if (of !== doc) continue
      const right = [name, ...aliases].some((each) => named.has(key(each))) ? 1 : 0
      counts.set(salience, plus(counts.get(salience) ?? NO_COUNTS, { right, found: 0, wanted: 1 }))
    }
  }
  const reach: Readonly<Record<number, number>> = { 3: 0.95, 2: 0.9 }
  return [3, 2, 1].flatMap((salience) => {
    const count = counts.get(salience)
    if (!count) return []
    const base = { room: 'mentions', data: 'sources', reference: null, cases: count.wanted }
    return [
      {
        ...base,
        metric: `recall at salience ${salience}`,
        value: recall(count),
        reach: reach[salience] ?? null,
      },
    ]
  })
}

type Tags = { readonly slug: string; readonly companies: string[]; readonly models: string[]; readonly people: string[] } // biome-ignore format: one record

const TAGGED = {
  companies: { types: ['company', 'lab'], reach: 0.45, reference: 'perfect list .51, capitals .25' },
  models: { types: ['model'], reach: 0.5, reference: 'perfect list .58, capitals .33' },
  people: { types: ['person'], reach: 0.5, reference: 'perfect list .62, capitals .29' },
} as const

/** Daily newsletters: of our first R names of a kind, the share that the editor tagged, R being how many he tagged. */
async function issueRows(shared: string, find: Find): Promise<Row[]> {
  const folder = join(shared, '..', 'corpus')
  if (!existsSync(join(folder, 'ainews'))) return []
  const files = new Set(await readdir(join(folder, 'ainews')))
  const sums = { companies: [0, 0], models: [0, 0], people: [0, 0] }
  for (const tags of await linesOf<Tags>(join(folder, 'ainews-index.jsonl'))) {
    const file = fileOf(tags.slug)
    if (!files.has(file)) continue
    const [title, text] = issueOf(await readFile(join(folder, 'ainews', file), 'utf8'))
    const mentions = find({ title, text })
    for (const kind of ['companies', 'models', 'people'] as const) {
      const wanted = tags[kind]
      if (wanted.length === 0) continue
      const first = ranked(mentions, TAGGED[kind].types).slice(0, wanted.length)
      const right = wanted.filter((tag) => first.some((names) => names.has(key(tag)))).length
      sums[kind][0] = (sums[kind][0] ?? 0) + right / wanted.length
      sums[kind][1] = (sums[kind][1] ?? 0) + 1
    }
  }
  return (['companies', 'models', 'people'] as const).flatMap((kind) => {
    const [sum = 0, cases = 0] = sums[kind]
    const { reach, reference } = TAGGED[kind]
    const base = { room: 'mentions', data: 'ainews tags', metric: `R-precision of ${kind}` }
    return cases === 0 ? [] : [{ ...base, value: sum / cases, reach, reference, cases }]
  })
}

/** The spellings of each name of these types: the most salient first, then the most frequent, then the earliest. */
function ranked(mentions: readonly Mention[], types: readonly EntityType[]): ReadonlySet<string>[] {
  const names = new Map<string, { salience: number; count: number; spellings: Set<string> }>()
  for (const { entityId, name, surface, salience, type } of mentions) {
    if (!types.includes(type)) continue
    const held = names.get(entityId) ?? { salience: 0, count: 0, spellings: new Set([key(name)]) }
    names.set(entityId, held)
    held.salience = Math.max(held.salience, salience)
    held.count++
    held.spellings.add(key(surface))
  }
  return [...names.values()]
    .sort((a, b) => b.salience - a.salience || b.count - a.count)
    .map(({ spellings }) => spellings)
}

const fileOf = (slug: string) => `20${slug.replace(/^(\d\d-\d\d-\d\d)-(?:ainews-)?/, '$1-')}.md`

// The front matter holds the editor's tags and his summary: only title and body may be read.
function issueOf(markdown: string): [title: string, text: string] {
  const [, front = '', body = markdown] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(markdown) ?? []
  const title = /^title: *(?:>-?\n)?([\s\S]*?)\n(?=\w+:)/m.exec(front)?.[1] ?? ''
  return [title.replace(/\s+/g, ' ').replace(/^['"]|['"]$/g, ''), body]
}

const key = (name: string) =>
  name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
