import type { EarlierStory, EntityType } from '#domain'
import { cosine, countOf, plain, STOPWORDS, stem, type Token, terms, tokens } from '#text'
import { accountsIn, isAccount } from './sayer.ts'
import type { Tale } from './tale.ts'

/** Stories of the day that share a name or a phrase that the rest of the day does not. */
export type Cluster = {
  /** As it is printed: `attention sinks`, `Cerebras`. */
  readonly label: string
  /** The entity that is shared; null for a phrase. */
  readonly entityId: string | null
  /** Best first. */
  readonly tales: readonly Tale[]
  /** Stories told before that share the entity, newest first. */
  readonly earlier: readonly EarlierStory[]
}

type Candidate = {
  label: string
  entityId: string | null
  weight: number
  tales: Map<string, Tale>
  inTitle: number
}

/** A name with a capital or a figure, or a phrase; one common word (`transformer`, `alignment`) is as wide as a shelf. */
export const isNarrow = (label: string): boolean => /[\p{Lu}\d]/u.test(label) || /\s/.test(label)

const LOOKED_AT = 300
const LOOKED_AT_CHARACTERS = 1500
const MOST_SHARE = 0.12
const ALIKE = 0.5

/**
 * What the day is about, by counting: names that stories are about (not in passing) and runs of two or three words, each
 * in at least two stories and in no more than an eighth of them, but for what our memory never heard of. Best first; of two that hold nearly the same stories the
 * better one stands. `tales` come best first; `broad` are entities that are too wide to be a matter of one day;
 * `newcomers` are those that nobody told of before, or that just rose: they come first and may be what most of it is about.
 */
export function clustersOf(
  tales: readonly Tale[],
  broad: ReadonlySet<string> = new Set(),
  newcomers: ReadonlySet<string> = newIn(tales),
): Cluster[] {
  const looked = tales.slice(0, LOOKED_AT)
  const nearness = nearnessAmong(looked)
  const most = Math.max(8, Math.round(looked.length * MOST_SHARE))
  const accounts = accountsIn(looked)
  const names = byName(looked, broad)
    .filter(({ label }) => !isAccount(label, accounts))
    .flatMap((candidate) => ownMatter(candidate, looked, broad) ?? [])
  const candidates = [...names, ...byPhrase(looked)]
    .filter(
      ({ tales: members, entityId }) =>
        members.size >= 2 && (members.size <= most || newcomers.has(entityId ?? '')),
    )
    .map((candidate) => ({
      candidate,
      worth: worthOf(candidate, nearness) * (newcomers.has(candidate.entityId ?? '') ? NEWCOMER : 1),
    }))
    .sort((a, b) => b.worth - a.worth || (a.candidate.label < b.candidate.label ? -1 : 1))
  const kept: Cluster[] = []
  for (const { candidate } of candidates) {
    const ids = new Set(candidate.tales.keys())
    if (kept.some((cluster) => overlap(ids, cluster) > ALIKE || saysTheSame(candidate.label, cluster.label)))
      continue
    kept.push({
      label: candidate.label,
      entityId: candidate.entityId,
      tales: [...candidate.tales.values()],
      earlier: earlierOf(candidate),
    })
    if (kept.length === 24) break
  }
  return kept
}

// It comes before the small matters that lie within it.
const NEWCOMER = 10

// What nobody told of before may well be what most of the day is about.
const newIn = (tales: readonly Tale[]): ReadonlySet<string> =>
  new Set(
    tales.flatMap(({ firsts = [] }) =>
      firsts.flatMap(({ kind, entityIds }) => (kind === 'first-of' ? entityIds : [])),
    ),
  )

// A company is named in much that is not about it, and a topic is as wide as a shelf; a method is named where it is the matter.
const TYPE_WEIGHTS: Readonly<Record<EntityType, number>> = {
  topic: 0.8, method: 1.25, benchmark: 1.1, dataset: 1, hardware: 1.1, model: 1.2, product: 1, event: 1.1, government: 1,
  company: 0.85, lab: 0.85, person: 0.7, paper: 0.8, publication: 0.1,
} // biome-ignore format: a table

