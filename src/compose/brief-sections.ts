import type { Channel, Entry, Sentence, Takeaway, TextLink } from '#domain'
import { plain } from '#text'
import { CLAIM, DECK, HIT, isSame, POINTS, RESULT, type Want } from './choose.ts'
import { chooseHeld, computedHeld, type Pen, tellAmongOthers } from './held.ts'
import { type Advised, implicationOf } from './implication.ts'
import { type Line, linesOf } from './line.ts'
import { linksOf } from './links.ts'
import type { Show } from './show.ts'
import type { Tale } from './tale.ts'
import { webAddress } from './web-address.ts'
import { listed } from './words.ts'

const CLAIM_WORDS = 26
const LONGER_CLAIM_WORDS = 36
const STORY_SENTENCES = 5

/** A claim in bold, the figure that holds it, and what to do about it. Null where no sentence of the story can stand alone. */
export function takeaway(tale: Tale, pen: Pen, advised: Advised): Takeaway | null {
  const claim = claimOf(tale, pen, { again: false })
  if (!claim) return null
  const bold = tellAmongOthers(tale, claim, pen)
  const figure = chooseHeld(tale, { ...RESULT, words: 34 }, pen, { not: [claim], only: POINTS })
  const sentences = figure ? [pen.book.chosen(figure)] : []
  return {
    kind: 'takeaway',
    storyId: tale.id,
    url: tale.url,
    claim: bold,
    sentences,
    means: implicationOf(tale, pen, advised, [bold, ...sentences]),
  }
}

/** The one story told at length: what it is, its figures, what limits it, who doubts it. */
export function bigStory(tale: Tale, pen: Pen, advised: Advised): Entry | null {
  const wants: readonly Want[] = [RESULT, RESULT, { ...HIT, words: 40 }, LIMIT]
  return entryOf(tale, pen, advised, linesFor(tale, wants, pen).slice(0, STORY_SENTENCES))
}

/** A story in one to three sentences. */
export function alsoEntry(tale: Tale, pen: Pen, advised: Advised): Entry | null {
  return entryOf(tale, pen, advised, linesFor(tale, [RESULT], pen))
}

/** A paper in two to four: what it does, what came of it, what it leaves open. */
export function labEntry(tale: Tale, pen: Pen, advised: Advised): Entry | null {
  return entryOf(tale, pen, advised, linesFor(tale, [RESULT, RESULT, LIMIT], pen))
}

/** A link with one line on why. */
export function worthReading(tale: Tale, pen: Pen): Entry | null {
  const line = chooseHeld(tale, DECK, pen, { only: POINTS, whole: true })
  return line ? { ...bareEntry(tale), sentences: [pen.book.chosen(line)], notes: [], links: [] } : null
}

/** The sentence that says what the story is, short where that can be had. */
export function claimOf(tale: Tale, pen: Pen, { again }: { again: boolean }): Line | null {
  const choice = { only: POINTS, whole: true, again, not: lateIn(tale) }
  return (
    chooseHeld(tale, { ...CLAIM, words: CLAIM_WORDS }, pen, choice) ??
    chooseHeld(tale, { ...CLAIM, words: LONGER_CLAIM_WORDS }, pen, choice)
  )
}

const EARLY_SENTENCES = 25

// Far down in a long text a sentence leans on what was said before it, whatever it looks like.
function lateIn(tale: Tale): readonly Line[] {
  const late = tale.lines().filter(({ index }) => index >= EARLY_SENTENCES)
  return tale.lines().length - late.length >= 4 ? late : []
}

const LIMIT: Want = { words: 34, roles: { limit: 4, problem: 1, approach: -2, result: -1 }, number: 0 }

// The claim opens, printed above or not; figures prefer those that are not. What is no limit is not pressed into its place.
function linesFor(tale: Tale, wants: readonly Want[], pen: Pen): Line[] {
  const fresh = claimOf(tale, pen, { again: false })
  // What is told above already is told anew only where nothing else says what the story is.
  const claim = fresh && fresh.about > 0 ? fresh : claimOf(tale, pen, { again: true })
  if (!claim) return []
  const found = [claim]
  const late = lateIn(tale)
  for (const want of wants) {
    const choice = { not: [...found, ...late], only: want === LIMIT ? (['limit'] as const) : POINTS }
    const line =
      chooseHeld(tale, want, pen, choice) ?? chooseHeld(tale, want, pen, { ...choice, again: true })
    if (line && !found.some((other) => other.text === line.text)) found.push(line)
  }
  const [first, ...rest] = found
  return first ? [first, ...rest.sort((a, b) => (a.telling === b.telling ? a.index - b.index : 0))] : []
}

function entryOf(tale: Tale, pen: Pen, advised: Advised, lines: readonly Line[]): Entry | null {
  if (lines.length === 0) return null
  const sentences = lines.map((line) => pen.book.chosen(line))
  const doubts = doubtsOf(tale, lines, pen)
  return {
    ...bareEntry(tale),
    notes: [...notesOf(tale), ...(doubts.length > 0 ? ['contested'] : [])],
    links: linksOf(tale).filter(({ url }) => url !== tale.url),
    sentences: [...sentences, ...doubts],
    means: implicationOf(tale, pen, advised, sentences),
  }
}

