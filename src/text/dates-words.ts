/** A word, number or mark with its place; `gap` says that white space stands before it. */
export type DateToken = {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly gap: boolean
  /** It began with a capital. */
  readonly capital: boolean
  /** The value when it is a run of digits, else null. */
  readonly digits: number | null
}

const TOKEN = /\d+|\p{L}+(?:['’]\p{L}+)?|[^\s\p{L}\d]/gu

/** The tokens of a text in lower case; a possessive `'s` is left off. */
export function dateTokens(text: string): DateToken[] {
  const found: DateToken[] = []
  let after = 0
  for (const match of text.matchAll(TOKEN)) {
    const raw = match[0]
    const digits = /^\d/.test(raw) ? Number(raw) : null
    const lower = digits === null ? raw.toLowerCase().replace('’', "'") : raw
    const end = match.index + raw.length
    found.push({
      text: lower.replace(/'s$/, ''),
      start: match.index,
      end,
      gap: match.index > after,
      capital: lower !== raw,
      digits,
    })
    after = end
  }
  return found
}

const NAMED = (lists: string): ReadonlyMap<string, number> =>
  new Map(
    lists.split(';').flatMap((names, index) =>
      names
        .trim()
        .split(' ')
        .map((name) => [name, index + 1] as const),
    ),
  )

export const MONTHS = NAMED(
  'jan january; feb february; mar march; apr april; may; jun june; jul july; aug august; sep sept september; oct october; nov november; dec december',
)
export const WEEKDAYS = NAMED(
  'mon monday; tue tues tuesday; wed weds wednesday; thu thur thurs thursday; fri friday; sat saturday; sun sunday',
)
const ORDINALS = NAMED(
  'first; second; third; fourth; fifth; sixth; seventh; eighth; ninth; tenth; eleventh; twelfth; thirteenth; fourteenth; fifteenth; sixteenth; seventeenth; eighteenth; nineteenth; twentieth',
)
const CARDINALS: ReadonlyMap<string, number> = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, value) => [word, value] as const),
)
const TENS: ReadonlyMap<string, number> = new Map([
  ['twenty', 20],
  ['thirty', 30],
  ['forty', 40],
  ['fifty', 50],
  ['sixty', 60],
  ['seventy', 70],
  ['eighty', 80],
  ['ninety', 90],
])

export type NumberRead = { readonly next: number; readonly value: number; readonly ordinal: boolean }

/** A whole number at a token, in figures (`4`, `4th`) or words (`twenty-six`, `twenty sixth`, `second`); null when none. */
export function numberAt(tokens: readonly DateToken[], at: number): NumberRead | null {
  const token = tokens[at]
  if (!token) return null
  if (token.digits !== null) {
    if (token.text.length > 4) return null
    const suffix = tokens[at + 1]
    const ordinal = suffix !== undefined && !suffix.gap && /^(?:st|nd|rd|th)$/.test(suffix.text)
    return { next: at + (ordinal ? 2 : 1), value: token.digits, ordinal }
  }
  const tens = TENS.get(token.text)
  if (tens !== undefined) {
    const hyphen = tokens[at + 1]?.text === '-' && tokens[at + 1]?.gap === false ? 1 : 0
    const unit = tokens[at + 1 + hyphen]?.text ?? ''
    const small = CARDINALS.get(unit)
    if (small !== undefined && small > 0 && small < 10)
      return { next: at + 2 + hyphen, value: tens + small, ordinal: false }
    const nth = ORDINALS.get(unit)
    if (nth !== undefined && nth < 10) return { next: at + 2 + hyphen, value: tens + nth, ordinal: true }
    return { next: at + 1, value: tens, ordinal: false }
  }
  if (token.text === 'thirtieth') return { next: at + 1, value: 30, ordinal: true }
  const cardinal = CARDINALS.get(token.text)
  if (cardinal !== undefined) return { next: at + 1, value: cardinal, ordinal: false }
  const ordinal = ORDINALS.get(token.text)
  return ordinal === undefined ? null : { next: at + 1, value: ordinal, ordinal: true }
}

/** A day of the month, 1 to 31, cardinal or ordinal, `the` allowed before it. */
export function dayNumberAt(tokens: readonly DateToken[], at: number): NumberRead | null {
  const from = tokens[at]?.text === 'the' ? at + 1 : at
  const read = numberAt(tokens, from)
  if (
    !read ||
    read.value < 1 ||
    read.value > 31 ||
    ((tokens[from]?.text.length ?? 0) > 2 && tokens[from]?.digits !== null)
  )
    return null
  return from > at && !read.ordinal ? null : read
}

/** A year in four figures, two behind an apostrophe, or words (`nineteen ninety six`, `two thousand and fifteen`). */
export function yearAt(tokens: readonly DateToken[], at: number): NumberRead | null {
  const token = tokens[at]
  if (!token) return null
  if (token.digits !== null && token.text.length === 4) {
    return token.digits >= 1400 && token.digits <= 2200
      ? { next: at + 1, value: token.digits, ordinal: false }
      : null
  }
  if (
    token.text === "'" &&
    tokens[at + 1]?.text.length === 2 &&
    tokens[at + 1]?.digits !== null &&
    !tokens[at + 1]?.gap
  ) {
    return { next: at + 2, value: fullYear(tokens[at + 1]?.digits ?? 0), ordinal: false }
  }
  return spokenYear(tokens, at)
}

/** Two figures as a year: 30 and more are of the last century. */
export const fullYear = (two: number): number => (two >= 100 ? two : two >= 36 ? 1900 + two : 2000 + two)

function spokenYear(tokens: readonly DateToken[], at: number): NumberRead | null {
  const first = tokens[at]?.text ?? ''
  if (first === 'two' && tokens[at + 1]?.text === 'thousand') {
    const and = tokens[at + 2]?.text === 'and' ? 1 : 0
    const rest = numberAt(tokens, at + 2 + and)
    if (rest && !rest.ordinal && rest.value < 100 && tokens[at + 2 + and]?.digits === null)
      return { next: rest.next, value: 2000 + rest.value, ordinal: false }
    return { next: at + 2, value: 2000, ordinal: false }
  }
  if (first !== 'nineteen' && first !== 'eighteen' && first !== 'twenty') return null
  const tail = numberAt(tokens, at + 1)
  if (!tail || tail.ordinal || tokens[at + 1]?.digits !== null || tail.value < 10) return null
  return {
    next: tail.next,
    value: (first === 'nineteen' ? 1900 : first === 'eighteen' ? 1800 : 2000) + tail.value,
    ordinal: false,
  }
}

/** What a unit word lasts: seconds, days or months of one; null for another word. */
export type TimeUnit = {
  readonly name: 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year'
  readonly times: number
}

const UNITS: Readonly<Record<string, readonly [TimeUnit['name'], number]>> = {
  second: ['second', 1], sec: ['second', 1], minute: ['minute', 1], min: ['minute', 1], hour: ['hour', 1], hr: ['hour', 1],
  h: ['hour', 1], day: ['day', 1], night: ['day', 1], week: ['week', 1], wk: ['week', 1], fortnight: ['week', 2], month: ['month', 1],
  mo: ['month', 1], quarter: ['month', 3], year: ['year', 1], yr: ['year', 1], y: ['year', 1], decade: ['year', 10], century: ['year', 100],
  centurie: ['year', 100],
} // biome-ignore format: a table

export function timeUnit(word: string | undefined): TimeUnit | null {
  if (word === undefined) return null
  const known = UNITS[word] ?? (word.endsWith('s') ? UNITS[word.slice(0, -1)] : undefined)
  return known ? { name: known[0], times: known[1] } : null
}
