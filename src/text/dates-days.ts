import {
  addMonths,
  civilDay,
  daysIn,
  type EpochDay,
  easter,
  epochDay,
  firstOfMonth,
  mondayOf,
  nthWeekday,
  weekdayOf,
} from './dates-calendar.ts'
import {
  type DateToken,
  dayNumberAt,
  fullYear,
  MONTHS,
  numberAt,
  timeUnit,
  WEEKDAYS,
  yearAt,
} from './dates-words.ts'

/** What a reader of dates looks at: the tokens and the instant from which "tomorrow" counts. */
export type Scene = {
  readonly tokens: readonly DateToken[]
  readonly today: EpochDay
  readonly nowMinutes: number
}

/** A day read from a token on. A date without its year may be the last or the next one: both are given, earlier first. */
export type DayRead = { readonly next: number; readonly days: readonly EpochDay[] }

const word = (scene: Scene, at: number): string => scene.tokens[at]?.text ?? ''

/** The longest day that begins at a token: `May 5, 2026`, `05/14`, `next Friday`, `two days before yesterday`, `Christmas`. */
export function dayAt(scene: Scene, at: number): DayRead | null {
  return longest([offsetDay(scene, at), plainDay(scene, at)])
}

/** A day without arithmetic on it. */
export function plainDay(scene: Scene, at: number): DayRead | null {
  return longest([
    figures(scene, at),
    monthDay(scene, at),
    dayMonth(scene, at),
    weekday(scene, at),
    relative(scene, at),
    dayOfPeriod(scene, at),
    holiday(scene, at),
  ])
}

export function longest<T extends { readonly next: number }>(reads: readonly (T | null)[]): T | null {
  let best: T | null = null
  for (const read of reads) if (read && read.next > (best?.next ?? 0)) best = read
  return best
}

/** Last and next time that month and day come round; the same day counts as next. */
function yearless(scene: Scene, month: number, day: number): EpochDay[] {
  const { year } = civilDay(scene.today)
  const found: EpochDay[] = []
  for (let tried = year - 4; tried <= year + 4; tried++)
    if (day <= daysIn(tried, month)) found.push(epochDay(tried, month, day))
  const next = found.findIndex((one) => one >= scene.today)
  return found.slice(Math.max(0, next - 1), next + 1)
}

function dated(scene: Scene, month: number, day: number, year: number | null, next: number): DayRead | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null
  if (year === null) {
    const days = yearless(scene, month, day)
    return days.length > 0 ? { next, days } : null
  }
  return day <= daysIn(year, month) ? { next, days: [epochDay(year, month, day)] } : null
}

const glued = (scene: Scene, at: number): boolean => scene.tokens[at] !== undefined && !scene.tokens[at]?.gap

// 2016-10-16, 10/16/2016, 16.10.2016, 10/16, 2016 10 16, 11/12/35
function figures(scene: Scene, at: number): DayRead | null {
  const { tokens } = scene
  const first = tokens[at]
  if (!first || first.digits === null || first.text.length === 3 || first.text.length > 4) return null
  if (at > 0 && glued(scene, at) && /^(?:\d+|[/.:$€])$/.test(word(scene, at - 1))) return null
  const mark = word(scene, at + 1)
  const spaced =
    first.text.length === 4 &&
    tokens[at + 1]?.digits !== null &&
    /^\d{1,2}$/.test(mark) &&
    /^\d{1,2}$/.test(word(scene, at + 2))
  if (spaced) return inOrder(scene, first.digits, Number(mark), Number(word(scene, at + 2)), at + 3)
  if (!/^[-/.]$/.test(mark) || !glued(scene, at + 1) || !glued(scene, at + 2)) return null
  const second = tokens[at + 2]
  const third =
    word(scene, at + 3) === mark && glued(scene, at + 3) && glued(scene, at + 4) ? tokens[at + 4] : undefined
  if (second === undefined) return null
  if (second.digits === null) return namedMonth(scene, first, second, third, at)
  if (
    third &&
    third.digits !== null &&
    third.text.length <= 4 &&
    third.text.length !== 3 &&
    second.text.length <= 2
  ) {
    const after = at + 5
    if (
      /^[-/]$/.test(word(scene, after)) &&
      glued(scene, after) &&
      mark === '-' &&
      scene.tokens[after + 1]?.digits !== null &&
      glued(scene, after + 1) &&
      third.text.length < 4
    )
      return null
    if (first.text.length === 4) return inOrder(scene, first.digits, second.digits, third.digits, after)
    if (third.text.length === 4 || third.text.length === 2)
      return american(scene, first.digits, second.digits, fullYear(third.digits), after)
  }
  if (
    mark !== '/' &&
    mark !== '.' &&
    !(mark === '-' && first.text.length === 2 && second.text.length === 2 && /^0/.test(first.text))
  )
    return null
  if (first.text.length > 2 || second.text.length > 2) return null
  if (mark === '.' && !WEEKDAYS.has(word(scene, at - 1))) return null
  const year = word(scene, at + 3) === ',' ? yearAt(tokens, at + 4) : null
  return american(scene, first.digits, second.digits, year?.value ?? null, year?.next ?? at + 3)
}

