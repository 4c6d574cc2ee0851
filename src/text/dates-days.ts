import { civilDay, type EpochDay, epochDay, firstOfMonth } from './dates-calendar.ts'
import { holiday } from './dates-holidays.ts'
import { type DayRead, longest, type Scene, SHIFTS, word } from './dates-scene.ts'
import { moved, stretchAt } from './dates-stretches.ts'
import { aroundMonths, onWeekday, weekday } from './dates-weekdays.ts'
import { dayNumberAt, WEEKDAYS, yearAt } from './dates-words.ts'
import { dayMonth, figures, monthDay } from './dates-written.ts'

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

function onSaidWeekday(scene: Scene, read: DayRead): DayRead {
  const named = word(scene, read.next) === 'on' ? WEEKDAYS.get(word(scene, read.next + 1)) : undefined
  if (named === undefined) return read
  return { next: read.next + 2, days: read.days.map((day) => onWeekday(day, named)) }
}
