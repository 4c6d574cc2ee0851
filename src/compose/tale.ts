import type {
  Disagreement,
  Dossier,
  EarlierStory,
  Entity,
  Interval,
  Mention,
  Novelty,
  Score,
  Slip,
  StoryRef,
  Telling,
} from '#domain'
import { terms } from '#text'
import { isClause } from './clause.ts'
import { type Line, linesOf } from './line.ts'
import { isTalk } from './remarks.ts'
import { bringerOf, isForum, sayerOf } from './sayer.ts'
import { leansBack, nameOf, subtitleOf, titleOf } from './title.ts'
import { webAddress } from './web-address.ts'
import { wordCount } from './words.ts'

/** A slip in the text of one of a story's items. */
export type ToldSlip = { readonly itemId: string; readonly slip: Slip }

/** A sentence of one of a story's items that is opinion or caveat, by where it starts in the item's text. */
export type ToldAside = {
  readonly itemId: string
  readonly start: number
  readonly kind: 'opinion' | 'caveat'
}

/** A story of the day as it is handed in: everything known of it, what it is worth, and what we told before. */
export type DigestStory = {
  readonly dossier: Dossier
  readonly score: Score
  readonly disagreements: readonly Disagreement[]
  /** Best first. */
  readonly previous: readonly EarlierStory[]
  readonly slips?: readonly ToldSlip[]
  readonly asides?: readonly ToldAside[]
  /** What it is the first in our memory to do, most telling first. */
  readonly firsts?: readonly Novelty[]
}

/** Papers, what companies and the press say, and what practitioners say: the three voices of a day. */
type Genre = 'paper' | 'industry' | 'practice'

/** A story made ready to be told. */
export type Tale = DigestStory & {
  readonly id: string
  readonly genre: Genre
  /** The telling that it is told from. */
  readonly lead: Telling
  /** At most 130 characters. */
  readonly title: string
  /** What a bold lead says: a paper's own name for its thing, else the title. */
  readonly name: string
  /** What the title says after the name; null when the name is all of it. */
  readonly subtitle: string | null
  /** The title itself says what happened. */
  readonly isTelling: boolean
  /** `arXiv 2605.12483`, or the names of its sources. */
  readonly label: string
  readonly url: string | null
  /** Who tells it in their own words in the window, best weight first. */
  readonly sourceNames: readonly string[]
  /** The publishers that tell it in their own words, in the window or before it, best weight first. */
  readonly families: readonly string[]
  readonly names: ReadonlyMap<
    string,
    {
      readonly name: string
      readonly salience: number
      readonly type: Entity['type']
      readonly known: boolean
    }
  >
  /** Printable sentences: those of the lead telling first, then the others'. */
  readonly lines: () => readonly Line[]
}

const MOST_TELLINGS = 6

/** Makes a story ready; null when there is nothing of it in the window that could be told. */
export function taleOf(story: DigestStory, window: Interval): Tale | null {
  const own = story.dossier.tellings.filter((telling) => telling.copyOf === null)
  const fresh = own.filter(({ item }) => item.seenAt >= window.from && item.seenAt < window.to)
  const ranked = [...(fresh.length > 0 ? fresh : own)].sort(byWorth)
  const [lead] = ranked
  if (!lead) return null
  const tellings = ranked.slice(0, MOST_TELLINGS)
  const genre = genreOf(tellings)
  const title = titleOf(lead)
  const names = namesIn(tellings)
  const name = nameOf(lead, title, genre === 'paper')
  let lines: readonly Line[] | null = null
  return {
    ...story,
    id: story.dossier.story.id,
    genre,
    lead,
    title,
    name,
    subtitle: subtitleOf(title, name),
    isTelling:
      genre === 'paper' || (isClause(title) && wordCount(title) >= 5 && /[\p{Lu}\d]/u.test(title.slice(1))),
    label: labelOf(genre, lead, ranked),
    url: webAddress(lead.item.url),
    sourceNames: unique(ranked.map(sayerOf)),
    families: unique([...own].sort(byWorth).map(({ source }) => source.family)),
    names,
    lines() {
      const share = subjectShare(title, name, names)
      lines ??= tellings
        .flatMap((telling) =>
          linesOf(telling, name, telling.item.kind === 'paper' || (telling === lead && genre === 'paper')),
        )
        .map((line) => (line.telling === lead ? line : underItsLabel(line)))
        .map((line) => (isAside(story, line, 'opinion') ? { ...line, role: 'remark' as const } : line))
        .map((line) => ({ ...line, about: share(line.running) }))
      return lines
    },
  }
}

/** Whether a sentence is what its speaker thinks of the story, or how far they trust it. */
export const isAside = (
  { asides = [] }: DigestStory,
  { telling, start }: Line,
  kind: ToldAside['kind'],
): boolean =>
  asides.some((aside) => aside.kind === kind && aside.itemId === telling.item.id && aside.start === start)

const LABEL_WORDS = 4

// A part of a newsletter that is headed "OpenAI's official line: …" says whose line it is: among other tellings that must
// not be lost.
function underItsLabel(line: Line): Line {
  const { item, mentions } = line.telling
  const [label = '', ...rest] = item.title.split(': ')
  const isLabel = item.partOf !== null && wordCount(label) <= LABEL_WORDS && !isClause(label)
  const speaker = mentions.find(
    ({ field, start, end, type }) => field === 'title' && end <= label.length && start < 2 && ACTS.has(type),
  )
  if (rest.length === 0 || !isLabel || label.startsWith('@') || !speaker || speaker.end === label.length)
    return line
  if (line.running.includes(speaker.surface)) return line
  const text = `${label}: ${line.running}`
  return { ...line, text, running: text, words: wordCount(text) }
}

