import {
  addMonths,
  civilDay,
  type EpochDay,
  epochDay,
  firstOfMonth,
  isoDay,
  mondayOf,
  weekdayOf,
  weekOf,
  weekStart,
} from './dates-calendar.ts'
import { dayAt, longest, plainDay, type Scene, SHIFTS, saidYear, stretchAt } from './dates-days.ts'
import { fullYear, MONTHS, numberAt, timeUnit, yearAt } from './dates-words.ts'

/** A stretch of whole days, `to` outside. Without a year the last and the next such stretch are given, earlier first. */
export type PeriodRead = {
  readonly next: number
  readonly spans: readonly (readonly [EpochDay, EpochDay])[]
  /** As partial as printed: `2026`, `2026-Q2`, `2026-05`, `2026-W20`; null where the calendar has no name for it. */
  readonly value: string | null
}

const word = (scene: Scene, at: number): string => scene.tokens[at]?.text ?? ''
const isGlued = (scene: Scene, at: number): boolean =>
  scene.tokens[at] !== undefined && scene.tokens[at]?.gap === false
const pad = (value: number): string => String(value).padStart(2, '0')
const skipThe = (scene: Scene, at: number): number => (word(scene, at) === 'the' ? at + 1 : at)

/** The longest period that begins at a token. */
export function periodAt(scene: Scene, at: number): PeriodRead | null {
  return longest([
    partOfPeriod(scene, at),
    month(scene, at),
    year(scene, at),
    quarter(scene, at),
    week(scene, at),
    relative(scene, at),
    counted(scene, at),
    nthOf(scene, at),
    decade(scene, at),
    dayNumbers(scene, at),
  ])
}

const yearSpan = (value: number): readonly [EpochDay, EpochDay] => [
  epochDay(value, 1, 1),
  epochDay(value + 1, 1, 1),
]
const monthSpan = (value: number, of: number): readonly [EpochDay, EpochDay] => [
  firstOfMonth(value, of),
  firstOfMonth(value, of + 1),
]

// May, in the april, April 2017, Dec, 2018, april of 87, 12-2015, this May
function month(scene: Scene, at: number): PeriodRead | null {
  const shift = SHIFTS.get(word(scene, at))
  const from = shift === undefined ? at : at + 1
  const named = MONTHS.get(word(scene, from))
  if (named === undefined) return shift === undefined ? figuresMonth(scene, at) : null
  if (shift !== undefined && word(scene, from) === 'may' && !scene.tokens[from]?.capital) return null
  if (shift !== undefined) {
    const base = civilDay(scene.today).year
    const value =
      shift === 0
        ? base
        : shift > 0
          ? named > civilDay(scene.today).month
            ? base
            : base + 1
          : named < civilDay(scene.today).month
            ? base
            : base - 1
    return { next: from + 1, spans: [monthSpan(value, named)], value: `${value}-${pad(named)}` }
  }
  let next = from + 1
  if (word(scene, next) === '.' && isGlued(scene, next) && scene.tokens[next + 1]?.digits !== null) next++
  const mark = /^(?:,|of|in|-|\/)$/.test(word(scene, next)) ? 1 : 0
  const said = saidYear(scene, next + mark)
  if (said)
    return { next: said.next, spans: [monthSpan(said.year, named)], value: `${said.year}-${pad(named)}` }
  const full = yearAt(scene.tokens, next + mark)
  if (full && full.value >= 1400)
    return { next: full.next, spans: [monthSpan(full.value, named)], value: `${full.value}-${pad(named)}` }
  const two = scene.tokens[next + 1]
  if (word(scene, next) === 'of' && two?.digits !== null && two?.text.length === 2) {
    const value = fullYear(two.digits ?? 0)
    return { next: next + 2, spans: [monthSpan(value, named)], value: `${value}-${pad(named)}` }
  }
  if (!monthAlone(scene, at)) return null
  const base = civilDay(scene.today).year
  const past = firstOfMonth(base, named) < scene.today && firstOfMonth(base, named + 1) <= scene.today
  const first = past ? base : base - 1
  const began = !past && firstOfMonth(base, named) <= scene.today
  return {
    next: from + 1,
    spans: began
      ? [monthSpan(base, named), monthSpan(base + 1, named)]
      : [monthSpan(first, named), monthSpan(first + 1, named)],
    value: null,
  }
}