function byName(tales: readonly Tale[], broad: ReadonlySet<string>): Candidate[] {
  const found = new Map<string, Candidate & { surfaces: Map<string, number> }>()
  for (const tale of tales) {
    for (const [entityId, { name, salience, type }] of tale.names) {
      if (salience < 2 || broad.has(entityId)) continue
      const candidate = found.get(entityId) ?? {
        label: name,
        entityId,
        weight: TYPE_WEIGHTS[type],
        tales: new Map(),
        inTitle: 0,
        surfaces: new Map(),
      }
      candidate.tales.set(tale.id, tale)
      candidate.surfaces.set(name, (candidate.surfaces.get(name) ?? 0) + 1)
      if (salience === 3) candidate.inTitle++
      found.set(entityId, candidate)
    }
  }
  return [...found.values()].map(({ surfaces, ...candidate }) => ({
    ...candidate,
    label: commonest(surfaces),
  }))
}

// So many that speak of it themselves are a matter without those of which only others say it.
const SPEAKERS = 3

const MATTERS: ReadonlySet<EntityType> = new Set(['topic', 'method', 'benchmark', 'dataset', 'hardware'])

// Two stories that a third told in one breath share the name of one of them; the matter that ties them is what both
// speak of themselves, the rarest such name. Null where there is none.
function ownMatter(
  candidate: Candidate,
  looked: readonly Tale[],
  broad: ReadonlySet<string>,
): Candidate | null {
  const members = [...candidate.tales.values()]
  const speaks = ({ lead }: Tale, id: string | null) => lead.mentions.some(({ entityId }) => entityId === id)
  const speakers = members.filter((tale) => speaks(tale, candidate.entityId))
  if (members.length < 2 || speakers.length === members.length) return candidate
  if (speakers.length >= SPEAKERS)
    return { ...candidate, tales: new Map(speakers.map((tale) => [tale.id, tale])) }
  const [first, ...others] = members
  const common = [...(first?.names ?? [])]
    .filter(
      ([id, { name, type }]) =>
        MATTERS.has(type) && isNarrow(name) && !broad.has(id) && members.every((tale) => speaks(tale, id)),
    )
    .map(([id, { name }]) => ({ id, name, spread: looked.filter(({ names }) => names.has(id)).length }))
    .sort((a, b) => a.spread - b.spread || (a.id < b.id ? -1 : 1))[0]
  return common && others.length > 0 ? { ...candidate, label: common.name, entityId: common.id } : null
}

function byPhrase(tales: readonly Tale[]): Candidate[] {
  const found = new Map<string, Candidate & { surfaces: Map<string, number> }>()
  for (const tale of tales) {
    const { item } = tale.lead
    const titled = new Set(phrasesIn(plain(item.title)).map(({ key }) => key))
    const counts = new Map<string, { surface: string; count: number }>()
    for (const { key, surface } of [
      ...phrasesIn(plain(item.title)),
      ...phrasesIn(plain(item.text.slice(0, LOOKED_AT_CHARACTERS))),
    ]) {
      const entry = counts.get(key) ?? { surface, count: 0 }
      counts.set(key, {
        surface: /\p{Lu}/u.test(entry.surface) ? surface : entry.surface,
        count: entry.count + 1,
      })
    }
    for (const [key, { surface, count }] of counts) {
      // A phrase said once in passing says little of what the story is about.
      if (count < 2 && !titled.has(key)) continue
      const candidate = found.get(key) ?? {
        label: surface,
        entityId: null,
        weight: 0.9,
        tales: new Map(),
        inTitle: 0,
        surfaces: new Map(),
      }
      candidate.tales.set(tale.id, tale)
      candidate.surfaces.set(surface, (candidate.surfaces.get(surface) ?? 0) + 1)
      if (titled.has(key)) candidate.inTitle++
      found.set(key, candidate)
    }
  }
  return [...found.values()].map(({ surfaces, ...candidate }) => ({
    ...candidate,
    label: commonest(surfaces),
  }))
}

// Words that any paper or report of the field may hold; a phrase with one of them names no matter of its own.
const GENERIC = new Set(
  `large language model llm method approach framework paper work new novel based different proposed propose result performance
  experiment experimental extensive recent existing current first second third user use system time task across code available
  open source state-of-the-art real world real-world high low quality various multiple several single end-to-end better best top
  significant significantly achieve outperform show demonstrate introduce present study question answer dataset benchmark
  training train inference company million billion year today week month announced announce said say report deep learning neural
  network machine artificial intelligence ai`
    .split(/\s+/)
    .map(stem),
)

function phrasesIn(text: string): { key: string; surface: string }[] {
  const words = tokens(text)
  const found: { key: string; surface: string }[] = []
  for (let from = 0; from < words.length; from++) {
    for (let size = 2; size <= 3; size++) {
      const run = words.slice(from, from + size)
      if (run.length < size || !run.every(isContent) || !isJoined(run)) break
      const surface = text.slice(run[0]?.start, run.at(-1)?.end)
      found.push({
        key: run.map(({ text: word }) => stem(word.toLowerCase())).join(' '),
        surface: lowered(surface),
      })
    }
  }
  return found
}

