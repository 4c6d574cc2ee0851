import { glued, longest, type Scene, word } from './dates-scene.ts'
import { stretchAt } from './dates-stretches.ts'
import { numberAt } from './dates-words.ts'

/** A time of day: minutes since midnight. Without a.m. or p.m. both halves of the day are given, morning first. */
export type TimeRead = {
  readonly next: number
  readonly minutes: readonly number[]
  readonly half: 'am' | 'pm' | null
}

/** A part of the day or two times: minutes since midnight, the end may lie behind midnight. */
export type TimesRead = {
  readonly next: number
  readonly spans: readonly (readonly [number, number])[]
  /** A part of the day such as the evening, not two printed times. */
  readonly part: boolean
}

/** The parts of a day as the test set of Recognizers-Text draws them, in hours. */
const PARTS: Readonly<Record<string, readonly [number, number]>> = {
  morning: [8, 12], mornings: [8, 12], afternoon: [12, 16], afternoons: [12, 16], evening: [16, 20], evenings: [16, 20],
  night: [20, 24], nights: [20, 24], daytime: [8, 18], lunchtime: [11, 13], dinnertime: [16, 20], tonight: [20, 24], tonite: [20, 24],
} // biome-ignore format: a table

// am, p.m., a, p behind a figure; the half of the day it means.
function halfAt(scene: Scene, at: number): { readonly half: 'am' | 'pm'; readonly next: number } | null {
  const said = word(scene, at)
  if (said === 'am' || said === 'pm') return { half: said, next: at + 1 }
  if ((said === 'a' || said === 'p') && word(scene, at + 1) === '.' && word(scene, at + 2) === 'm') {
    const dot = word(scene, at + 3) === '.' && glued(scene, at + 3) ? 1 : 0
    return { half: said === 'a' ? 'am' : 'pm', next: at + 3 + dot }
  }
  if ((said === 'a' || said === 'p') && glued(scene, at))
    return { half: said === 'a' ? 'am' : 'pm', next: at + 1 }
  if ((said === 'a' || said === 'p') && word(scene, at + 1) === 'm')
    return { half: said === 'a' ? 'am' : 'pm', next: at + 2 }
  return null
}

const clockOf = (minutes: number, half: 'am' | 'pm' | null): number[] => {
  const hours = Math.floor(minutes / 60)
  if (half === 'am') return [hours === 12 ? minutes - 720 : minutes]
  if (half === 'pm') return [hours < 12 ? minutes + 720 : minutes]
  return hours >= 1 && hours <= 12
    ? [hours === 12 ? minutes - 720 + 720 : minutes, hours === 12 ? minutes - 720 : minutes + 720]
    : [minutes]
}

/**
 * A time at a token: `8:45a`, `3 pm`, `1140 a.m.`, `half past seven`, `noon`, `nine thirty`. A bare hour only where
 * `bare` allows it, for most bare numbers are none.
 */
export function timeAt(scene: Scene, at: number, bare = false): TimeRead | null {
  const lead = partBefore(scene, at)
  const from = lead?.next ?? at
  const read = longest([
    figures(scene, from, bare || lead !== null),
    spoken(scene, from, bare || lead !== null),
    named(scene, from),
  ])
  if (!read) return null
  const part = partBehind(scene, read.next)
  const half = lead?.half ?? part?.half ?? read.half
  if (read.half !== null && lead === null && part === null) return read
  const bases =
    read.half !== null
      ? read.minutes
      : half === null
        ? read.minutes
        : clockOf((read.minutes[0] ?? 0) % 720, half)
  return { next: part?.next ?? read.next, minutes: bases, half: read.half ?? half }
}