// "may" and "march" are verbs and "mar", "jan", "dec" names; alone they are months behind a preposition.
function monthAlone(scene: Scene, at: number): boolean {
  const said = word(scene, at)
  if (!/^(?:may|march|mar|sept?|dec|jan|jun|jul|apr|feb|aug|oct|nov)$/.test(said)) return true
  if (said === 'may' || said === 'march') {
    if (
      /^(?:mid|late|early|since|until|till|last|next|this|by|during|from)$/.test(word(scene, at - 1)) ||
      word(scene, at - 1) === '-'
    )
      return true
    return (
      /^(?:in|of|between|and|to|through|after|before)$/.test(word(scene, at - 1)) &&
      !/^(?:not|be|have|well|or|also|\p{L}+ly)$/u.test(word(scene, at + 1)) &&
      word(scene, at - 1) !== 'and'
    )
  }
  return true
}

function figuresMonth(scene: Scene, at: number): PeriodRead | null {
  const first = scene.tokens[at]
  const last = scene.tokens[at + 2]
  if (!first || !last || first.digits === null || last.digits === null || !/^[-/]$/.test(word(scene, at + 1)))
    return null
  if (
    !isGlued(scene, at + 1) ||
    !isGlued(scene, at + 2) ||
    (at > 0 && isGlued(scene, at) && !/^\p{L}|^[(]/u.test(word(scene, at - 1)))
  )
    return null
  if (/^[-/.]$/.test(word(scene, at + 3)) && isGlued(scene, at + 3) && isGlued(scene, at + 4)) return null
  const monthFirst = last.text.length === 4
  const value = monthFirst ? last.digits : first.digits
  const named = monthFirst ? first.digits : last.digits
  const other = monthFirst ? first.text : last.text
  if (other.length > 2 || named < 1 || named > 12 || value < 1900 || value > 2100) return null
  return { next: at + 3, spans: [monthSpan(value, named)], value: `${value}-${pad(named)}` }
}

const YEAR_LEAD =
  /^(?:in|since|of|during|by|after|before|until|till|from|through|between|and|to|year|cy|fy|for|through|late|early|mid|than|spring|summer|fall|autumn|winter|but|not|or|around|circa|beyond|throughout|pre|post|as|=|-|–)$/
const YEAR_IS_COUNT =
  /^(?:people|users|tokens|times|points|models|pieces|units|items|papers|gpus|hours|days|samples|lines|pages|miles|dollars|steps|percent|%|million|billion|thousand|x|kg|km|ms|w|mb|gb|words|examples|questions|tasks|images|employees|parameters|members|customers|companies)$/

// 2008, the year 2008, in 2019, cy18, nineteen ninety six
function year(scene: Scene, at: number): PeriodRead | null {
  let from = at
  let named = false
  if (
    /^(?:year|cy)$/.test(word(scene, from)) ||
    (word(scene, from) === 'calendar' && word(scene, from + 1) === 'year')
  ) {
    from += word(scene, from) === 'calendar' ? 2 : 1
    if (word(scene, from) === 'of') return null
    named = true
  }
  const token = scene.tokens[from]
  if (named && token?.digits !== null && token?.text.length === 2 && !token.gap) {
    const value = 2000 + (token.digits ?? 0)
    return { next: from + 1, spans: [yearSpan(value)], value: String(value) }
  }
  const read = yearAt(scene.tokens, from)
  if (
    !read ||
    (token &&
      at > 0 &&
      !token.gap &&
      /^[-/.\d$€£:#@~]$/.test(word(scene, at - 1)) &&
      !/^[-~]$/.test(word(scene, at - 1)))
  )
    return null
  const after = scene.tokens[read.next]
  if (
    after &&
    !after.gap &&
    /^(?:\p{L}+|[-/.:%$€])$/u.test(after.text) &&
    !(after.text === '-' && yearAt(scene.tokens, read.next + 1)) &&
    scene.tokens[read.next + 1]?.gap === false
  )
    return null
  if (after && !after.gap && /^\p{L}/u.test(after.text)) return null
  if (!named && YEAR_IS_COUNT.test(after?.text ?? '')) return null
  if (!named && (read.value < 1900 || read.value > 2100) && !YEAR_LEAD.test(word(scene, at - 1))) return null
  if (!named && token?.digits === null && !YEAR_LEAD.test(word(scene, at - 1))) return null
  return { next: read.next, spans: [yearSpan(read.value)], value: String(read.value) }
}

const QUARTERS: Readonly<Record<string, number>> = { q1: 1, q2: 2, q3: 3, q4: 4 }
const HALVES: Readonly<Record<string, number>> = { h1: 1, h2: 2 }

const quarterSpan = (value: number, of: number): readonly [EpochDay, EpochDay] => [
  firstOfMonth(value, of * 3 - 2),
  firstOfMonth(value, of * 3 + 1),
]
const halfSpan = (value: number, of: number): readonly [EpochDay, EpochDay] => [
  firstOfMonth(value, of * 6 - 5),
  firstOfMonth(value, of * 6 + 1),
]

// Q3 2026, 2017 q1, 2019-H2, Q2, first quarter of 2019, next year's first quarter, second half of 2026
function quarter(scene: Scene, at: number): PeriodRead | null {
  const before = yearAt(scene.tokens, at)
  const said = saidYear(scene, at)
  const from = said?.next ?? before?.next ?? skipThe(scene, at)
  const joined = before && word(scene, from) === '-' ? from + 1 : from
  const named = quarterName(scene, joined)
  if (!named) return null
  const spans = named.half ? halfSpan : quarterSpan
  const letter = named.half ? 'H' : 'Q'
  const known = said?.year ?? before?.value
  if (known !== undefined)
    return { next: named.next, spans: [spans(known, named.nth)], value: `${known}-${letter}${named.nth}` }
  const link = /^(?:of|,|in|-|\/|')$/.test(word(scene, named.next)) && word(scene, named.next) !== "'" ? 1 : 0
  const the =
    word(scene, named.next + link) === 'the' && word(scene, named.next + link + 1) === 'year' ? 2 : 0
  const behind = the ? null : (saidYear(scene, named.next + link) ?? readYear(scene, named.next + link))
  if (behind)
    return {
      next: behind.next,
      spans: [spans(behind.year, named.nth)],
      value: `${behind.year}-${letter}${named.nth}`,
    }
  const base = civilDay(scene.today).year
  const candidates = [base - 1, base, base + 1].map((one) => spans(one, named.nth))
  const coming = candidates.findIndex(([start]) => start >= scene.today)
  const running = candidates.findIndex(([start, end]) => start <= scene.today && scene.today < end)
  const next = named.next + (the ? link + 2 : 0)
  if (the || running >= 0)
    return {
      next,
      spans: the ? [spans(base, named.nth), spans(base + 1, named.nth)] : [spans(base, named.nth)],
      value: `${base}-${letter}${named.nth}`,
    }
  return { next, spans: candidates.slice(Math.max(0, coming - 1), coming + 1), value: null }
}

function readYear(scene: Scene, at: number): { readonly year: number; readonly next: number } | null {
  const read = yearAt(scene.tokens, at)
  return read ? { year: read.value, next: read.next } : null
}

function quarterName(
  scene: Scene,
  at: number,
): { readonly nth: number; readonly half: boolean; readonly next: number } | null {
  const glued = `${word(scene, at)}${isGlued(scene, at + 1) ? word(scene, at + 1) : ''}`
  if (QUARTERS[glued]) return { nth: QUARTERS[glued] ?? 1, half: false, next: at + 2 }
  if (HALVES[glued]) return { nth: HALVES[glued] ?? 1, half: true, next: at + 2 }
  const nth = numberAt(scene.tokens, at)
  if (!nth?.ordinal || nth.value > 4) return null
  if (word(scene, nth.next) === 'quarter') return { nth: nth.value, half: false, next: nth.next + 1 }
  if (word(scene, nth.next) === 'half' && nth.value <= 2 && word(scene, nth.next + 1) === 'of')
    return { nth: nth.value, half: true, next: nth.next + 1 }
  return null
}

const weekValue = (monday: EpochDay): string => `${weekOf(monday).year}-W${pad(weekOf(monday).week)}`
const wholeWeek = (monday: EpochDay, next: number): PeriodRead => ({
  next,
  spans: [[monday, monday + 7]],
  value: weekValue(monday),
})

// week 10, week 3 of 2027, the week of July 23, the week after next, this working week
function week(scene: Scene, at: number): PeriodRead | null {
  const from = skipThe(scene, at)
  if (word(scene, from) !== 'week') return null
  const number = scene.tokens[from + 1]
  if (
    number?.digits !== null &&
    from === at &&
    number !== undefined &&
    number.text.length <= 2 &&
    (number.digits ?? 0) >= 1 &&
    (number.digits ?? 0) <= 53
  ) {
    const of = word(scene, from + 2) === 'of' ? readYear(scene, from + 3) : null
    const monday = weekStart(of?.year ?? civilDay(scene.today).year, number.digits ?? 1)
    return wholeWeek(monday, of?.next ?? from + 2)
  }
  if (word(scene, from + 1) === 'after' && word(scene, from + 2) === 'next')
    return wholeWeek(mondayOf(scene.today) + 14, from + 3)
  if (word(scene, from + 1) === 'of') {
    const day = plainDay(scene, from + 2)
    if (day)
      return {
        next: day.next,
        spans: day.days.map((one) => [mondayOf(one), mondayOf(one) + 7] as const),
        value: null,
      }
  }
  return null
}

// this week, last month, next year, the month, same week, later this month, this weekend, the next decade
function relative(scene: Scene, at: number): PeriodRead | null {
  const cut = /^(?:early|earlier|later|late)$/.test(word(scene, at)) ? word(scene, at) : null
  let from = cut ? at + 1 : at
  if (cut && word(scene, from) === 'in') from++
  const the = word(scene, from) === 'the'
  if (the) from++
  let shift = SHIFTS.get(word(scene, from))
  if (word(scene, from) === 'that') shift = 0
  if (shift !== undefined && the && !cut && word(scene, from + 1) !== 'decade') return null
  if (shift !== undefined) from++
  else if (the && !cut && !/^(?:month|year|fortnight)$/.test(word(scene, from))) return null
  else if (!the && !/^weekends?$/.test(word(scene, from))) return null
  if (/^(?:calendar|whole|entire|full|working|business)$/.test(word(scene, from))) from++
  const said = word(scene, from)
  if (the && word(scene, from + 1) === 'of') return null
  if (the && shift === undefined && !cut && !/^(?:of|in|,|\.|)$/.test(word(scene, at - 1)))
    return said === 'fortnight' ? fortnight(scene, 0, from + 1) : null
  const base = span(scene, said, shift ?? 0, from + 1, word(scene, from - 1) === 'working')
  if (!base || !cut)
    return base && word(scene, from + 1) === 'after' && word(scene, from + 2) === 'next' ? null : base
  return cutShort(scene, base, cut)
}

function span(scene: Scene, said: string, shift: number, next: number, working: boolean): PeriodRead | null {
  const { year: thisYear, month: thisMonth } = civilDay(scene.today)
  if (said === 'week') {
    const monday = mondayOf(scene.today) + 7 * shift
    return working ? { next, spans: [[monday, monday + 5]], value: null } : wholeWeek(monday, next)
  }
  if (/^weekends?$/.test(said)) {
    const saturday = mondayOf(scene.today) + 5 + 7 * shift
    return { next, spans: [[saturday, saturday + 2]], value: `${weekValue(saturday)}-WE` }
  }
  if (said === 'month') {
    const first = firstOfMonth(thisYear, thisMonth + shift)
    return { next, spans: [[first, addMonths(first, 1)]], value: isoDay(first).slice(0, 7) }
  }
  if (said === 'quarter') {
    const index = thisYear * 4 + Math.floor((thisMonth - 1) / 3) + shift
    const [inYear, nth] = [Math.floor(index / 4), (((index % 4) + 4) % 4) + 1]
    return { next, spans: [quarterSpan(inYear, nth)], value: `${inYear}-Q${nth}` }
  }
  if (said === 'year') return { next, spans: [yearSpan(thisYear + shift)], value: String(thisYear + shift) }
  if (said === 'fortnight') return fortnight(scene, shift, next)
  if (said === 'decade') {
    const from = Math.floor(thisYear / 10) * 10 + 10 * shift
    return { next, spans: [[epochDay(from, 1, 1), epochDay(from + 10, 1, 1)]], value: null }
  }
  const season = SEASONS[said]
  if (season !== undefined) return { next, spans: [], value: `${thisYear + shift}-${season}` }
  return null
}

const SEASONS: Readonly<Record<string, string>> = { spring: 'SP', summer: 'SU', autumn: 'FA', winter: 'WI' }

const fortnight = (scene: Scene, shift: number, next: number): PeriodRead => {
  const monday = mondayOf(scene.today) + 14 * shift
  return { next, spans: [[monday, monday + 14]], value: null }
}

// "later this week" begins today or at its middle, whichever is later; "earlier this month" ends there.
function cutShort(scene: Scene, base: PeriodRead, cut: string): PeriodRead {
  const spans = base.spans.map(([start, end]) => {
    const middle = middleOf(start, end)
    if (cut.startsWith('early') || cut === 'earlier') return [start, middle] as const
    return [
      start <= scene.today && scene.today < end && end - start <= 31 ? Math.max(scene.today, middle) : middle,
      end,
    ] as const
  })
  return { next: base.next, spans, value: null }
}

function middleOf(start: EpochDay, end: EpochDay): EpochDay {
  const length = end - start
  if (length === 7) return start + 3
  if (length <= 31) return start + 15
  return length > 360 ? addMonths(start, 6) : start + Math.round(length / 2)
}

// next 4 business days, last 2 quarters, the 5 upcoming years, next couple weeks, the past two years
function counted(scene: Scene, from: number): PeriodRead | null {
  let shift = SHIFTS.get(word(scene, from))
  let next = shift === undefined ? from : from + 1
  let amount: number | null = null
  const read = numberAt(scene.tokens, next)
  if (read && !read.ordinal) {
    amount = read.value
    next = read.next
  } else if (
    /^(?:few|couple|several)$/.test(word(scene, next)) ||
    (word(scene, next) === 'a' && /^(?:few|couple)$/.test(word(scene, next + 1)))
  ) {
    if (word(scene, next) === 'a') next++
    amount = word(scene, next) === 'couple' ? 2 : 3
    next += word(scene, next + 1) === 'of' ? 2 : 1
  }
  if (shift === undefined) {
    shift = SHIFTS.get(word(scene, next))
    if (shift !== undefined) next++
  }
  if (shift === undefined || shift === 0) return null
  if (word(scene, next) === '-') next++
  if (amount === null) return null
  const business = word(scene, next) === 'business' || word(scene, next) === 'working'
  if (business) next++
  const unit = timeUnit(word(scene, next))
  if (!unit || unit.name === 'hour' || unit.name === 'minute' || unit.name === 'second') return null
  const said = word(scene, next)
  next++
  if (word(scene, next) === 'of' && shift < 0) return null
  if (/^quarters?$/.test(said)) {
    const { year: thisYear, month: thisMonth } = civilDay(scene.today)
    const start = firstOfMonth(thisYear, Math.floor((thisMonth - 1) / 3) * 3 + 1)
    const spans: readonly [EpochDay, EpochDay] =
      shift > 0
        ? [addMonths(start, 3), addMonths(start, 3 + 3 * amount)]
        : [addMonths(start, -3 * amount), start]
    return { next, spans: [spans], value: null }
  }
  const away = (day: EpochDay, sign: number): EpochDay => {
    if (unit.name === 'day')
      return business ? businessDays(day, sign * (amount ?? 1)) : day + sign * (amount ?? 1)
    if (unit.name === 'week') return day + sign * 7 * unit.times * (amount ?? 1)
    return addMonths(day, sign * (amount ?? 1) * unit.times * (unit.name === 'year' ? 12 : 1))
  }
  return {
    next,
    spans: [shift > 0 ? [scene.today + 1, away(scene.today + 1, 1)] : [away(scene.today, -1), scene.today]],
    value: null,
  }
}

function businessDays(day: EpochDay, count: number): EpochDay {
  let at = day
  for (let left = Math.abs(count); left > 0; ) {
    if (count > 0) {
      if (weekdayOf(at) < 6) left--
      at++
    } else {
      at--
      if (weekdayOf(at) < 6) left--
    }
  }
  return at
}

// first week of Jan 2015, last week of July, 9th month of next year, last 3 weeks of this year, first ten days of last year
function nthOf(scene: Scene, at: number): PeriodRead | null {
  const from = skipThe(scene, at)
  const last = word(scene, from) === 'last'
  const nth = last ? { next: from + 1, value: -1, ordinal: true } : numberAt(scene.tokens, from)
  if (!nth?.ordinal) return null
  const count = numberAt(scene.tokens, nth.next)
  const unitAt = count && !count.ordinal ? count.next : nth.next
  const unit = timeUnit(word(scene, unitAt))
  if (!unit || word(scene, unitAt + 1) !== 'of') return null
  const whole = longest([
    month(scene, skipThe(scene, unitAt + 2)),
    year(scene, skipThe(scene, unitAt + 2)),
    relative(scene, unitAt + 2),
  ])
  if (!whole || whole.spans.length === 0) return null
  const amount = count && !count.ordinal ? count.value : 1
  const spans = whole.spans.map(([start, end]) =>
    pieceOf(start, end, unit.name, last ? -1 : nth.value, amount),
  )
  const first = spans[0]
  const weekly = first && unit.name === 'week' && amount === 1 && spans.length === 1
  return {
    next: whole.next,
    spans,
    value: weekly
      ? weekValue(first[0])
      : unit.name === 'month' && first && spans.length === 1 && amount === 1
        ? isoDay(first[0]).slice(0, 7)
        : null,
  }
}

function pieceOf(
  start: EpochDay,
  end: EpochDay,
  unit: string,
  nth: number,
  amount: number,
): readonly [EpochDay, EpochDay] {
  if (unit === 'month')
    return nth < 0
      ? [addMonths(end, -amount), end]
      : [addMonths(start, nth - 1), addMonths(start, nth - 1 + amount)]
  if (unit === 'week') {
    // The first week of a month or year is the one that holds its first Thursday or, for months, its first day's week.
    const first =
      end - start > 31
        ? weekStart(civilDay(start).year, 1)
        : weekdayOf(start) <= 4
          ? mondayOf(start)
          : mondayOf(start) + 7
    const lastWeek = end - start > 31 ? weekStart(civilDay(end).year, 1) - 7 : mondayOf(end - 1)
    const monday = nth < 0 ? lastWeek - 7 * (amount - 1) : first + 7 * (nth - 1)
    return [monday, monday + 7 * amount]
  }
  return nth < 0 ? [end - amount, end] : [start + nth - 1, start + nth - 1 + amount]
}

// 1990s, 1990 s, the nineties, 15th century
function decade(scene: Scene, at: number): PeriodRead | null {
  const from = skipThe(scene, at)
  const token = scene.tokens[from]
  if (
    token?.digits !== null &&
    token?.text.length === 4 &&
    token.digits !== undefined &&
    token.digits % 10 === 0 &&
    word(scene, from + 1) === 's'
  ) {
    const start = token.digits
    return {
      next: from + 2,
      spans: [[epochDay(start, 1, 1), epochDay(start + (start % 100 === 0 ? 100 : 10), 1, 1)]],
      value: null,
    }
  }
  const nth = numberAt(scene.tokens, from)
  if (nth?.ordinal && word(scene, nth.next) === 'century') {
    return {
      next: nth.next + 1,
      spans: [[epochDay((nth.value - 1) * 100, 1, 1), epochDay(nth.value * 100, 1, 1)]],
      value: null,
    }
  }
  return null
}

// 3 to 12 of Sept, November 19-20, Apr 9th through seventeenth, between ninth and seventeenth of April
function dayNumbers(scene: Scene, at: number): PeriodRead | null {
  const named = MONTHS.get(word(scene, at))
  const from = named === undefined ? at : at + 1
  const first = numberAt(scene.tokens, skipThe(scene, from))
  if (
    !first ||
    first.value < 1 ||
    first.value > 31 ||
    !/^(?:-|–|to|and|through|till|until|~)$/.test(word(scene, first.next))
  )
    return null
  if (word(scene, first.next) === 'and' && word(scene, at - 1) !== 'between') return null
  const second = numberAt(scene.tokens, skipThe(scene, first.next + 1))
  if (!second || second.value < 1 || second.value > 31 || second.value <= first.value) return null
  let next = second.next
  let of = named
  if (of === undefined) {
    if (word(scene, next) === 'of') next++
    of = MONTHS.get(word(scene, next))
    next++
    if (of === undefined) return null
  } else if (
    /^[:/]$/.test(word(scene, next)) ||
    /^(?:am|pm|a|p)$/.test(word(scene, next)) ||
    MONTHS.has(word(scene, next))
  )
    return null
  const mark = word(scene, next) === ',' ? 1 : 0
  const known = readYear(scene, next + mark)
  const monthOf = of
  const days = (inYear: number): readonly [EpochDay, EpochDay] => [
    epochDay(inYear, monthOf, first.value),
    epochDay(inYear, monthOf, second.value),
  ]
  if (known) return { next: known.next, spans: [days(known.year)], value: null }
  const base = civilDay(scene.today).year
  const candidates = [base - 1, base, base + 1].map(days)
  const coming = candidates.findIndex(([start]) => start >= scene.today)
  return { next, spans: candidates.slice(Math.max(0, coming - 1), coming + 1), value: null }
}

// mid-November, late July, the beginning of March, end of 2000, end of month, the remaining of the week, mid May
function partOfPeriod(scene: Scene, from: number): PeriodRead | null {
  const lead = word(scene, from)
  let next = from + 1
  if (/^(?:end|beginning|start|middle)$/.test(lead)) {
    if (word(scene, next) === 'of') next++
    else if (!/^(?:month|year|week|quarter)$/.test(word(scene, next))) return null
  } else if (/^(?:mid|late|early)$/.test(lead)) {
    if (word(scene, next) === '-') next++
    if (word(scene, next) === 'the') next++
  } else if (/^(?:rest|remaining|remainder)$/.test(lead) && word(scene, next) === 'of') {
    const whole =
      relative(scene, next + 1) ??
      span(scene, word(scene, skipThe(scene, next + 1)), 0, skipThe(scene, next + 1) + 1, false)
    const held = whole?.spans[0]
    return whole && held
      ? {
          next: whole.next,
          spans: [[scene.today, whole.next && held[1] - held[0] === 7 ? held[1] - 1 : held[1]]],
          value: null,
        }
      : null
  } else return null
  const bare = /^(?:month|year|week|quarter)$/.test(word(scene, skipThe(scene, next)))
    ? span(scene, word(scene, skipThe(scene, next)), 0, skipThe(scene, next) + 1, false)
    : null
  const whole = longest([
    month(scene, next),
    year(scene, next),
    quarter(scene, next),
    relative(scene, next),
    bare,
  ])
  if (!whole || whole.spans.length === 0) return null
  return { next: whole.next, spans: whole.spans.map(([start, end]) => cutBy(lead, start, end)), value: null }
}

// The thirds and halves are those of Recognizers-Text, so that two readers agree.
function cutBy(lead: string, start: EpochDay, end: EpochDay): readonly [EpochDay, EpochDay] {
  const long = end - start > 300
  if (/^(?:early|beginning|start)$/.test(lead))
    return [start, long ? addMonths(start, 4) : middleOf(start, end)]
  if (/^(?:late|end)$/.test(lead)) return [long ? addMonths(start, 8) : middleOf(start, end), end]
  if (long) return [addMonths(start, 4), addMonths(start, 8)]
  return end - start > 20 && end - start < 32
    ? [start + 9, start + 20]
    : [start + Math.floor((end - start) / 3), end - Math.floor((end - start) / 3)]
}

/** A period that begins or ends at a stretch from a day: `3 days starting from next Monday`. */
export function stretchFrom(scene: Scene, at: number): PeriodRead | null {
  const stretch = stretchAt(scene, at)
  if (!stretch || stretch.minutes > 0 || !/^(?:starting|beginning)$/.test(word(scene, stretch.next)))
    return null
  const from = /^(?:from|on)$/.test(word(scene, stretch.next + 1)) ? stretch.next + 2 : stretch.next + 1
  const day = dayAt(scene, from)
  if (!day) return null
  const spans = day.days.map((start) => [start, addMonths(start, stretch.months) + stretch.days] as const)
  return { next: day.next, spans, value: null }
}
