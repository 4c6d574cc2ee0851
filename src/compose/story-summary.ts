import type { Dossier, Telling } from '#domain'
import { containment, cosine, countOf, quantities, sentences, terms } from '#text'
import { type Line, linesOf } from './line.ts'
import { summarise } from './summarise.ts'

/** A sentence of a story's summary, with the telling whose words it is. */
export type SummarySentence = {
  readonly text: string
  readonly telling: Telling
  /** Where it starts in the text of its item, in UTF-16 units. */
  readonly start: number
}

const MOST_TELLINGS = 12
const MOST_SENTENCES = 4
/** One source alone is not read out. */
const MOST_OF_ONE = 3
/** As far into a telling its sentences are weighed. */
const MOST_LINES = 24
const MOST_WORDS = 48
const MOST_CHARACTERS = 8000

/**
 * Two to four printable sentences over all tellings of a story, each with the telling that holds it: first the one that
 * tells the story best, then those that add most figures, names and publishers that were not there yet and repeat
 * least, in the order in which they were told. A greedy choice under a monotone submodular gain (Lin and Bilmes 2011, "A
 * class of submodular functions for document summarization") less a penalty for repetition (Carbonell and Goldstein
 * 1998). Copies say nothing of their own. Where no sentence is fit to print, the lead's own stand as they are. The same
 * dossier always gets the same summary.
 */
export function storySummary({ story, tellings }: Dossier, lead: Telling | null): SummarySentence[] {
  const own = tellings.filter(({ copyOf }) => copyOf === null)
  const told = [...own].sort((a, b) => Number(b === lead) - Number(a === lead)).slice(0, MOST_TELLINGS)
  const open = candidates(told, story.title)
  const most = told.length > 1 ? MOST_SENTENCES : MOST_OF_ONE
  const chosen: Candidate[] = []
  while (chosen.length < most) {
    const next = bestOf(open, chosen)
    if (next === null) break
    chosen.push(next)
    open.splice(open.indexOf(next), 1)
  }
  if (chosen.length === 0) return lead === null ? [] : asTheyStand(lead)
  return inReadingOrder(chosen).map(({ line }) => ({
    text: line.running,
    telling: line.telling,
    start: line.start,
  }))
}

function asTheyStand(lead: Telling): SummarySentence[] {
  const told = sentences(lead.item.text.slice(0, MOST_CHARACTERS))
  const texts = told.map(({ text }) => text.replace(/\s+/g, ' ').trim())
  return summarise({ title: lead.item.title, sentences: texts, max: MOST_OF_ONE }).map((at) => ({
    text: texts[at] ?? '',
    telling: lead,
    start: told[at]?.start ?? 0,
  }))
}

// The telling of the best sentence speaks first, then the others as they were told; each in its own order.
function inReadingOrder(chosen: readonly Candidate[]): Candidate[] {
  const first = chosen[0]?.place
  return [...chosen].sort(
    (a, b) =>
      Number(b.place === first) - Number(a.place === first) ||
      a.place - b.place ||
      a.line.index - b.line.index,
  )
}

type Candidate = {
  readonly line: Line
  /** The place of its telling: the lead first, then as they were seen. */
  readonly place: number
  readonly family: string
  readonly terms: ReadonlySet<string>
  readonly figures: readonly string[]
  readonly names: readonly string[]
  /** What it is worth alone: comparable over all tellings of the story. */
  readonly worth: number
}

