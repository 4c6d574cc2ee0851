import {
  addMonths,
  civilDay,
  type EpochDay,
  epochDay,
  firstOfMonth,
  isoDay,
  mondayOf,
  weekdayOf,
  weekStart,
} from './dates-calendar.ts'
import { dayAt } from './dates-days.ts'
import { month } from './dates-months.ts'
import type { PeriodRead } from './dates-period-read.ts'
import { quarter, quarterSpan, readYear } from './dates-quarters.ts'
import { longest, type Scene, SHIFTS, skipThe, word } from './dates-scene.ts'
import { stretchAt } from './dates-stretches.ts'
import { week, weekValue, wholeWeek } from './dates-weeks.ts'
import { MONTHS, numberAt, timeUnit } from './dates-words.ts'
import { decade, year, yearSpan } from './dates-years.ts'

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
