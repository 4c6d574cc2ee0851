import type { Instant, Sentence, StoryRef, Thread, ThreadBlock, ThreadMember, ThreadSignal } from '#domain'
import { plain } from '#text'
import { attributed } from './apart.ts'
import { type Book, tally, type Witness } from './book.ts'
import { choose, HIT, POINTS } from './choose.ts'
import { isNarrow } from './clusters.ts'
import type { Day } from './day.ts'
import { computedHeld, type Pen } from './held.ts'
import { hedged, isMeasured } from './measures.ts'
import { headOf } from './relations.ts'
import { accountsIn, isAccount, sayerOf } from './sayer.ts'
import { shortened } from './shorten.ts'
import { refTo, type Tale } from './tale.ts'
import { printedTitle } from './title.ts'
import { standsAlone } from './usable.ts'
import { capitalised, clipped, closed, counted, dayOf, wordCount } from './words.ts'

/** A thread of our memory that stories of the window moved, with the items that may be cited for it, by id. */
export type MovedThread = { readonly thread: Thread; readonly witnesses: ReadonlyMap<string, Witness> }

/** A thread with those of its stories that are told today. */
export type ToldThread = MovedThread & { readonly today: readonly Tale[]; readonly worth: number }

// Who speaks and where it was is not what a line of stories is about.
export const NO_MATTER: ReadonlySet<string> = new Set(['person', 'government', 'publication'])
const TOP = 3
const IN_TITLE = 3
const SIGNALLED = 0.3
const CLAIMED = 1.3
const THE_READERS = 2

/**
 * The threads that stories of the day moved, best first: one that the reader keeps, then by what its stories are worth
 * today, by what happened in it and by how little it is on everything. One of today's stories must be about what it is called.
 */
export function toldThreads(moved: readonly MovedThread[], { tales, from, broad }: Day): ToldThread[] {
  const byId = new Map(tales.map((tale) => [tale.id, tale]))
  const accounts = accountsIn(tales)
  return moved
    .flatMap(({ thread, witnesses }): ToldThread[] => {
      const today = [...new Set(thread.members.flatMap(({ storyId }) => byId.get(storyId ?? '') ?? []))]
      const isAbout = today.some(({ names }) =>
        thread.entityIds.some((id) => {
          const named = names.get(id)
          return named?.salience === IN_TITLE && !broad.has(id) && !NO_MATTER.has(named.type)
        }),
      )
      const isNamed = isNarrow(thread.name) && !isAccount(thread.name, accounts)
      if (!isNamed || today.length === 0 || isOfToday(thread, today)) return []
      if (!isAbout && thread.claim === null && thread.standing !== 'reader') return []
      return [{ thread, witnesses, today, worth: worthOf(thread, today, from) }]
    })
    .sort((a, b) => b.worth - a.worth || (a.thread.id < b.thread.id ? -1 : 1))
}

// A crowd of one day with a story or two before it is told as a matter of the day; nothing lasts in it yet.
const isOfToday = ({ members, claim, standing }: Thread, today: readonly Tale[]): boolean =>
  today.length === members.length ||
  (3 * today.length > 2 * members.length && claim === null && standing !== 'reader')

function worthOf(
  { members, signals, claim, standing }: Thread,
  today: readonly Tale[],
  from: Instant,
): number {
  const best = today.map(({ score }) => score.score / 100).sort((a, b) => b - a)
  const fresh = signals.filter(({ at }) => at >= from).length
  return (
    (best.slice(0, TOP).reduce((sum, one) => sum + one, 0) *
      (1 + SIGNALLED * fresh) *
      (claim ? CLAIMED : 1) *
      (standing === 'reader' ? THE_READERS : 1)) /
    members.length ** 0.25
  )
}

const TODAY_SHOWN = 4
const MEMBERS_SHOWN = 6
const NEWEST_WORDS = 34
const REST_WORDS = 30

/** The thread as it is printed: its size, what moved it today, what happened in it, and what sources say comes next. */
export function threadBlock(
  told: ToldThread,
  { date, from }: { date: string; from: Instant },
  pen: Pen,
): ThreadBlock {
  const { book } = pen
  const { thread, witnesses, today } = told
  const ids = new Set(today.map(({ id }) => id))
  const before = thread.members.filter(({ storyId }) => storyId === null || !ids.has(storyId))
  const shown = today.slice(0, TODAY_SHOWN)
  const members = [
    ...shown.map((tale) => refTo(tale, book.numbersOf([tale.lead]))),
    ...before
      .slice(shown.length - MEMBERS_SHOWN)
      .reverse()
      .flatMap((member) => refOf(member, witnesses, book) ?? []),
  ]
  return {
    kind: 'thread',
    name: capitalised(thread.name),
    size: sizeOf(told, date, pen),
    sentences: [
      ...claimOf(thread, witnesses, pen),
      ...newest(thread.name, today, pen),
      ...signalsOf(
        thread.signals.filter(({ at }) => at >= from),
        witnesses,
        pen,
      ),
      ...nextOf(thread, { witnesses, date }, pen),
    ],
    members,
  }
}

