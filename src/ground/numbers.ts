import { type Quantity, quantities, stem } from '#text'
import type { DateRead } from './dates.ts'
import { flatOf, type Holding, numberKey } from './holding.ts'
import { turnedPairs, turnedParts } from './turned.ts'

/** Rounding that "about" and its like allow. */
const ABOUT = 0.05
/** How far "more than 30" may lie below the number that the evidence gives. */
const BOUND = 0.25
const NEAR_CHARACTERS = 60

/** What of the numbers in a sentence no evidence holds: the number, its unit, its hedge, or its direction. */
export function missingNumbers(
  sentence: string,
  holdings: readonly Holding[],
  dates: readonly DateRead[],
): string[] {
  if (
    !/\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|thousand|million|billion|trillion|half|dozen|twice|doubl|tripl|halv|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|quarter)/i.test(
      sentence,
    )
  )
    return []
  const missing: string[] = []
  for (const said of quantities(sentence)) {
    if (dates.some((date) => said.start < date.end && date.start < said.end)) continue
    const lack = lackOf(said, sentence, holdings)
    if (lack !== null) missing.push(lack)
  }
  return [
    ...missing,
    ...missingOrdinals(sentence, holdings),
    ...turnedPairs(sentence, holdings),
    ...turnedParts(sentence, holdings),
    ...strayFigures(sentence, holdings, dates),
  ]
}

// "less than half" as it stands there, whatever it is half of.
const isWritten = ({ text }: Quantity, holdings: readonly Holding[]): boolean =>
  !/\d/.test(text) &&
  holdings.some(({ flat }) => flat.replace(/ one /g, ' a ').includes(flatOf(text).replace(/ one /g, ' a ')))

const ORDINAL =
  /\b(?:its|their|the|his|her|our) (second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?!-| (?:of|as|less|more|to)\b)\b/gi

// "Its second chip" where the evidence knows of no second.
const missingOrdinals = (sentence: string, holdings: readonly Holding[]): string[] =>
  [...sentence.matchAll(ORDINAL)].flatMap(([, ordinal = '']) =>
    holdings.some(({ flat }) => flat.includes(` ${ordinal.toLowerCase()}`)) ? [] : [`number: ${ordinal}`],
  )

type Match = { readonly known: Quantity; readonly holding: Holding }

function lackOf(said: Quantity, sentence: string, holdings: readonly Holding[]): string | null {
  const equal = holdings.flatMap((holding) => matchesIn(said, holding))
  if (equal.length === 0)
    return isBareFigure(said, holdings) || isWritten(said, holdings) || isDifference(said, sentence, holdings)
      ? null
      : `number: ${said.text}`
  const sameUnit = equal.filter(({ known, holding }) => agreeInUnit(said, sentence, known, holding))
  if (sameUnit.length === 0 && isDifference(said, sentence, holdings)) return null
  if (sameUnit.length === 0) return `unit: ${said.text} ${said.unit}`.trim()
  if (sameUnit.every(({ known }) => isReversed(said, known))) return `direction: ${said.text}`
  const hedged = sameUnit.filter(
    ({ known, holding }) => keepsHedge(said, known) || isCeiling(said, known, holding),
  )
  if (hedged.length === 0) return `hedge: ${sameUnit[0]?.known.text ?? said.text}`
  const sameWay = hedged.filter(({ known, holding }) => agreeInWay(said, sentence, known, holding.text))
  return sameWay.length === 0 ? `direction: ${said.text}` : null
}

const APART =
  /\b(?:more|less|fewer|higher|lower|above|below|ahead|behind|by|gap|difference|lead(?:s|ing)?|trail\w*|beats?|points?)\b/i
const NEIGHBOURS = 2

// "200 watts more than the X8" where the evidence has 900 and 700: two of its numbers that stand close are that far apart.
function isDifference(said: Quantity, sentence: string, holdings: readonly Holding[]): boolean {
  if (said.low !== null || said.change === '>' || said.change === '<' || !/\d/.test(said.text)) return false
  const around = sentence.slice(Math.max(0, said.start - 30), said.end + 30)
  if (!APART.test(around) || said.number <= 0) return false
  const unit = POINTS.has(said.unit) ? /^(?:%|point|pp|)$/ : null
  return holdings.some(({ bindings }) =>
    bindings.some((one, at) =>
      bindings
        .slice(at + 1)
        .some(
          (other) =>
            other.sentence - one.sentence < NEIGHBOURS &&
            one.unit === other.unit &&
            (unit === null ? one.unit === said.unit && said.unit !== '' : unit.test(one.unit)) &&
            numberKey(Math.abs(one.number - other.number)) === numberKey(said.number),
        ),
    ),
  )
}