const inOrder = (scene: Scene, year: number, a: number, b: number, next: number): DayRead | null =>
  year < 1400 || year > 2200 ? null : (dated(scene, a, b, year, next) ?? dated(scene, b, a, year, next))

const american = (scene: Scene, a: number, b: number, year: number | null, next: number): DayRead | null =>
  a > 12 ? dated(scene, b, a, year, next) : dated(scene, a, b, year, next)

// 23/Sep/2020, 05-Aug-2016, 2020/Sep/23
function namedMonth(
  scene: Scene,
  first: DateToken,
  second: DateToken,
  third: DateToken | undefined,
  at: number,
): DayRead | null {
  const month = MONTHS.get(second.text)
  if (month === undefined || first.digits === null) return null
  if (third === undefined || third.digits === null)
    return first.text.length <= 2 ? dated(scene, month, first.digits, null, at + 3) : null
  if (first.text.length === 4) return dated(scene, month, third.digits, first.digits, at + 5)
  return third.text.length === 4 || third.text.length === 2
    ? dated(scene, month, first.digits, fullYear(third.digits), at + 5)
    : null
}

// `, 2019`, `of 1995`, `in 2019`, `2019`, `of this year`
function yearBehind(scene: Scene, at: number): { readonly year: number; readonly next: number } | null {
  let from = at
  if (word(scene, from) === '.' && glued(scene, from) && yearAt(scene.tokens, from + 1)) from++
  if (/^(?:,|of|in|-|\/)$/.test(word(scene, from))) from++
  const said = saidYear(scene, from)
  if (said) return said
  const year = yearAt(scene.tokens, from)
  if (!year || year.value < 1400) return null
  // "April 9 2000 people" is no date of the year 2000; a figure with a decimal or a share is none either.
  if (
    /^[.%]$/.test(word(scene, year.next)) &&
    glued(scene, year.next) &&
    scene.tokens[year.next + 1]?.digits !== null &&
    glued(scene, year.next + 1)
  )
    return null
  if (word(scene, year.next) === ':') return null
  return { year: year.value, next: year.next }
}

/** `this year`, `next year`, `last year`, with the year it means. */
export function saidYear(scene: Scene, at: number): { readonly year: number; readonly next: number } | null {
  const from = word(scene, at) === 'the' ? at + 1 : at
  const shift = SHIFTS.get(word(scene, from))
  if (shift === undefined || word(scene, from + 1) !== 'year') return null
  return { year: civilDay(scene.today).year + shift, next: from + 2 }
}

/** How far a word like `next` moves. */
export const SHIFTS: ReadonlyMap<string, number> = new Map([
  ['this', 0], ['current', 0], ['same', 0], ['next', 1], ['coming', 1], ['upcoming', 1], ['following', 1], ['last', -1], ['past', -1], ['previous', -1], ['prior', -1],
]) // biome-ignore format: a table

// March eighteenth, Jan 4th 2019, Dec31 , 1994, Jan/3, April the ninth, Sep-23-2020
function monthDay(scene: Scene, at: number): DayRead | null {
  const month = MONTHS.get(word(scene, at))
  if (month === undefined) return null
  let from = at + 1
  if (/^[.]$/.test(word(scene, from)) && glued(scene, from)) from++
  if (/^[-/]$/.test(word(scene, from)) && glued(scene, from)) {
    const year = yearAt(scene.tokens, from + 1)
    const last = word(scene, from + 2) === '-' ? numberAt(scene.tokens, from + 3) : null
    if (year && last) return dated(scene, month, last.value, year.value, last.next)
    from++
  }
  const day = dayNumberAt(scene.tokens, from)
  if (!day || !bounded(scene, day.next)) return null
  // `May 5-7` begins a range, `may 10 people` is a verb.
  const year = yearBehind(scene, day.next)
  return dated(scene, month, day.value, year?.year ?? null, year?.next ?? day.next)
}