function figures(scene: Scene, at: number, bare: boolean): TimeRead | null {
  const token = scene.tokens[at]
  if (
    !token ||
    token.digits === null ||
    token.text.length > 4 ||
    (token.text.length === 3 && !halfAt(scene, at + 1))
  )
    return null
  if (at > 0 && !token.gap && /^[\d./$€£#]+$/.test(word(scene, at - 1))) return null
  let hours = token.digits
  let minutes = 0
  let next = at + 1
  let marked = false
  if (token.text.length >= 3) {
    hours = Math.floor(token.digits / 100)
    minutes = token.digits % 100
    const half = halfAt(scene, next)
    if (minutes > 59 || hours > 23 || (!half && !(bare && token.text.length === 4 && /^0/.test(token.text))))
      return null
    return {
      next: half?.next ?? next,
      minutes: clockOf(hours * 60 + minutes, half?.half ?? null),
      half: half?.half ?? null,
    }
  }
  const mark = word(scene, next)
  const part = scene.tokens[next + 1]
  if (
    (mark === ':' || mark === '.') &&
    glued(scene, next) &&
    part &&
    !part.gap &&
    part.digits !== null &&
    part.text.length === 2 &&
    part.digits < 60
  ) {
    const half = halfAt(scene, next + 2)
    if (mark === '.' && !half && !bare) return null
    minutes = part.digits
    next += 2
    marked = true
    if (
      mark === ':' &&
      word(scene, next) === ':' &&
      glued(scene, next) &&
      scene.tokens[next + 1]?.digits !== null
    ) {
      minutes += (scene.tokens[next + 1]?.digits ?? 0) / 60
      next += 2
    }
  }
  if (hours > 24) return null
  if (word(scene, next) === 'ampm')
    return { next: next + 1, minutes: clockOf(hours * 60 + minutes, null), half: null }
  const half = halfAt(scene, next)
  if (half && hours <= 12)
    return { next: half.next, minutes: clockOf(hours * 60 + minutes, half.half), half: half.half }
  if (half) return { next: half.next, minutes: [hours * 60 + minutes], half: half.half }
  const oclock = /^(?:o'clock|oclock)$/.test(word(scene, next)) ? 1 : 0
  if (!marked && !oclock && !bare) return null
  if (!marked && !oclock && !endsClean(scene, next)) return null
  return { next: next + oclock, minutes: clockOf(hours * 60 + minutes, null), half: null }
}

// "at 5 dollars", "at 6% more": a bare hour is not followed by what it would count.
const endsClean = (scene: Scene, at: number): boolean => {
  const after = scene.tokens[at]
  if (after === undefined) return true
  if (
    !after.gap &&
    /^[%°$€:.\p{L}]/u.test(after.text) &&
    !(after.text === '.' && scene.tokens[at + 1]?.gap !== false)
  )
    return false
  return (
    !/^\p{L}+s$/u.test(after.text) &&
    after.text !== '%' &&
    !/^(?:percent|million|billion|thousand|token|of|times|x)$/.test(after.text)
  )
}

const HOUR_WORDS = 12

function spoken(scene: Scene, at: number, bare: boolean): TimeRead | null {
  const past = pastOrTo(scene, at)
  if (past) return past
  if (scene.tokens[at]?.digits !== null) return null
  const hour = numberAt(scene.tokens, at)
  if (!hour || hour.ordinal || hour.value < 1 || hour.value > HOUR_WORDS) return null
  let next = hour.next
  let minutes = 0
  let marked = false
  const joint = word(scene, next) === '-' && glued(scene, next) ? 1 : 0
  const part = numberAt(scene.tokens, next + joint)
  if (
    part &&
    !part.ordinal &&
    part.value >= 10 &&
    part.value < 60 &&
    scene.tokens[next + joint]?.digits === null
  ) {
    minutes = part.value
    next = part.next
    marked = true
    if (word(scene, next) === 'minutes') next++
  }
  const half = halfAt(scene, next)
  const oclock = /^(?:o'clock|oclock)$/.test(word(scene, next)) ? 1 : 0
  if (!half && !oclock && !bare) return null
  if (!half && !oclock && !marked && !endsClean(scene, next)) return null
  return {
    next: half?.next ?? next + oclock,
    minutes: clockOf(hour.value * 60 + minutes, half?.half ?? null),
    half: half?.half ?? null,
  }
}

// half past seven, 20 min past eight, quarter to five
function pastOrTo(scene: Scene, at: number): TimeRead | null {
  const named = word(scene, at) === 'half' ? 30 : word(scene, at) === 'quarter' ? 15 : null
  const read = named === null ? numberAt(scene.tokens, at) : { next: at + 1, value: named, ordinal: false }
  if (!read || read.ordinal || read.value > 59) return null
  let from = read.next
  if (/^(?:min|mins|minute|minutes)$/.test(word(scene, from))) from++
  const link = word(scene, from)
  if (link !== 'past' && !(link === 'to' && named === 15)) return null
  const hour = numberAt(scene.tokens, from + 1)
  if (!hour || hour.ordinal || hour.value < 1 || hour.value > 12) return null
  const oclock = /^(?:o'clock|oclock)$/.test(word(scene, hour.next)) ? 1 : 0
  const half = halfAt(scene, hour.next)
  const total = hour.value * 60 + (link === 'past' ? read.value : -read.value)
  return {
    next: half?.next ?? hour.next + oclock,
    minutes: clockOf(total, half?.half ?? null),
    half: half?.half ?? null,
  }
}

function named(scene: Scene, at: number): TimeRead | null {
  const said = word(scene, at)
  if (/^(?:noon|midday|noonish)$/.test(said)) return { next: at + 1, minutes: [720], half: 'pm' }
  if (said === 'midnight') return { next: at + 1, minutes: [0], half: 'am' }
  if (said === 'mid' && word(scene, at + 1) === 'night') return { next: at + 2, minutes: [0], half: 'am' }
  return null
}

const HALF_OF: Readonly<Record<string, 'am' | 'pm'>> = {
  morning: 'am',
  afternoon: 'pm',
  evening: 'pm',
  night: 'pm',
}

// `in the morning at`, `early morning at`, `late evening at` before a time
function partBefore(scene: Scene, at: number): { readonly half: 'am' | 'pm'; readonly next: number } | null {
  let from = at
  if (word(scene, from) === 'in' && word(scene, from + 1) === 'the') from += 2
  if (/^(?:early|late)$/.test(word(scene, from))) from++
  const half = HALF_OF[word(scene, from)]
  if (half === undefined || word(scene, from + 1) !== 'at') return null
  return { half, next: from + 2 }
}

// `in the morning`, `early morning`, `at night` behind a time
function partBehind(scene: Scene, at: number): { readonly half: 'am' | 'pm'; readonly next: number } | null {
  let from = at
  if (word(scene, from) === 'in' && word(scene, from + 1) === 'the') from += 2
  else if (word(scene, from) === 'at' && word(scene, from + 1) === 'night') from++
  if (/^(?:early|late)$/.test(word(scene, from))) from++
  const half = HALF_OF[word(scene, from)]
  return half === undefined ? null : { half, next: from + 1 }
}

const TO = /^(?:to|-|–|—|~|till|until|through|thru|and)$/

/** Two times or a part of the day: `from 10:30 to 3`, `5-6 pm`, `between 9 to 10:30`, `in the morning`, `late evening`. */
export function timesAt(scene: Scene, at: number, bare: boolean): TimesRead | null {
  return longest([twoTimes(scene, at, bare), timeForStretch(scene, at), partOfDay(scene, at)])
}

function twoTimes(scene: Scene, at: number, bare: boolean): TimesRead | null {
  const opened = /^(?:from|between|at)$/.test(word(scene, at))
  const first = timeAt(scene, opened ? at + 1 : at, true)
  if (!first || !TO.test(word(scene, first.next))) return null
  if (word(scene, first.next) === 'and' && word(scene, at) !== 'between') return null
  const second = timeAt(scene, first.next + 1, true)
  if (!second) return null
  const clocked = first.half !== null || second.half !== null || hasColon(scene, at, second.next)
  if (!clocked && !bare) return null
  return { next: second.next, spans: spansOf(first, second), part: false }
}

const hasColon = (scene: Scene, from: number, to: number): boolean => {
  for (let at = from; at < to; at++)
    if (word(scene, at) === ':' || /^(?:o'clock|oclock)$/.test(word(scene, at))) return true
  return false
}

function spansOf(first: TimeRead, second: TimeRead): (readonly [number, number])[] {
  const forward = (from: number, to: number): readonly [number, number] => [from, to <= from ? to + 1440 : to]
  if (first.half !== null && second.half !== null)
    return [forward(first.minutes[0] ?? 0, second.minutes[0] ?? 0)]
  if (first.half === null && second.half !== null) {
    const to = second.minutes[0] ?? 0
    const before = first.minutes.filter((from) => from < to)
    return [forward(Math.max(...(before.length > 0 ? before : first.minutes)), to)]
  }
  if (first.half !== null) {
    const from = first.minutes[0] ?? 0
    const behind = second.minutes.filter((to) => to > from)
    return [forward(from, behind.length > 0 ? Math.min(...behind) : (second.minutes[0] ?? 0))]
  }
  return first.minutes.map((from) => {
    const behind = second.minutes.filter((to) => to > from)
    return forward(from, behind.length > 0 ? Math.min(...behind) : Math.min(...second.minutes))
  })
}

// `from 10 am for 3 hours 30 minutes`, `for 2 hours from 2pm`
function timeForStretch(scene: Scene, at: number): TimesRead | null {
  const from = word(scene, at) === 'from' ? at + 1 : at
  const time = word(scene, at) === 'for' ? null : timeAt(scene, from, from > at)
  if (time && word(scene, time.next) === 'for') {
    const stretch = stretchAt(scene, time.next + 1)
    return stretch && stretch.minutes > 0
      ? {
          next: stretch.next,
          spans: time.minutes.map((start) => [start, start + stretch.minutes] as const),
          part: false,
        }
      : null
  }
  const stretch = word(scene, at) === 'for' ? stretchAt(scene, at + 1) : null
  if (!stretch || stretch.minutes === 0 || word(scene, stretch.next) !== 'from') return null
  const start = timeAt(scene, stretch.next + 1, true)
  return start
    ? {
        next: start.next,
        spans: start.minutes.map((from) => [from, from + stretch.minutes] as const),
        part: false,
      }
    : null
}

function partOfDay(scene: Scene, at: number): TimesRead | null {
  let from = at
  let cut = 0
  if (/^(?:early|earlier|later|late)$/.test(word(scene, from))) {
    cut = word(scene, from).startsWith('early') || word(scene, from) === 'earlier' ? -1 : 1
    from++
  }
  if (word(scene, from) === 'in') {
    from++
    if (word(scene, from) === 'the') from++
  } else if (from > at && word(scene, from) === 'the') from++
  if (word(scene, from) === 'night' && word(scene, from + 1) === '-' && word(scene, from + 2) === 'time') {
    return { next: from + 3, spans: [[0, 480]], part: true }
  }
  const hours = PARTS[word(scene, from)]
  if (!hours || word(scene, from) === 'tonight' || word(scene, from) === 'tonite') return null
  // "Good Morning" greets.
  if (from === at && word(scene, at - 1) === 'good') return null
  return { next: from + 1, spans: [cutPart(hours, cut)], part: true }
}

/** A part of the day, or its first or last half; the night ends a second before midnight. */
export function cutPart([from, to]: readonly [number, number], cut: number): readonly [number, number] {
  const end = to === 24 ? 1440 - 1 / 60 : to * 60
  if (cut < 0) return [from * 60, (from + 2) * 60]
  if (cut > 0) return [(from + 2) * 60, end]
  return [from * 60, end]
}

/** The hours of `morning`, `tonight` …; null for another word. */
export const partHours = (name: string): readonly [number, number] | null => PARTS[name] ?? null