function isContent({ text }: Token): boolean {
  const small = text.toLowerCase()
  return (
    text.length > 2 &&
    !/\d/.test(text) &&
    !STOPWORDS.has(small) &&
    !GENERIC.has(stem(small)) &&
    !/(?:ly|['’]s)$/.test(small)
  )
}

function isJoined(run: readonly Token[]): boolean {
  return run.every((token, index) => index === 0 || token.start - (run[index - 1]?.end ?? 0) === 1)
}

// "Reward Hacking" in a title is "reward hacking" in a sentence; acronyms and names with inner capitals stay.
function lowered(surface: string): string {
  return surface.replace(/(?<![\p{L}\d])\p{Lu}(?=\p{Ll}+(?![\p{L}]))/gu, (letter) => letter.toLowerCase())
}

function commonest(surfaces: ReadonlyMap<string, number>): string {
  return [...surfaces].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? ''
}

const MANY = 5

// Many stories are worth more than two, but only as long as they are near each other: a shelf is no matter of the day.
function worthOf({ label, tales, inTitle, weight }: Candidate, nearness: Nearness): number {
  const members = [...tales.values()]
  const sum = members.reduce(
    (total, { score, genre }) => total + score.score / (genre === 'practice' ? 200 : 100),
    0,
  )
  const kinds = new Set(members.map(({ genre }) => genre)).size
  const families = new Set(members.flatMap((tale) => tale.families)).size
  return (
    weight *
    Math.sqrt(Math.min(members.length, MANY)) *
    (sum / members.length + 0.35) *
    (0.6 + inTitle / members.length) *
    (0.04 + Math.min(0.5, nearness(members))) *
    (isNarrow(label) ? 1 : 0.4) *
    (1 + 0.15 * (kinds - 1)) *
    (families > 1 ? 1.1 : 1)
  )
}

type Nearness = (members: readonly Tale[]) => number

// The mean cosine of pairs, over words weighted by how rare they are today; of many members the first eight.
function nearnessAmong(tales: readonly Tale[]): Nearness {
  const bags = new Map(
    tales.map(({ id, lead }) => [
      id,
      countOf(terms(plain(`${lead.item.title} ${lead.item.text.slice(0, LOOKED_AT_CHARACTERS)}`))),
    ]),
  )
  const inStories = countOf([...bags.values()].flatMap((bag) => [...bag.keys()]))
  const vectors = new Map(
    [...bags].map(([id, bag]) => [
      id,
      new Map(
        [...bag].map(([term, count]) => [
          term,
          Math.sqrt(count) * Math.log((tales.length + 1) / (inStories.get(term) ?? 1)),
        ]),
      ),
    ]),
  )
  return (members) => {
    const some = members.slice(0, 8).flatMap(({ id }) => vectors.get(id) ?? [])
    let [sum, pairs] = [0, 0]
    for (const [at, one] of some.entries())
      for (const other of some.slice(at + 1)) {
        sum += cosine(one, other)
        pairs++
      }
    return pairs === 0 ? 0 : sum / pairs
  }
}

function overlap(ids: ReadonlySet<string>, { tales }: Cluster): number {
  const shared = tales.filter(({ id }) => ids.has(id)).length
  return shared / Math.min(ids.size, tales.length)
}

function saysTheSame(a: string, b: string): boolean {
  const flat = (text: string) =>
    text
      .toLowerCase()
      .split(/[\s-]+/)
      .map(stem)
      .join(' ')
  return flat(a).includes(flat(b)) || flat(b).includes(flat(a))
}

function earlierOf({ label, entityId, tales }: Candidate): EarlierStory[] {
  const today = new Set([...tales.values()].map(({ lead }) => lead.item.title.toLowerCase()))
  const found = new Map<string, EarlierStory>()
  for (const tale of tales.values())
    for (const story of tale.previous)
      if (
        entityId !== null &&
        story.sharedEntities.includes(label) &&
        !today.has(story.telling.item.title.toLowerCase())
      )
        found.set(story.storyId, story)
  return [...found.values()].sort((a, b) =>
    a.seenAt > b.seenAt ? -1 : a.seenAt < b.seenAt ? 1 : a.storyId < b.storyId ? -1 : 1,
  )
}