const bounded = (scene: Scene, at: number): boolean => {
  const next = scene.tokens[at]
  if (next === undefined || next.gap) return true
  return (
    !/^(?:%|\p{L}+)$/u.test(next.text) &&
    !(next.text === '.' && scene.tokens[at + 1]?.gap === false && scene.tokens[at + 1]?.digits !== null)
  )
}

// 4th of July, 04th Jan 2019, twenty third day of September, 23-2020-September
function dayMonth(scene: Scene, at: number): DayRead | null {
  if (at > 0 && glued(scene, at) && /^[/.\d$]+$/.test(word(scene, at - 1))) return null
  const day = dayNumberAt(scene.tokens, at)
  if (!day) return null
  let from = day.next
  if (
    word(scene, from) === '-' &&
    scene.tokens[from + 1]?.text.length === 4 &&
    word(scene, from + 2) === '-'
  ) {
    const month = MONTHS.get(word(scene, from + 3))
    if (month !== undefined)
      return dated(scene, month, day.value, scene.tokens[from + 1]?.digits ?? null, from + 4)
  }
  if (word(scene, from) === 'day') from++
  if (/^(?:of|-|\/)$/.test(word(scene, from))) from++
  const month = MONTHS.get(word(scene, from))
  if (
    month === undefined ||
    (word(scene, from) === 'may' && !day.ordinal && from === day.next && scene.tokens[at]?.digits === null)
  )
    return null
  const dot =
    word(scene, from + 1) === '.' && glued(scene, from + 1) && yearAt(scene.tokens, from + 2) ? 1 : 0
  const year = yearBehind(scene, from + 1 + dot)
  return dated(scene, month, day.value, year?.year ?? null, year?.next ?? from + 1)
}

// Friday, next Tuesday, this past Wednesday, Tuesday of last week, next week Mon, Friday 7/6, Monday the 21st
function weekday(scene: Scene, at: number): DayRead | null {
  let from = at
  let shift: number | null = null
  if (word(scene, from) === 'the' && SHIFTS.has(word(scene, from + 1))) from++
  while (SHIFTS.has(word(scene, from))) {
    const said = SHIFTS.get(word(scene, from)) ?? 0
    const upcoming: boolean = /^(?:upcoming|coming|past)$/.test(word(scene, from)) && shift === 0
    shift = upcoming ? (said > 0 ? 10 : -10) : said
    if (/^(?:upcoming|coming)$/.test(word(scene, from)) && shift === 1) shift = 10
    if (word(scene, from) === 'past' && shift === -1) shift = -10
    from++
  }
  if (shift !== null && word(scene, from) === 'week') {
    const on = word(scene, from + 1) === 'on' ? 1 : 0
    const named = WEEKDAYS.get(word(scene, from + 1 + on))
    return named === undefined
      ? null
      : { next: from + 2 + on, days: [mondayOf(scene.today) + 7 * shift + named - 1] }
  }
  const name = word(scene, from)
  const named = WEEKDAYS.get(name)
  if (named === undefined || (/^(?:sun|sat|mon|wed)$/.test(name) && !capital(scene, from))) return null
  let next = from + 1
  if (
    word(scene, next) === '.' &&
    glued(scene, next) &&
    name.length <= 5 &&
    scene.tokens[next + 1]?.digits !== null
  )
    next++
  const also = dayBesideWeekday(scene, next, named)
  if (also && (shift === null || also.days.length > 0)) return shift === null ? also : nearer(scene, also)
  const of = /^(?:of|,|in)$/.test(word(scene, next)) ? 1 : 0
  const week = SHIFTS.get(word(scene, next + of))
  if (shift === null && week !== undefined && word(scene, next + of + 1) === 'week' && of + week !== 9) {
    return { next: next + of + 2, days: [mondayOf(scene.today) + 7 * week + named - 1] }
  }
  const inWeek = mondayOf(scene.today) + named - 1
  if (shift === null) {
    const later = inWeek >= scene.today ? inWeek : inWeek + 7
    return { next, days: [later - 7, later] }
  }
  if (shift === 10) return { next, days: [inWeek > scene.today ? inWeek : inWeek + 7] }
  if (shift === -10) return { next, days: [inWeek < scene.today ? inWeek : inWeek - 7] }
  return { next, days: [inWeek + 7 * shift] }
}