// Of one set of weights; their order matters, their size hardly. Read over stories of the sample stream and of newsletters.
const IN_TITLE = 3
const SHARED = 3
const WITHIN = 0.35
/** The telling that the story is called by. */
const LEAD = 0.8
const FIGURE = 1
const NAME = 0.6
const PUBLISHER = 1.2
const REPETITION = 8
/** A further sentence with figures, all of them given already, tells the same again in other words. */
const SAME_FIGURES = 1
/** What the second sentence must add, and each further one. */
const ENOUGH = [Number.NEGATIVE_INFINITY, 0, 0.8]
/** A round of news names others too: what is said of them alone is of another story. */
const ASIDE = 3
const ROLES: Readonly<Partial<Record<Line['role'], number>>> = {
  background: -2,
  remark: -3,
  limit: -1,
  problem: -1,
  release: -0.3,
}
/** How speakers go from one matter to the next. */
const OPENS_A_PART =
  /^(?:let['’]s |let us |moving on|next up|turning to|now,? (?:to|for) |speaking of |on to )/i
/** What shares so much of its words with a sentence told already says it again. */
const SAME = 0.6

/** What the story is about: the words of its title, and the known names in it, those that stand for it apart. */
type Matter = {
  readonly title: ReadonlySet<string>
  readonly names: ReadonlyMap<string, string>
  readonly heads: ReadonlySet<string>
}

function matterOf(told: readonly Telling[], title: string): Matter {
  const names = new Map<string, string>()
  const tellings = new Map<string, number>()
  for (const { mentions } of told) {
    const here = mentions.filter(({ known, type }) => known && ACTORS.has(type))
    for (const { surface, entityId } of here) names.set(surface, entityId)
    for (const id of new Set(here.map(({ entityId }) => entityId)))
      tellings.set(id, (tellings.get(id) ?? 0) + 1)
  }
  const inTitle = namesIn(title, names)
  const common = [...tellings].flatMap(([id, count]) => (count > 1 ? [id] : []))
  return { title: new Set(terms(title)), names, heads: new Set([...inTitle, ...common]) }
}

const ACTORS: ReadonlySet<string> = new Set(['company', 'lab', 'model', 'product', 'person', 'government'])

const namesIn = (text: string, names: Matter['names']): string[] => [
  ...new Set([...names].flatMap(([surface, id]) => (text.includes(surface) ? [id] : []))),
]

function candidates(told: readonly Telling[], title: string): Candidate[] {
  const matter = matterOf(told, title)
  const bags = told.map(({ item }) => countOf(terms(`${item.title} ${item.text.slice(0, 4000)}`)))
  return told.flatMap((telling, place) => {
    const others = bags.filter((_, at) => at !== place)
    const lines = linesOf(telling, telling.item.title, telling.item.kind === 'paper')
      .filter(({ words, running }) => words <= MOST_WORDS && !OPENS_A_PART.test(running))
      .slice(0, MOST_LINES)
    const best = Math.max(...lines.map(({ weight }) => weight))
    return lines.map((line) => candidate(line, { place, best, matter, others }))
  })
}

function candidate(
  line: Line,
  among: {
    place: number
    best: number
    matter: Matter
    others: readonly ReadonlyMap<string, number>[]
  },
): Candidate {
  const { place, best, matter, others } = among
  const { source, item } = line.telling
  const bag = countOf(terms(line.running))
  const held = new Set(bag.keys())
  const names = namesIn(line.running, matter.names)
  const shared = others.reduce((sum, other) => sum + cosine(bag, other), 0) / Math.max(1, others.length)
  const isAside =
    item.kind !== 'paper' &&
    matter.heads.size > 0 &&
    names.length > 0 &&
    !names.some((name) => matter.heads.has(name))
  return {
    ...{ line, place, names, terms: held, family: source.family || source.id },
    figures: figuresIn(line.running),
    worth:
      (place === 0 ? LEAD : 0) +
      IN_TITLE * (matter.title.size === 0 ? 0 : containment(matter.title, held)) +
      SHARED * shared +
      WITHIN * (line.weight - best) +
      (ROLES[line.role] ?? 0) -
      (isAside ? ASIDE : 0),
  }
}

/** The figures of a sentence, each by value and unit: "$650M" and "650 million dollars" are one. */
const figuresIn = (text: string): string[] =>
  quantities(text).map(({ number, unit }) => `${Number(number.toPrecision(3))} ${unit}`)

function bestOf(open: readonly Candidate[], chosen: readonly Candidate[]): Candidate | null {
  const figures = new Set(chosen.flatMap((one) => one.figures))
  const names = new Set(chosen.flatMap((one) => one.names))
  const families = new Set(chosen.map(({ family }) => family))
  let best: Candidate | null = null
  let most = ENOUGH[chosen.length] ?? ENOUGH.at(-1) ?? 0
  for (const one of open) {
    if (!stands(one.line, chosen)) continue
    const repeated = Math.max(0, ...chosen.map((other) => overlap(one.terms, other.terms)))
    if (repeated > SAME) continue
    const newFigures = unheard(one.figures, figures)
    const gain =
      one.worth +
      FIGURE * Math.sqrt(newFigures) -
      (one.figures.length > 0 && newFigures === 0 ? SAME_FIGURES : 0) +
      NAME * Math.sqrt(unheard(one.names, names)) +
      (families.has(one.family) ? 0 : PUBLISHER) -
      REPETITION * repeated ** 2
    if (gain > most) [best, most] = [one, gain]
  }
  return best
}

/** By itself, or because the sentence before it is told too. */
function stands({ alone, pointsBack, telling, index }: Line, chosen: readonly Candidate[]): boolean {
  return (
    (alone && !pointsBack) || chosen.some(({ line }) => line.telling === telling && line.index === index - 1)
  )
}

const unheard = (facts: readonly string[], known: ReadonlySet<string>): number =>
  new Set(facts.filter((fact) => !known.has(fact))).size

/** The share of the smaller set that stands in the other. */
const overlap = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  a.size <= b.size ? containment(a, b) : containment(b, a)