const ACTS: ReadonlySet<string> = new Set(['company', 'lab', 'person', 'government'])

const TITLE_WORDS = 4
const NAMED = 0.5

// How much of what a story is called a sentence repeats: words of the title, and the names that the title is about.
function subjectShare(title: string, name: string, names: Tale['names']): (text: string) => number {
  const titled = new Set(terms(title))
  const subjects = [name, ...[...names.values()].flatMap((one) => (one.salience === 3 ? [one.name] : []))]
  return (text) => {
    const shared = new Set(terms(text).filter((term) => titled.has(term))).size
    const words = titled.size === 0 ? 0 : Math.min(1, shared / Math.min(TITLE_WORDS, titled.size))
    return words + (subjects.some((subject) => text.includes(subject)) ? NAMED : 0)
  }
}

/** What practitioners ask the round. */
export const isQuestion = ({ genre, title }: Tale): boolean => genre === 'practice' && title.endsWith('?')

const NO_MATTER: ReadonlySet<string> = new Set(['person', 'company', 'lab', 'government', 'publication'])

/** A heading that is nothing but who speaks or acts, or points back to a name that is not found: what happened is not in it. */
export function isBareName({ lead, title, name, genre }: Tale): boolean {
  if (name === title && leansBack(lead, title)) return true
  if (genre === 'paper' || wordCount(title) > 4 || /\d/.test(title)) return false
  const named = lead.mentions.filter(({ field, type }) => field === 'title' && NO_MATTER.has(type))
  const covered = named.reduce((sum, { start, end }) => sum + end - start, 0)
  return covered >= 0.7 * title.length
}

/** How another place of the edition points to this story. */
export function refTo(tale: Tale, evidence: readonly number[]): StoryRef {
  return {
    storyId: tale.id,
    title: tale.name,
    url: tale.url,
    date: tale.dossier.story.firstSeenAt.slice(0, 10),
    sourceName: sayerOf(tale.lead),
    evidence,
  }
}

const KINDS: Readonly<Record<string, number>> = {
  paper: 3,
  article: 2,
  model: 2,
  repository: 2,
  transcript: 1.5,
  issue: 1.5,
  post: 1,
  discussion: 1,
  ranking: 0,
}

// The telling to tell it from says enough, comes from a source that counts, and is nearest to the thing itself.
function byWorth(a: Telling, b: Telling): number {
  const worth = ({ item, source, mentions }: Telling) =>
    (KINDS[item.kind] ?? 1) +
    2 * source.weight +
    Math.min(3, Math.log10(1 + item.text.length)) +
    (item.text.length < 60 ? -3 : 0) +
    (opensWithActor(item, mentions) ? 0.4 : 0)
  return worth(b) - worth(a) || (a.item.seenAt < b.item.seenAt ? -1 : 1) || (a.item.id < b.item.id ? -1 : 1)
}

const MAKERS: ReadonlySet<string> = new Set(['company', 'lab', 'government', 'model', 'product'])

// "OpenAI launched …" tells the deed itself, where "Third parties: …" tells what was made of it.
const opensWithActor = ({ title }: Telling['item'], mentions: readonly Mention[]): boolean =>
  !isTalk(title) &&
  isClause(title) &&
  mentions.some(
    ({ field, start, known, type }) => field === 'title' && start < 2 && known && MAKERS.has(type),
  )

// What is said of a paper is no paper.
const TALKS: ReadonlySet<string> = new Set(['article', 'post', 'discussion', 'issue', 'transcript'])

function genreOf(tellings: readonly Telling[]): Genre {
  if (tellings.some(({ item }) => item.kind === 'paper' || item.kind === 'ranking')) return 'paper'
  const first = tellings[0]?.item
  if (first?.ids.reddit || first?.ids.hackerNews || (first && isForum(first.title))) return 'practice'
  if (first?.ids.arxiv && !TALKS.has(first.kind)) return 'paper'
  return tellings.some(
    ({ item }) =>
      item.kind === 'article' || item.kind === 'issue' || item.kind === 'model' || item.kind === 'transcript',
  )
    ? 'industry'
    : 'practice'
}

function labelOf(genre: Genre, lead: Telling, tellings: readonly Telling[]): string {
  if (genre === 'paper' && lead.item.ids.arxiv) return `arXiv ${lead.item.ids.arxiv}`
  const names = unique(tellings.map(sayerOf))
  const shown = names.length > 3 ? [...names.slice(0, 3), `${names.length - 3} more`] : names
  const bringer = bringerOf(lead)
  return `${shown.join(', ')}${bringer ? `, via ${bringer}` : ''}`
}

function namesIn(tellings: readonly Telling[]): Tale['names'] {
  const names = new Map<string, { name: string; salience: number; type: Entity['type']; known: boolean }>()
  const weigh = ({ entityId, name, salience, type, known }: Mention) => {
    if ((names.get(entityId)?.salience ?? 0) < salience) names.set(entityId, { name, salience, type, known })
  }
  for (const { mentions } of tellings) mentions.forEach(weigh)
  return names
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)]
}