function matchesIn(said: Quantity, holding: Holding): Match[] {
  const wanted = said.low !== null && said.high !== null ? [said.low, said.high] : [said.number]
  const found = wanted.map((value) => holding.numbers.get(numberKey(value)) ?? [])
  if (found.every((matches) => matches.length > 0))
    return (found[0] ?? []).map((known) => ({ known, holding }))
  if (said.low !== null) return []
  return holding.quantities.filter((known) => isNear(said, known)).map((known) => ({ known, holding }))
}

// "About 30" may be 31.2, "more than 30" may be 34, "less than 30" may be 28; a share may be printed as a fraction.
function isNear(said: Quantity, known: Quantity): boolean {
  const exact = known.number
  if (
    said.unit === '%' &&
    known.unit === '' &&
    numberKey(exact * 100) === numberKey(said.number) &&
    exact < 1
  )
    return true
  if (exact === 0) return false
  const off = (said.number - exact) / exact
  if (said.change === '~') return Math.abs(off) <= ABOUT
  if (known.change === '=' || known.change === 'up' || known.change === 'down') {
    if (said.change === '>') return off <= 0 && off >= -BOUND
    if (said.change === '<') return off >= 0 && off <= BOUND
  }
  return false
}

// A figure that belongs to a name, a version or an id is no quantity in the evidence, but it stands there.
function isBareFigure(said: Quantity, holdings: readonly Holding[]): boolean {
  const figure = /\d[\d.,]*\d|\d/.exec(said.text)?.[0]
  if (!figure) return false
  if (said.unit === 'parameter') return holdings.some(({ text }) => isSizeInName(text, said.text))
  if (said.unit !== '' && isMeasure(said.unit)) return false
  // A scale is part of the number.
  if (/\d\s?(?:thousand|million|billion|trillion)\b/i.test(said.text)) return false
  return holdings.some(({ text }) => hasFigure(text, figure, false))
}

