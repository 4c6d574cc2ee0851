import type { Sentence } from '#domain'
import { attributed } from './apart.ts'
import { type Book, tally } from './book.ts'
import { choose, LEDE, POINTS, worthOf } from './choose.ts'
import type { Cluster } from './clusters.ts'
import type { Day } from './day.ts'
import type { DigestInput } from './digest-input.ts'
import { computedHeld, type Pen } from './held.ts'
import { told, within } from './line.ts'
import type { Plan } from './plan.ts'
import { headOf } from './relations.ts'
import { isTalk } from './remarks.ts'
import { isBareName, type Tale } from './tale.ts'
import { counted, listed } from './words.ts'

const QUIET_STORIES = 4
const CANDIDATES = 8
const NAMES = 4
const NAME_CHARACTERS = 48
const LONG_NAMES = 2
const LONG_NAME_CHARACTERS = 90

/** Two sentences: what the day is about, counted, and the figure of the day. A quiet day says so and proves that all was read. */
export function ledeOf(
  input: DigestInput,
  { clusters, tales }: Day,
  { told, figure }: { readonly told: ReadonlySet<Cluster>; readonly figure: readonly Sentence[] },
  pen: Pen,
): Sentence[] {
  if (tales.length < QUIET_STORIES) return quietLede(input, tales, pen.book)
  // Those of which the big picture has something to say come first.
  const named = told.size > 0 ? [...told] : clusters
  const matters = [...named.filter((cluster) => !isActor(cluster)), ...named.filter(isActor)]
  for (const main of matters) {
    const others = named.filter((cluster) => cluster !== main)
    const second = others.find((cluster) => cluster.tales.length > 2) ?? others[0] ?? null
    const opening = clusterSentence(main, second, tales, pen) ?? clusterSentence(main, null, tales, pen)
    if (opening) return [opening, ...figure]
  }
  return [...figure]
}

const ACTORS: ReadonlySet<string> = new Set(['company', 'lab', 'person', 'government'])

// Who acts is no matter yet: two stories may share a company and nothing else.
function isActor({ entityId, tales }: Cluster): boolean {
  const type = tales[0]?.names.get(entityId ?? '')?.type
  return type !== undefined && ACTORS.has(type)
}

const RANK = 0.5
const SPEAKS_OF_AUTHORS = 1.5
const NAMES_ITS_SUBJECT = 2.5
// What the top takes, the story itself cannot say again below: better from one that has another figure left.
const SPARES = 2
// A sentence of several parts is a list, and a list has no point.
const LIST = 2

/** The best line with a figure among the first stories; one without a figure, or from practice, only where there is no other. */
export function figureOfTheDay({ tales }: Day, { tldr }: Plan, book: Book): Sentence[] {
  if (tales.length < QUIET_STORIES) return []
  const candidates = tldr.slice(0, CANDIDATES)
  const press = candidates.filter(({ genre }) => genre !== 'practice')
  const wishes = [
    { from: press, figure: true },
    { from: press, figure: false },
    { from: candidates, figure: false },
  ]
  for (const { from, figure } of wishes) {
    const [best] = from
      .flatMap((tale, rank) => {
        const chosen = choose(tale, LEDE, book, { only: POINTS, whole: true, figure })
        const line = chosen && partsOf(chosen.running) <= MOST_PARTS ? within(told(chosen), LEDE.words) : null
        if (!line) return []
        const worth =
          worthOf(line, LEDE, tale) -
          RANK * rank -
          (/^The authors\b/.test(line.running) ? SPEAKS_OF_AUTHORS : 0) -
          LIST * partsOf(line.running) +
          (namesItsSubject(tale, line.running) ? NAMES_ITS_SUBJECT : 0) +
          (choose(tale, LEDE, book, { only: POINTS, whole: true, figure: true, not: chosen ? [chosen] : [] })
            ? SPARES
            : 0)
        return [{ tale, line, worth }]
      })
      .sort((a, b) => b.worth - a.worth)
    if (best) return [book.chosen(best.line, attributed(best.tale, best.line))]
  }
  return []
}