/** The headline line of a story without anything under it. */
export function bareEntry(tale: Tale): Omit<Entry, 'notes' | 'links' | 'sentences'> {
  const { item } = tale.lead
  return {
    kind: 'entry',
    storyId: tale.id,
    headline: tale.title,
    url: tale.url,
    date: item.publishedAt,
    source: listed(tale.sourceNames.slice(0, 3)),
    means: null,
  }
}

const VENUE =
  /\b(?:accepted (?:at|to|for)|to appear (?:at|in)|published (?:at|in)|presented at|(?:oral|spotlight|poster) at)\s+((?:the )?[A-Z][\w&-]*(?: [A-Z][\w&-]*){0,3}(?: 20\d\d)?)/

function notesOf({ lead, genre }: Tale): string[] {
  const { item } = lead
  const venue = VENUE.exec(plain(item.text))?.[0]
  return [
    ...(item.ids.arxiv ? [`arXiv ${item.ids.arxiv}`] : []),
    ...(venue ? [venue] : genre === 'paper' && item.ids.arxiv ? ['preprint'] : []),
  ]
}

const DOUBT =
  /\b(?:replicat(?:e|ion|ed)|independent(?:ly)? (?:verif|confirm|reproduc)|unverified|could not (?:verify|reproduce)|not been (?:verified|reproduced)|skeptic|sceptic|dispute[sd]?|pushed back|contradict|cherry-pick|single[- ]run|outliers?)\w*/i

/** Who doubts the numbers: sources that disagree, or a sentence that asks for a second look. */
function doubtsOf(tale: Tale, told: readonly Line[], pen: Pen): Sentence[] {
  const sides = tale.disagreements.slice(0, 1).flatMap(({ sides: all, metric }) => {
    const said = all.flatMap(({ itemId, claim }) => {
      const telling = tale.dossier.tellings.find(({ item }) => item.id === itemId)
      return telling ? [{ telling, words: `${telling.source.name} says ${claim.value}` }] : []
    })
    const text = `On ${metric}, ${listed(said.slice(0, 3).map(({ words }) => words))}.`
    const sentence =
      said.length > 1
        ? computedHeld(
            pen,
            text,
            said.map(({ telling }) => telling),
          )
        : null
    return sentence ? [sentence] : []
  })
  if (sides.length > 0) return sides
  const doubt = tale
    .lines()
    .find(
      (line) =>
        line.alone &&
        DOUBT.test(line.text) &&
        line.words <= 40 &&
        !told.some((one) => isSame(one, line)) &&
        pen.holds(line.text, [line.telling]),
    )
  return doubt ? [pen.book.chosen(doubt)] : []
}

const MOST_GUESTS = 3

/** A show: who is on it, why, and where it plays. Null where nothing of it can be quoted. */
export function watchEntry(show: Show, pen: Pen): Entry | null {
  const { telling, guests, links } = show
  const line = linesOf(telling, telling.item.title, false)
    .filter((one) => one.alone && one.words <= 40 && !one.pointsBack && pen.holds(one.text, [telling]))
    .sort((a, b) => b.weight - a.weight || a.index - b.index)[0]
  if (!line) return null
  const named = guests.slice(0, MOST_GUESTS).map(({ name, gloss }) => (gloss ? `${name} (${gloss})` : name))
  return {
    kind: 'entry',
    storyId: null,
    headline: plain(telling.item.title),
    url: webAddress(telling.item.url),
    date: telling.item.publishedAt,
    source: [telling.source.name, ...(named.length > 0 ? [`with ${listed(named)}`] : [])].join(' '),
    notes: [],
    links: links.flatMap(({ label, url }): TextLink[] => (webAddress(url) ? [{ label, url }] : [])),
    sentences: [pen.book.chosen(line)],
    means: null,
  }
}

/** The ways to follow the house, the one the reader is in marked. */
export function channels(dives: readonly string[], here: Channel['name']): Channel[] {
  const named = dives.slice(0, 7)
  const more = dives.length > named.length ? [...named, 'and more'] : named
  return [
    ['Daily digest', 'Each morning: what changed, ranked for you, in two minutes or ten.', '/editions'],
    ['Weekly brief', 'One thesis, five takeaways, one big story.', '/editions?kind=brief'],
    [
      `${dives.length} deep dives`,
      `A living page for each topic, renewed every week: ${more.join(', ')}.`,
      '/editions?kind=dive',
    ],
    [
      'Breaking alerts',
      'Only when something major breaks: at most two a day, usually none.',
      '/editions?kind=alert',
    ],
    ['Live dashboard', 'The scored stories of the last 48 hours, movers of the week, trends.', '/'],
  ].map(([name = '', what = '', path = '']) => ({ kind: 'channel', name, what, path, here: name === here }))
}