function refOf(
  { storyId, title, url, at, itemIds, sourceNames }: ThreadMember,
  witnesses: MovedThread['witnesses'],
  book: Book,
): StoryRef | null {
  const witness = itemIds.flatMap((id) => witnesses.get(id) ?? [])[0]
  if (!witness) return null
  return {
    storyId: storyId ?? witness.item.id,
    title: printedTitle(title),
    url,
    date: at.slice(0, 10),
    sourceName: sourceNames.length === 1 ? sayerOf(witness) : (sourceNames[0] ?? witness.source.name),
    evidence: book.numbersOf([witness]),
  }
}

/** What was counted is the whole thread, not only what is listed below it. */
function sizeOf({ thread: { members }, witnesses, today }: ToldThread, date: string, pen: Pen): Sentence {
  const days = members.map(({ at }) => at.slice(0, 10)).sort()
  const tallies = [
    tally(
      'stories',
      members.map(({ storyId, title }) => storyId ?? title),
    ),
    tally('days', days),
    tally(
      'of them told today',
      today.map(({ id }) => id),
    ),
  ]
  const [stories = 0, told = 0, now = 0] = tallies.map(({ value }) => value)
  const size = `${counted(stories, 'story', 'stories')} on ${counted(told, 'day')}`
  const first = members[0]?.itemIds.flatMap((id) => witnesses.get(id) ?? []) ?? []
  return (
    computedHeld(
      pen,
      `${size} since ${dayOf(days[0] ?? date, date)}, ${now} of them told today.`,
      first,
      tallies,
    ) ?? pen.book.computed(`${size}, ${now} of them told today.`, [], tallies)
  )
}

// What a source says that runs through them.
function claimOf({ claim }: Thread, witnesses: MovedThread['witnesses'], { book, holds }: Pen): Sentence[] {
  const witness = claim?.itemIds.flatMap((id) => witnesses.get(id) ?? [])[0]
  const text = claim && closed(plain(claim.text))
  if (!witness || !text || !standsAlone(text)) return []
  const fitting = wordCount(text) > REST_WORDS ? shortened(text, REST_WORDS) : text
  return fitting && holds(fitting, [witness]) ? [book.computed(fitting, [witness])] : []
}

/**
 * What moved it: a sentence of a story that is told elsewhere too or has another left to be told by, else the figure that
 * one of today's stories has for what the thread is called.
 */
export function newest(name: string, tales: readonly Tale[], pen: Pen): Sentence[] {
  const { book } = pen
  for (const tale of tales) {
    const line = choose(tale, { ...HIT, words: NEWEST_WORDS }, book, { only: POINTS, whole: true })
    const isTold = tale.lines().some((one) => book.isPrinted(one))
    if (
      line &&
      (isTold || choose(tale, HIT, book, { only: ['result', 'approach'], whole: true, not: [line] }))
    )
      return [book.chosen(line, attributed(tale, line))]
  }
  for (const tale of tales) {
    const claim = tale.lead.claims.find(({ metric }) => metric?.toLowerCase().includes(name.toLowerCase()))
    const sentence =
      claim?.metric && !tale.title.includes(claim.value) && isMeasured(claim, tale.lead)
        ? computedHeld(pen, `${headOf(tale)}: ${claim.metric} ${hedged(claim)}.`, [tale.lead])
        : null
    if (sentence) return [sentence]
  }
  return []
}

const MOST_SIGNALS = 1

function signalsOf(
  signals: readonly ThreadSignal[],
  witnesses: MovedThread['witnesses'],
  pen: Pen,
): Sentence[] {
  return signals
    .filter(({ kind }) => kind !== 'third-of-a-kind')
    .flatMap(({ because, itemIds }) => {
      const text = because.replace(/"([^"]*)"/g, (_, title: string) => `“${printedTitle(title)}”`)
      const cited = itemIds.flatMap((id) => witnesses.get(id) ?? [])
      return wordCount(text) <= REST_WORDS && cited.length > 0 ? (computedHeld(pen, text, cited) ?? []) : []
    })
    .slice(0, MOST_SIGNALS)
}

const NEXT_CHARACTERS = 200

function nextOf(
  { next }: Thread,
  { witnesses, date }: Pick<MovedThread, 'witnesses'> & { readonly date: string },
  pen: Pen,
): Sentence[] {
  for (const { text, itemId } of next) {
    const witness = witnesses.get(itemId)
    const said = clipped(plain(text), NEXT_CHARACTERS)
    if (!witness || !standsAlone(said) || said.endsWith('…') || wordCount(said) > REST_WORDS) continue
    const sentence = computedHeld(
      pen,
      `Next, as ${witness.source.name} had it on ${dayOf(witness.item.seenAt, date)}: “${closed(said)}”`,
      [witness],
    )
    if (sentence) return [sentence]
  }
  return []
}
