import type { Sentence } from '#domain'
import { isCoined } from './apart.ts'
import { type Book, tally } from './book.ts'
import type { Day } from './day.ts'
import { computedHeld, type Pen } from './held.ts'
import { told, within } from './line.ts'
import { hasCode } from './links.ts'
import { clusterOf } from './notes.ts'
import { isAside, type Tale, type ToldAside } from './tale.ts'

const SENTENCE_WORDS = 55
const OPEN_LINES = 2

const COST =
  /\b(?:costs?|gpu|hours?|flops?|compute|latency|throughput|memory|speed|faster|slower|runtime|wall[- ]clock|overhead|tokens? per second|tokens\/s|\$|dollars?|cheap|expensive|efficien)/i
const CODE = /\b(?:code|github|open[- ]sourc|repository|weights|released?|available at|publicly)\b/i

const OPEN =
  /\b(?:open (?:question|problem)s?|future work|remains? (?:open|unclear|unknown|to be seen)|untested|not yet|leave .{0,40}(?:future|open))\b/i

/** What the source leaves open in its own words, and what nobody has put together today. */
export function researchAngle(tale: Tale, day: Day, book: Book): Sentence[] {
  return [...limits(tale, book, (text) => OPEN.test(text)), ...untested(tale, day, book)]
}

/** How far it is to be trusted: what its sources say of that, the limits that they give, and what the text does not hold. */
export function notShown(tale: Tale, pen: Pen): Sentence[] {
  const said = asidesOf(tale, 'caveat', pen)
  return [
    ...said,
    ...limits(tale, pen.book, (text) => !OPEN.test(text)).slice(0, OPEN_LINES - said.length),
    ...notInTheText(tale, pen.book),
  ]
}

/** What speakers and writers think of it, each under their name: opinion is told apart from what happened. */
export const opinions = (tale: Tale, pen: Pen): Sentence[] => asidesOf(tale, 'opinion', pen)

const ASIDES = 1
// News with a hedge, which stays in its sentence wherever that is told.
const HEARSAY = /\b(?:reportedly|allegedly|supposedly|rumou?red)\b/i
const ASIDE_WORDS = 45

// In the source's own sentence; one that speaks in the first person stands under the speaker's name.
function asidesOf(tale: Tale, kind: ToldAside['kind'], { book }: Pen): Sentence[] {
  return tale
    .lines()
    .filter(
      (line) =>
        line.words <= ASIDE_WORDS &&
        (kind === 'caveat' || line.quotes) &&
        !line.foreign &&
        !book.isPrinted(line) &&
        isAside(tale, line, kind) &&
        !HEARSAY.test(line.text) &&
        book.isHeld(told(line)),
    )
    .slice(0, ASIDES)
    .map((line) => book.chosen(told(line)))
}

function limits(tale: Tale, book: Book, fits: (text: string) => boolean): Sentence[] {
  return tale
    .lines()
    .filter(
      (line) =>
        line.role === 'limit' && line.alone && !line.quotes && !book.isPrinted(line) && fits(line.text),
    )
    .flatMap((line) => within(told(line), SENTENCE_WORDS) ?? [])
    .slice(0, OPEN_LINES)
    .map((line) => book.chosen(line))
}

const FIGURE = 'a figure of any kind'

function notInTheText(tale: Tale, book: Book): Sentence[] {
  if (tale.genre !== 'paper') return []
  const { item, claims } = tale.lead
  const text = `${item.title} ${item.text}`
  const absent = [
    ...(claims.length === 0 && !/\d/.test(item.text) ? [FIGURE] : []),
    ...(!CODE.test(text) && !hasCode(tale) ? ['a word on code'] : []),
    ...(!COST.test(text) ? ['what it costs in time, memory or money'] : []),
  ]
  // That an abstract says nothing of code alone goes for most of them.
  return absent.length > 1 || absent[0] === FIGURE
    ? [book.computed(`Not in the text that we have: ${absent.join('; ')}.`, [tale.lead])]
    : []
}

// Two methods on one matter, and no story of the day that names both.
function untested(tale: Tale, day: Day, book: Book): Sentence[] {
  if (tale.genre !== 'paper' || !isCoined(tale.name)) return []
  const cluster = clusterOf(tale, day)
  const other = cluster?.tales.find(
    ({ id, genre, name }) => id !== tale.id && genre === 'paper' && isCoined(name),
  )
  if (!cluster || !other || day.tales.some((one) => names(one, tale.name) && names(one, other.name)))
    return []
  return [
    book.computed(
      `${tale.name} and ${other.name} both turn on ${cluster.label}, and no story today names them together: untested.`,
      [tale.lead, other.lead],
    ),
  ]
}

const names = ({ dossier }: Tale, name: string) =>
  dossier.tellings.some(({ item }) => `${item.title} ${item.text}`.includes(name))

const CAVEATS = 2

/** What a source prints and what the rest of its own text gives instead; which of the two is wrong is not decided. */
export function caveats(tale: Tale, pen: Pen): Sentence[] {
  const seen = new Set<string>()
  return (tale.slips ?? [])
    .flatMap(({ itemId, slip }) => {
      const telling = tale.dossier.tellings.find(({ item }) => item.id === itemId)
      if (!telling || seen.has(slip.said)) return []
      seen.add(slip.said)
      const days = slip.kind === 'days' ? Number.parseInt(slip.computed, 10) : 0
      const counted =
        days > 0
          ? [
              tally(
                'days',
                Array.from({ length: days }, (_, day) => String(day)),
              ),
            ]
          : []
      const said = `${telling.source.name} says “${slip.said}”`
      return (
        computedHeld(pen, `${said}; ${slip.because}.`, [telling], counted) ??
        computedHeld(pen, `${said}, which does not agree with the other figures of its own text.`, [
          telling,
        ]) ??
        []
      )
    })
    .slice(0, CAVEATS)
}