const MOST_PARTS = 1
const partsOf = (text: string): number => text.split(';').length - 1

// A sentence at the top stands without a heading: it must say itself what it is about.
function namesItsSubject({ name, names }: Tale, text: string): boolean {
  const subjects = [
    name,
    ...[...names.values()].filter(({ salience }) => salience === 3).map((one) => one.name),
  ]
  return subjects.some((subject) => text.includes(subject))
}

function clusterSentence(
  main: Cluster,
  second: Cluster | null,
  tales: readonly Tale[],
  pen: Pen,
): Sentence | null {
  const all = { value: tales.length, what: 'stories', of: 'stories' } as const
  const { members, named, more } = membersOf(main)
  const rest = second ? `; ${second.tales.length} are about ${second.label}` : ''
  const text = `${main.tales.length} of today’s ${tales.length} stories are about ${main.label}${members}${rest}.`
  const witnesses = new Set([
    ...named,
    ...main.tales.slice(0, NAMES),
    ...(second?.tales ?? []).slice(0, NAMES),
  ])
  const leads = [...witnesses].map(({ lead }) => lead)
  return computedHeld(pen, text, leads, [
    tally(`stories on ${main.label}`, idsOf(main.tales)),
    ...(more.length > 0 ? [tally('more', idsOf(more))] : []),
    ...(second ? [tally(`stories on ${second.label}`, idsOf(second.tales))] : []),
    all,
  ])
}

// The stories that tell a deed; where their names are long two are enough, and a name that is only the matter says nothing.
function membersOf({ tales, label }: Cluster): {
  members: string
  named: readonly Tale[]
  more: readonly Tale[]
} {
  const fit = tales.filter(
    (tale) =>
      !isTalk(tale.title) &&
      !isBareName(tale) &&
      headOf(tale).length <= LONG_NAME_CHARACTERS &&
      headOf(tale).toLowerCase() !== label.toLowerCase(),
  )
  const short = fit.filter((tale) => headOf(tale).length <= NAME_CHARACTERS)
  const named = short.length === tales.length ? short.slice(0, NAMES) : fit.slice(0, LONG_NAMES)
  if (named.length < 2) return { members: '', named: [], more: [] }
  const more = tales.filter((tale) => !named.includes(tale))
  const names = [
    ...named.map((tale) => `“${headOf(tale)}”`),
    ...(more.length > 0 ? [`${more.length} more`] : []),
  ]
  return { members: `: ${listed(names)}`, named, more }
}

const idsOf = (tales: readonly Tale[]) => tales.map(({ id }) => id)

function quietLede({ read, gaps }: DigestInput, tales: readonly Tale[], book: Book): Sentence[] {
  if (read.length === 0) return [ungathered(book)]
  const items = read.reduce((sum, source) => sum + source.items, 0)
  const first = `A quiet day: ${counted(items, 'item')} in ${counted(tales.length, 'story', 'stories')}.`
  const second =
    gaps.length === 0
      ? read.length === 1
        ? 'The 1 source answered.'
        : `All ${counted(read.length, 'source')} answered.`
      : `${counted(read.length, 'source')} answered; what is missing is named at the end.`
  return [
    book.computed(
      first,
      [],
      [
        { value: items, what: items === 1 ? 'item' : 'items', of: 'items' },
        { value: tales.length, what: tales.length === 1 ? 'story' : 'stories', of: 'stories' },
      ],
    ),
    book.computed(second, [], [{ value: read.length, what: 'sources', of: 'sourcesRead' }]),
  ]
}

// No command stands between quotation marks: a quotation must be a source's.
function ungathered(book: Book): Sentence {
  const text =
    'Nothing was gathered for this day yet: 0 sources have answered since it opened. This is a draft: bellwether run --once ' +
    'gathers what your sources hold, bellwether import brings an archive, and then the digest is made anew.'
  return book.computed(text, [], [{ value: 0, what: 'sources', of: 'sourcesRead' }])
}
