import type { DeepDive, Sentence } from '#domain'
import type { Book } from './book.ts'
import { choose, DECK, isSame, POINT, POINTS } from './choose.ts'
import { claimRows } from './claim-rows.ts'
import { contrastOf } from './contrast.ts'
import type { Day } from './day.ts'
import { caveats, notShown, opinions, researchAngle } from './doubts.ts'
import type { Pen } from './held.ts'
import type { Advised } from './implication.ts'
import { type Line, told, within } from './line.ts'
import { linksOf } from './links.ts'
import { inOurMemory, toldBy, whyItMatters } from './notes.ts'
import type { Tale } from './tale.ts'
import { topicOf } from './topic-of.ts'

const MECHANISM_SENTENCES = 5
const SENTENCE_WORDS = 55
const GLOSSES = 4

const LEAST_WORDS = 30

/** Whether there is enough left to go deep into: a deck and more than a line below it. */
export const isDeep = (tale: Tale, book: Book): boolean =>
  wordsIn(tellingLines(tale).filter((line) => !book.isPrinted(line))) >= LEAST_WORDS

const DEPTH_WORDS = 50

/** Whether its tellings say enough for a line in the short list, a deck and a paragraph. */
export const hasDepth = (tale: Tale): boolean => wordsIn(tellingLines(tale)) >= DEPTH_WORDS

const wordsIn = (lines: readonly Line[]): number => lines.reduce((sum, { words }) => sum + words, 0)

const tellingLines = (tale: Tale): Line[] => [
  ...leadLines(tale),
  ...tale
    .lines()
    .filter(
      ({ telling, alone, foreign, about, role, pointsBack }) =>
        telling !== tale.lead && alone && !foreign && !pointsBack && about > 0 && POINTS.includes(role),
    ),
]

/** A story in full: its point, how it works and what came of it in the source's order, its figures, and what we know beside it. */
export function deepDive(tale: Tale, day: Day, pen: Pen, advised: Advised): DeepDive {
  const { book } = pen
  const deckLine =
    choose(tale, DECK, book, { only: POINTS, whole: true, about: tale.genre !== 'paper' }) ??
    choose(tale, DECK, book, { only: POINTS, whole: true }) ??
    choose(tale, DECK, book, { only: ['problem', 'release', 'background'], whole: true, firstHand: true })
  const deck = deckLine ? book.chosen(deckLine) : null
  const contrast = tale.genre === 'paper' ? contrastOf(tale, book) : null
  const matters = whyItMatters(tale, day, pen, advised)
  const paragraphs = mechanism(tale, book)
  const notes = [
    { label: 'In our memory', sentences: inOurMemory(tale, day, pen) },
    { label: 'Why it matters', sentences: matters },
    { label: 'Told by', sentences: toldBy(tale, pen) },
    { label: 'Editor’s note', sentences: caveats(tale, pen) },
    { label: 'Opinion', sentences: opinions(tale, pen) },
    { label: 'What it does not show', sentences: notShown(tale, pen) },
    { label: 'Research angle', sentences: researchAngle(tale, day, book) },
  ].filter(({ sentences }) => sentences.length > 0)
  return {
    kind: 'deep-dive',
    storyId: tale.id,
    title: tale.genre === 'paper' ? tale.title : tale.name,
    deck,
    glosses: book.glossesFor(tale, GLOSSES),
    sourceNames: tale.sourceNames,
    links: linksOf(tale),
    tier: tale.score.tier,
    tierReason: tierReason(tale),
    contrast,
    paragraphs,
    claims: claimRows(tale, book),
    notes,
    reasons: tale.score.reasons,
  }
}

// The scorer's reason names the topic in full; what was seen of it in the text follows the colon.
function tierReason(tale: Tale): string {
  const reason = tale.score.reasons.find(({ factor }) => factor === 'topic')?.because ?? ''
  const seen = /\): (.+)$/.exec(reason)?.[1]
  return [topicOf(tale) ?? '', ...(seen ? [seen] : [])].join('; ')
}

// Two paragraphs in the source's own order: up to its approach, and what came of it; where it says little, a third of what
// the others add. Nothing is told twice.
function mechanism(tale: Tale, book: Book): Sentence[][] {
  const best = leadLines(tale)
    .filter((line) => !book.isPrinted(line))
    .sort((a, b) => worthTelling(b) - worthTelling(a) || a.index - b.index)
    .slice(0, MECHANISM_SENTENCES)
  const chosen: Line[] = []
  for (const line of best.sort((a, b) => a.index - b.index))
    if (line.alone || chosen.at(-1)?.index === line.index - 1) chosen.push(line)
  const turn = chosen.findIndex((line) => line.role === 'result')
  const border = turn > 0 ? turn : chosen.length
  const own = [chosen.slice(0, border), chosen.slice(border)].map((lines) => paragraph(lines, book))
  const room = MECHANISM_SENTENCES - own.flat().length
  return [...own, added(tale, room, book)].filter((sentences) => sentences.length > 0)
}

function paragraph(lines: readonly Line[], book: Book): Sentence[] {
  return lines
    .flatMap((line) => within(told(line), SENTENCE_WORDS) ?? [])
    .filter((line) => book.isHeld(line))
    .filter((line, at, all) => all.findIndex((other) => isSame(other, line)) === at)
    .map((line, at, all) => book.chosen(line, again(line.text, all[at - 1]?.text)))
}

const OTHERS_WORDS = 40

/** What the other tellings say beyond what is printed, the figures first. */
function added(tale: Tale, room: number, book: Book): Sentence[] {
  const sentences: Sentence[] = []
  while (sentences.length < room) {
    const line = choose(tale, { ...POINT, words: OTHERS_WORDS }, book, {
      only: POINTS,
      whole: true,
      about: true,
    })
    if (!line) break
    sentences.push(book.chosen(line))
  }
  return sentences
}

/** What the telling that a story is told from says of it. */
const leadLines = (tale: Tale): Line[] =>
  tale.lines().filter(({ telling, role }) => telling === tale.lead && role !== 'limit' && role !== 'remark')

// "The authors" of the sentence before are "they".
function again(text: string, before: string | undefined): string {
  return before?.startsWith('The authors ') && text.startsWith('The authors ')
    ? `They ${text.slice(12)}`
    : text
}

function worthTelling(line: Line): number {
  const role = line.role === 'approach' || line.role === 'result' ? 1 : line.role === 'background' ? -1.5 : 0
  return line.weight + role + (line.hasNumber ? 0.8 : 0)
}