// Capital letters are gone from the tokens; a short name that stands before a figure or alone behind "on" is a day.
const capital = (scene: Scene, at: number): boolean =>
  scene.tokens[at + 1]?.digits !== null ||
  /^(?:on|next|last|this|week|or|and|,|\()$/.test(word(scene, at - 1)) ||
  MONTHS.has(word(scene, at + 1))

const nearer = (scene: Scene, read: DayRead): DayRead => ({
  next: read.next,
  days: [
    [...read.days].sort((a, b) => Math.abs(a - scene.today) - Math.abs(b - scene.today))[0] ?? scene.today,
  ],
})

// "Friday 7/6", "Tue, May 9", "Friday (Jun-15)", "Monday the 21st"; with the day alone, the months in which it falls so.
function dayBesideWeekday(scene: Scene, at: number, named: number): DayRead | null {
  const mark = /^[,(]$/.test(word(scene, at)) ? 1 : 0
  const full = longest([figures(scene, at + mark), monthDay(scene, at + mark), dayMonth(scene, at + mark)])
  if (full) {
    const closed = word(scene, at) === '(' && word(scene, full.next) === ')' ? 1 : 0
    return { next: full.next + closed, days: full.days }
  }
  const the = word(scene, at) === 'the'
  const day = dayNumberAt(scene.tokens, at)
  if (
    !day ||
    !bounded(scene, day.next) ||
    /^(?:[-–:.~]|am|pm|a|p|to|oclock|o'clock)$/.test(word(scene, day.next))
  )
    return null
  if (
    !day.ordinal &&
    scene.tokens[at]?.digits !== null &&
    (day.value <= 12 || timeUnit(word(scene, day.next)))
  )
    return null
  if (!day.ordinal && scene.tokens[at]?.digits === null) return null
  if (the) {
    const { year, month } = civilDay(scene.today)
    return { next: day.next, days: [epochDay(year, month, day.value)] }
  }
  return {
    next: day.next,
    days: aroundMonths(scene, (first, days) =>
      day.value <= days && weekdayOf(first + day.value - 1) === named ? first + day.value - 1 : null,
    ),
  }
}

// The last day before today and the first from today on that some month offers.
function aroundMonths(scene: Scene, pick: (first: EpochDay, days: number) => EpochDay | null): EpochDay[] {
  const { year, month } = civilDay(scene.today)
  const found: EpochDay[] = []
  for (let step = -30; step <= 30; step++) {
    const first = firstOfMonth(year, month + step)
    const day = pick(first, firstOfMonth(year, month + step + 1) - first)
    if (day !== null) found.push(day)
  }
  const next = found.findIndex((day) => day >= scene.today)
  return found.slice(Math.max(0, next - 1), next + 1)
}

const RELATIVE: readonly (readonly [readonly string[], number])[] = [
  [['the', 'day', 'before', 'yesterday'], -2],
  [['day', 'before', 'yesterday'], -2],
  [['the', 'day', 'after', 'tomorrow'], 2],
  [['day', 'after', 'tomorrow'], 2],
  [['the', 'next', 'day'], 1],
  [['the', 'following', 'day'], 1],
  [['next', 'day'], 1],
  [['the', 'day', 'before'], -1],
  [['the', 'previous', 'day'], -1],
  [['the', 'day', 'after'], 1],
  [['the', 'last', 'day'], -1],
  [['last', 'day'], -1],
  [['the', 'day'], 0],
  [['current', 'date'], 0],
  [['today'], 0],
  [['tomorrow'], 1],
  [['tmr'], 1],
  [['yesterday'], -1],
  [['otd'], 0],
]

function relative(scene: Scene, at: number): DayRead | null {
  for (const [words, shift] of RELATIVE) {
    if (words.every((one, index) => word(scene, at + index) === one)) {
      const next = at + words.length
      if (words.length === 2 && words[0] === 'the' && !dayAlone(scene, at)) return null
      if (words[0] === 'today' || words[0] === 'tomorrow' || words[0] === 'yesterday') {
        const also = word(scene, next) === ',' ? figures(scene, next + 1) : null
        if (also) return also
      }
      return { next, days: [scene.today + shift] }
    }
  }
  return null
}

// "for the day", "of the day" mean today; "the day we met" does not.
const dayAlone = (scene: Scene, at: number): boolean =>
  /^(?:for|of)$/.test(word(scene, at - 1)) && !/^(?:of|when|we|i|that)$/.test(word(scene, at + 2))

// the 18th, 29th, the 15th day of next month
function dayOfPeriod(scene: Scene, at: number): DayRead | null {
  const day = dayNumberAt(scene.tokens, at)
  if (!day?.ordinal) return null
  const ofDay = word(scene, day.next) === 'day' ? 1 : 0
  if (word(scene, day.next + ofDay) === 'of') {
    const the = word(scene, day.next + ofDay + 1) === 'the' ? 1 : 0
    const shift = SHIFTS.get(word(scene, day.next + ofDay + 1 + the)) ?? (the ? 0 : undefined)
    const unitAt = day.next + ofDay + 1 + the + (SHIFTS.has(word(scene, day.next + ofDay + 1 + the)) ? 1 : 0)
    if (shift !== undefined && word(scene, unitAt) === 'month') {
      const { year, month } = civilDay(scene.today)
      return { next: unitAt + 1, days: [firstOfMonth(year, month + shift) + day.value - 1] }
    }
  }
  if (ofDay || (scene.tokens[at]?.digits === null && !the(scene, at))) return null
  if (scene.tokens[at]?.digits === null && scene.tokens[at + 1]?.digits === null) return null
  // A bare `29th` is a day only where a preposition makes it one.
  if (!/^(?:on|by|before|after|until|till|from|since|to|and)$/.test(word(scene, at - 1))) return null
  if (
    /^\p{L}{3,}$/u.test(word(scene, day.next)) &&
    !/^(?:at|from|and|or|to|around|by|for|with|between|meet|please)$/.test(word(scene, day.next))
  )
    return null
  return {
    next: day.next,
    days: aroundMonths(scene, (first, days) => (day.value <= days ? first + day.value - 1 : null)),
  }
}

const the = (scene: Scene, at: number): boolean => word(scene, at) === 'the'

const HOLIDAYS: readonly (readonly [string, (year: number) => EpochDay])[] = [
  ['christmas eve', (year) => epochDay(year, 12, 24)],
  ['christmas day', (year) => epochDay(year, 12, 25)],
  ['christmas', (year) => epochDay(year, 12, 25)],
  ['xmas', (year) => epochDay(year, 12, 25)],
  ['new year eve', (year) => epochDay(year, 12, 31)],
  ['new year day', (year) => epochDay(year, 1, 1)],
  ['new year', (year) => epochDay(year, 1, 1)],
  ['halloween', (year) => epochDay(year, 10, 31)],
  ['independence day', (year) => epochDay(year, 7, 4)],
  ['valentine day', (year) => epochDay(year, 2, 14)],
  ["international workers' day", (year) => epochDay(year, 5, 1)],
  ["workers' day", (year) => epochDay(year, 5, 1)],
  ['labor day', (year) => nthWeekday(year, 9, 1, 1)],
  ['memorial day', (year) => nthWeekday(year, 5, 1, -1)],
  ['thanksgiving day', (year) => nthWeekday(year, 11, 4, 4)],
  ['thanksgiving', (year) => nthWeekday(year, 11, 4, 4)],
  ['black friday', (year) => nthWeekday(year, 11, 4, 4) + 1],
  ['cyber monday', (year) => nthWeekday(year, 11, 4, 4) + 4],
  ['easter sunday', easter],
  ['easter monday', (year) => easter(year) + 1],
  ['easter', easter],
  ['good friday', (year) => easter(year) - 2],
]
const HOLIDAY_STARTS = new Set(HOLIDAYS.map(([name]) => name.split(/[ ']/)[0] ?? name))

function holiday(scene: Scene, at: number): DayRead | null {
  const shift = SHIFTS.get(word(scene, at))
  const from = shift === undefined ? at : at + 1
  if (!HOLIDAY_STARTS.has(word(scene, from))) return null
  for (const [name, dayIn] of HOLIDAYS) {
    const words =
      name === "international workers' day" ? ['international', 'workers', "'", 'day'] : name.split(' ')
    if (!words.every((one, index) => word(scene, from + index) === one)) continue
    const next = from + words.length
    const { year } = civilDay(scene.today)
    if (shift !== undefined && shift !== 0) {
      const past = dayIn(year) < scene.today
      return { next, days: [dayIn(shift > 0 ? (past ? year + 1 : year) : past ? year : year - 1)] }
    }
    const said = yearBehind(scene, next)
    if (said) return { next: said.next, days: [dayIn(said.year)] }
    const past = dayIn(year) < scene.today
    return { next, days: past ? [dayIn(year), dayIn(year + 1)] : [dayIn(year - 1), dayIn(year)] }
  }
  return null
}

/** A stretch of days, weeks, months or years: `2 years 1 month 21 days`, `a fortnight`, `two and a half weeks`. */
export type Stretch = {
  readonly next: number
  readonly months: number
  readonly days: number
  readonly minutes: number
  readonly iso: string
}

const LETTER: Readonly<Record<string, string>> = {
  second: 'S',
  minute: 'M',
  hour: 'H',
  day: 'D',
  week: 'W',
  month: 'M',
  year: 'Y',
}

export function stretchAt(scene: Scene, at: number): Stretch | null {
  let months = 0
  let days = 0
  let minutes = 0
  let next = at
  let iso = ''
  let timed = false
  for (let count = 0; count < 5; count++) {
    const from = count > 0 && /^(?:and|,)$/.test(word(scene, next)) ? next + 1 : next
    const part = stretchPart(scene, from)
    if (!part) break
    const { unit, amount } = part
    if (unit.name === 'month' || unit.name === 'year')
      months += amount * unit.times * (unit.name === 'year' ? 12 : 1)
    else if (unit.name === 'day' || unit.name === 'week')
      days += amount * unit.times * (unit.name === 'week' ? 7 : 1)
    else minutes += amount * (unit.name === 'hour' ? 60 : unit.name === 'minute' ? 1 : 1 / 60)
    const clock = unit.name === 'hour' || unit.name === 'minute' || unit.name === 'second'
    if (clock && !timed) {
      iso += 'T'
      timed = true
    }
    iso += `${amount * unit.times}${LETTER[unit.name]}`
    next = part.next
  }
  return next === at ? null : { next, months, days, minutes, iso: `P${iso}` }
}

const VAGUE: Readonly<Record<string, number>> = { a: 1, an: 1, few: 3, several: 3, some: 3, couple: 2 }

function stretchPart(
  scene: Scene,
  at: number,
): {
  readonly amount: number
  readonly unit: { readonly name: keyof typeof LETTER & string; readonly times: number }
  readonly next: number
} | null {
  let from = at
  let amount: number | null = null
  if (word(scene, from) === 'half') {
    const an = /^(?:a|an)$/.test(word(scene, from + 1)) ? 1 : 0
    const unit = timeUnit(word(scene, from + 1 + an))
    return unit ? { amount: 0.5, unit, next: from + 2 + an } : null
  }
  const read = numberAt(scene.tokens, from)
  if (read && !read.ordinal) {
    amount = read.value
    from = read.next
    const point = scene.tokens[from]
    if (
      point?.text === '.' &&
      !point.gap &&
      scene.tokens[from + 1]?.digits !== null &&
      glued(scene, from + 1)
    ) {
      amount = Number(`${read.value}.${word(scene, from + 1)}`)
      from += 2
    } else if (
      word(scene, from) === 'and' &&
      word(scene, from + 1) === 'a' &&
      word(scene, from + 2) === 'half'
    ) {
      amount += 0.5
      from += 3
    }
  } else if (VAGUE[word(scene, from)] !== undefined) {
    amount = VAGUE[word(scene, from)] ?? 1
    from++
    if (amount === 1 && VAGUE[word(scene, from)] !== undefined) {
      amount = VAGUE[word(scene, from)] ?? 1
      from++
    }
    if (amount === 2 && word(scene, from) === 'of') from++
  }
  if (amount === null) return null
  if (word(scene, from) === '-' && glued(scene, from)) from++
  if (word(scene, from) === 'more') from++
  const unit = timeUnit(word(scene, from))
  if (!unit) return null
  if (word(scene, from).length === 1 && scene.tokens[from]?.gap) return null
  if (word(scene, from).length === 1 && word(scene, from) === 'y' && amount > 100) return null
  let next = from + 1
  // "one hour and half", "one year and a quarter"
  if (word(scene, next) === 'and') {
    const a = word(scene, next + 1) === 'a' ? 1 : 0
    const share = word(scene, next + 1 + a)
    if ((share === 'half' || share === 'quarter') && !timeUnit(word(scene, next + 2 + a))) {
      return { amount: amount + (share === 'half' ? 0.5 : 0.25), unit, next: next + 2 + a }
    }
  }
  if (
    word(scene, next) === '.' &&
    /^(?:hr|min|sec|yr|mo|wk)s?$/.test(word(scene, from)) &&
    scene.tokens[next + 1]?.gap === false
  )
    next++
  return { amount, unit, next }
}

/** A day moved by a stretch; months by the calendar. */
export const moved = (day: EpochDay, { months, days }: Stretch, sign: number): EpochDay =>
  (Number.isInteger(months) ? addMonths(day, sign * months) : day + Math.round(sign * months * 30.4375)) +
  Math.round(sign * days)

// in two weeks, 3 days ago, 4 months from tomorrow, 2 weeks before May 13 1999, a fortnight later
function offsetDay(scene: Scene, at: number): DayRead | null {
  const named = WEEKDAYS.get(word(scene, at))
  if (named !== undefined) {
    const rest = stretchAt(scene, at + 1) ? offsetDay(scene, at + 1) : null
    return rest ? { next: rest.next, days: rest.days.map((day) => onWeekday(day, named)) } : null
  }
  const inWord = word(scene, at) === 'in'
  const from = inWord || word(scene, at) === 'the' ? at + 1 : at
  const stretch = stretchAt(scene, from)
  if (!stretch || stretch.minutes > 0) return null
  const link = word(scene, stretch.next)
  const found = (days: readonly EpochDay[], next: number): DayRead => onSaidWeekday(scene, { next, days })
  if (link === 'ago' || (link === 'back' && !inWord))
    return found([moved(scene.today, stretch, -1)], stretch.next + 1)
  if (link === 'later' || link === 'hence') return found([moved(scene.today, stretch, 1)], stretch.next + 1)
  if (link === 'earlier') return found([moved(scene.today, stretch, -1)], stretch.next + 1)
  if (link === "'" || link === 'time') {
    const time = link === 'time' ? stretch.next : stretch.next + 1
    if (inWord && word(scene, time) === 'time') return found([moved(scene.today, stretch, 1)], time + 1)
  }
  const sign = link === 'before' ? -1 : /^(?:after|from|since)$/.test(link) ? 1 : 0
  if (sign !== 0) {
    const to = stretch.next + 1
    if (/^(?:now|today)$/.test(word(scene, to))) return found([moved(scene.today, stretch, sign)], to + 1)
    const base = plainDay(scene, to)
    if (base) {
      const nearest = [...base.days].sort((a, b) => Math.abs(a - scene.today) - Math.abs(b - scene.today))
      const later =
        base.days.length > 1 && base.days.at(-1) !== undefined ? [base.days.at(-1) ?? scene.today] : nearest
      return found([moved(later[0] ?? scene.today, stretch, sign)], base.next)
    }
    const year =
      word(scene, to) === 'the' && word(scene, to + 1) === 'year' ? yearAt(scene.tokens, to + 2) : null
    if (year) return { next: year.next, days: [moved(epochDay(year.value, 1, 1), stretch, sign)] }
  }
  if (inWord && link !== 'of') return found([moved(scene.today, stretch, 1)], stretch.next)
  return null
}

const onWeekday = (day: EpochDay, named: number): EpochDay => day + ((named - weekdayOf(day) + 10) % 7) - 3

function onSaidWeekday(scene: Scene, read: DayRead): DayRead {
  const named = word(scene, read.next) === 'on' ? WEEKDAYS.get(word(scene, read.next + 1)) : undefined
  if (named === undefined) return read
  return { next: read.next + 2, days: read.days.map((day) => onWeekday(day, named)) }
}