// A model's size as it stands in its name, `Qwen3-1.7B`, or in a row of sizes, `8B/14B`.
function isSizeInName(text: string, said: string): boolean {
  const size = /\d+(?:\.\d+)?\s?[KMBT]\b/.exec(said)?.[0].replace(/\s/, '')
  if (!size) return false
  for (let at = text.indexOf(size); at >= 0; at = text.indexOf(size, at + 1))
    if (/[-/\s(]/.test(text.charAt(at - 1)) && !/[\p{L}\d]/u.test(text.charAt(at + size.length))) return true
  return false
}

// As a figure of its own: not inside a longer number, and not inside a name unless the sentence has it so too.
function hasFigure(text: string, figure: string, mayBeGlued: boolean): boolean {
  const inside = mayBeGlued ? /\d/ : /[\p{L}\d]/u
  for (let at = text.indexOf(figure); at >= 0; at = text.indexOf(figure, at + 1)) {
    const after = text.slice(at + figure.length, at + figure.length + 2)
    if (!inside.test(text.charAt(at - 1)) && !inside.test(after.charAt(0)) && !/^[.,]\d/.test(after))
      return true
  }
  return false
}

const MEASURE =
  /^(?:%|pp|point|bp|x|usd|cent|eur|gbp|jpy|cny|inr|[kKMGTP]?(?:i?B|b|W|Wh|Hz|FLOPS?|FLOP)|[µumn]?s|s|min|minute|hour|h|day|week|month|year|nm|mm|cm|m|km|kg|g|t|°C|°F|token|parameter|bit|byte|.*\/.*)$/i

const isMeasure = (unit: string) => MEASURE.test(unit)

const POINTS = new Set(['pp', 'point'])

const COUNTED = /^(?:parameter|token)$/

function agreeInUnit(
  said: Quantity,
  sentence: string,
  known: Quantity,
  { text, quantities: all }: Holding,
): boolean {
  const [a, b] = [said.unit, known.unit]
  if (a === b || a === '') return true
  if (POINTS.has(a) && POINTS.has(b)) return true
  // "38 million euros … 22 million a year": the second is money too.
  const money = MONEY.exec(a)?.[0]
  if (money !== undefined && (b === '' || `${money}${b.startsWith('/') ? '' : '/'}${b}` === a))
    return all.some((other) => MONEY.exec(other.unit)?.[0] === money && isNearby(other, known, text))
  if (b === 'x' && !isMeasure(a) && /times$/i.test(known.text)) return nounIsNear(a, known, text)
  // "212 billion parameters, of which 14 billion are active".
  if (COUNTED.test(a) && b === '')
    return all.some((other) => lastWord(other.unit) === a && isNearby(other, known, text))
  // "$0.60 and $2.40 per million": the rate is said once.
  if (money === a && b.startsWith(`${a}/`) && /\bper\b|\//.test(sentence)) return true
  // "21B active parameters", "a 236B mixture-of-experts model".
  if (COUNTED.test(a) && (lastWord(b) === a || (a === 'parameter' && /\d\s?[BMT]$/.test(known.text))))
    return true
  if (isMeasure(a) && b === '') {
    // "34.4 and 32.3 percent": the first takes its unit from the second.
    if (a === '%' && known.number < 1 && numberKey(known.number * 100) === numberKey(said.number)) return true
    return all.some((other) => other.unit === a && Math.abs(other.start - known.end) <= NEAR_CHARACTERS / 2)
  }
  if (isMeasure(a) || isMeasure(b)) return false
  if (stem(lastWord(a)) === stem(lastWord(b))) return true
  return nounIsNear(a, known, text)
}

const MONEY = /^(?:usd|eur|gbp|jpy|cny|inr|krw|cad|aud|chf|sek)\b/

const isNearby = (a: Quantity, b: Quantity, text: string): boolean =>
  Math.abs(a.start - b.start) <= 3 * NEAR_CHARACTERS &&
  !/[.!?]\s/.test(text.slice(Math.min(a.end, b.end), Math.max(a.start, b.start)))

// "employs 74 people" counts 74 employees.
const MOST_OF_NOUN = 6

const nounIsNear = (noun: string, { start, end }: Quantity, text: string): boolean =>
  text
    .slice(Math.max(0, start - NEAR_CHARACTERS), end + NEAR_CHARACTERS)
    .toLowerCase()
    .includes(stem(lastWord(noun)).slice(0, MOST_OF_NOUN))

const lastWord = (unit: string) =>
  unit
    .toLowerCase()
    .split(/[\s-]+/)
    .at(-1) ?? ''

const STRETCH = /^(?:second|minute|hour|day|week|month|year|quarter|decade)$/

function keepsHedge(said: Quantity, known: Quantity): boolean {
  // "over six weeks" is during them as well as more than them.
  if (/^over /i.test(known.text) && STRETCH.test(known.unit)) return true
  const [a, b] = [hedgeOf(said), hedgeOf(known)]
  if (a === b) return true
  if (b === '=') return a === '~' || numberKey(said.number) !== numberKey(known.number)
  return false
}

const CEILING =
  /\b(?:can|could|may|might) (?:reach|total|amount to|cost|be|go to|rise to) $|\b(?:capped at|limited to|a (?:maximum|limit|cap|ceiling) of|maximum of) $/i

// "up to 3%" for "can reach 3%".
const isCeiling = (said: Quantity, known: Quantity, { text }: Holding): boolean =>
  hedgeOf(said) === '<' &&
  hedgeOf(known) === '=' &&
  CEILING.test(text.slice(Math.max(0, known.start - 30), known.start))

type Hedge = '=' | '~' | '<' | '>'

function hedgeOf({ change, text }: Quantity): Hedge {
  if (change === '~' || change === '<' || change === '>') return change
  if (/^(?:up to|as (?:much|many|high) as|at most)\b/i.test(text)) return '<'
  return /^(?:at least|more than|over)\b/i.test(text) ? '>' : '='
}

function isReversed(said: Quantity, known: Quantity): boolean {
  if (
    said.low === null ||
    said.high === null ||
    known.low === null ||
    known.high === null ||
    said.low === said.high
  )
    return false
  return said.low === known.high && said.high === known.low
}

const UP =
  /\b(?:up|rose|rises?|rising|risen|grew|grows?|growing|grown|gain(?:s|ed|ing)?|climb(?:s|ed|ing)?|increas(?:e|es|ed|ing)|improv(?:e|es|ed|ing|ement)|jump(?:s|ed)?|surg(?:e|es|ed)|soar(?:s|ed)?|rais(?:e|es|ed|ing)|lift(?:s|ed|ing)?|boost(?:s|ed|ing)?|higher|faster|more|larger|bigger|doubl(?:e|es|ed|ing)|tripl(?:e|es|ed)|speedup|accelerat(?:e|es|ed))\b/i
const DOWN =
  /\b(?:down|fell|falls?|fallen|falling|drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|reduc(?:e|es|ed|ing|tion)|cut(?:s|ting)?|lower(?:s|ed|ing)?|shr(?:inks?|ank|unk)|slower|fewer|less|smaller|plung(?:e|es|ed)|sank|sinks?|lost|loses?|halv(?:e|es|ed|ing)|slash(?:es|ed)?)\b/i
const STAYS = /\b(?:stay(?:s|ed)?|remain(?:s|ed)?|unchanged|flat|h[eo]lds?) (?:at )?\W?$/i
const SPEED = /\b(?:slower|faster|slows?|speeds?)\b/i
const TIME = /\b(?:latency|delay|time|duration|runtime)\b/i
const WAY_BEFORE = 45
const WAY_AFTER = 22

function agreeInWay(said: Quantity, sentence: string, known: Quantity, text: string): boolean {
  const [a, b] = [wayOf(said, sentence), wayOf(known, text)]
  if (a !== null && b === null && STAYS.test(text.slice(Math.max(0, known.start - 24), known.start)))
    return false
  // What takes more time is slower.
  if (SPEED.test(sentence) !== SPEED.test(text) && TIME.test(`${sentence} ${text}`)) return true
  return a === null || b === null || a === b
}

// Which way a number moves: the word nearest to it decides, and none decides where both stand.
function wayOf(quantity: Quantity, text: string): 'up' | 'down' | null {
  if (quantity.change === 'up' || quantity.change === 'down') return quantity.change
  const comparative = COMPARATIVE.exec(text.slice(quantity.end, quantity.end + WAY_AFTER))
  if (comparative) return comparative[1] === undefined ? 'down' : 'up'
  const before = clauseBefore(text.slice(Math.max(0, quantity.start - WAY_BEFORE), quantity.start))
  const after = /^[^.;:,]*/.exec(text.slice(quantity.end, quantity.end + WAY_AFTER))?.[0] ?? ''
  const [up, down] = [UP.test(before) || UP.test(after), DOWN.test(before) || DOWN.test(after)]
  return up === down ? null : up ? 'up' : 'down'
}

const COMPARATIVE = /^\s(?:(more|higher|larger|bigger|faster)|fewer|less|lower|smaller|slower)\b/i

const clauseBefore = (text: string) =>
  text.slice(
    Math.max(text.lastIndexOf(', '), text.lastIndexOf('; '), text.lastIndexOf('. '), text.lastIndexOf(': ')) +
      1,
  )

// Figures that are no quantities, as in names, versions, ids and tables: each must stand in the evidence as it is.
const FIGURE = /(?<![\p{L}\d.]|[\p{L}\d]-)\d(?:[\d,]*\d)?(?:\.\d+)*/gu

function strayFigures(sentence: string, holdings: readonly Holding[], dates: readonly DateRead[]): string[] {
  const read = quantities(sentence)
  const missing: string[] = []
  for (const match of sentence.matchAll(FIGURE)) {
    const start = match.index
    const end = start + match[0].length
    if ([...read, ...dates].some((one) => start < one.end && one.start < end)) continue
    if (!holdings.some(({ text }) => hasFigure(text, match[0], /\p{L}/u.test(sentence.charAt(end)))))
      missing.push(`number: ${match[0]}`)
  }
  return missing
}
