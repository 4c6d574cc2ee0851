import type { Slip } from '#domain'
import type { Quantity } from '#text'
import { rounding, told } from './slips-numbers.ts'
import { slipOf } from './slips-slip.ts'

// Between the two ends and the move that is said of them: "from 75.4 to 78.5, a gain of 2.8 points".
const LINK =
  /^[^.;\n\d]{0,30}[,(:] ?(?:(?:up|down|an?|or|that is|i\.e\.|by)\s?(?:(?:gain|rise|increase|jump|drop|fall|decline|decrease|improvement|reduction|cut)\s(?:of\s)?)?)?(?:about |around |roughly |nearly |some )?$/i
const HEDGED = /about|around|roughly|nearly|some|almost|over|more|up to|~|≈|∼/i
const MOVING =
  /\b(doubled|tripled|quadrupled|halved|(?:cut|slashed|reduced) (?:in|by) half)\b[^.;\n\d]{0,30}$/i
const TIMES: Readonly<Record<string, number>> = { doubled: 2, tripled: 3, quadrupled: 4, halved: 0.5 }
// Rounded ends leave room; "doubled" is said of anything near.
const LOOSE = 0.2

// "1,200 parcels an hour, up from 800, a 40% gain": the end of the move stands before its beginning.
const UP_FROM = /^(?: [\p{L}-]+){0,4},? (?:up|down|compared with|against|versus)(?: from)? $/iu
const LINK_BACK =
  /^,? (?:an? |or |that is |i\.e\. )?(?:(?:gain|rise|increase|jump|drop|fall|decline|decrease|improvement|reduction|cut) of )?$/i

/** Moves from one number to another against the size that a text gives them: in points, percent or times. */
export function moveSlips(text: string, numbers: readonly Quantity[]): Slip[] {
  const found: Slip[] = backwards(text, numbers)
  for (const [at, ends] of numbers.entries()) {
    if (ends.low === null || ends.high === null || !/^from /i.test(ends.text) || ends.low === 0) continue
    const verb = MOVING.exec(text.slice(Math.max(0, ends.start - 60), ends.start))
    const times = verb === null ? undefined : (TIMES[(verb[1] ?? '').toLowerCase()] ?? 0.5)
    const ratio = ends.high / ends.low
    if (times !== undefined && Math.abs(ratio / times - 1) > LOOSE) {
      const start = ends.start - (verb?.[0].length ?? 0)
      found.push(slip(text, start, ends.end, verb?.[1] ?? '', `${told(ratio)}x`, ends))
    }
    const move = moveOf(text, numbers, at)
    const wanted = move === null ? null : sizeOf(ends, move)
    if (move === null || wanted === null) continue
    const [start, end] = [Math.min(ends.start, move.start), Math.max(ends.end, move.end)]
    found.push(slip(text, start, end, move.text, wanted, ends))
  }
  return found
}

function backwards(text: string, numbers: readonly Quantity[]): Slip[] {
  return numbers.flatMap((end, at) => {
    const [start, size] = [numbers[at + 1], numbers[at + 2]]
    if (!start || !size || !UP_FROM.test(text.slice(end.end, start.start))) return []
    if (!LINK_BACK.test(text.slice(start.end, size.start)) || start.number === 0) return []
    const all = [end, start, size]
    if (all.some(({ low, text: one }) => low !== null || HEDGED.test(one))) return []
    if (start.unit !== end.unit && start.unit !== '') return []
    const move = {
      ...{ low: start.number, high: end.number, unit: end.unit },
      room: rounding(start.text, start.number) + rounding(end.text, end.number),
    }
    const wanted = sizeIn(move, size)
    if (wanted === null) return []
    const because = `${start.text} to ${end.text} is ${wanted}`
    const place = { start: end.start, end: size.end, quote: text.slice(end.start, size.end) }
    return [{ ...place, kind: 'move', said: size.text, computed: wanted, because }]
  })
}

// "rose by 4.2 points, from 61.3 to 66.5": the move may stand before its ends.
const MOVED =
  /\b(?:rose|rises?|fell|falls?|grew|grows?|climb(?:s|ed)|jump(?:s|ed)|dropp?(?:s|ed)|declin(?:es|ed)|increas(?:es|ed)|decreas(?:es|ed)|improv(?:es|ed)|gain(?:s|ed)|lost|up|down) (?:by )?$/i

/** The size that the text gives a move, right behind its two ends or right before them; null when it gives none. */
function moveOf(text: string, numbers: readonly Quantity[], at: number): Quantity | null {
  const ends = numbers[at]
  if (ends === undefined) return null
  const [before, behind] = [numbers[at - 1], numbers[at + 1]]
  const is = (move: Quantity | undefined): move is Quantity =>
    move !== undefined && move.low === null && !HEDGED.test(move.text)
  if (is(behind) && LINK.test(text.slice(ends.end, behind.start))) return behind
  const leads =
    is(before) &&
    /^(?: \p{L}+)?,? $/u.test(text.slice(before.end, ends.start)) &&
    MOVED.test(text.slice(Math.max(0, before.start - 24), before.start))
  return leads ? before : null
}

/** A move as the text tells it, with what the printed rounding of its two ends leaves open. */
type Move = { readonly low: number; readonly high: number; readonly room: number; readonly unit: string }

// What the move is in the unit that the text tells it in, where that is not what it tells; else null.
function sizeOf({ low, high, text: range, unit }: Quantity, said: Quantity): string | null {
  if (low === null || high === null) return null
  const [first = '', last = ''] = range.split(/ to |→|->|–/)
  return sizeIn({ low, high, room: rounding(first, low) + rounding(last, high), unit }, said)
}

function sizeIn(move: Move, said: Quantity): string | null {
  const { unit } = move
  if (said.unit === 'x') return asTimes(move, said)
  if (said.unit === '%') return asPercent(move, said)
  const points = said.unit === 'pp' || said.unit === 'point'
  return points || (said.unit === unit && unit !== '') ? asDifference(move, said) : null
}

function asTimes({ low, high, room }: Move, { number }: Quantity): string | null {
  const ratio = high > low ? high / low : low / high
  const open = (ratio * room) / Math.min(Math.abs(low), Math.abs(high)) + 0.5
  return Math.abs(ratio - Math.abs(number)) <= Math.max(open, 0.1 * ratio)
    ? null
    : `${told(Math.abs(ratio))}x`
}

function asDifference({ low, high, room, unit }: Move, said: Quantity): string | null {
  const difference = Math.abs(high - low)
  if (Math.abs(difference - Math.abs(said.number)) <= room + rounding(said.text, said.number) + 1e-9)
    return null
  if (said.unit === 'pp') return `${told(difference)} percentage points`
  return `${told(difference)} ${unit === '' || unit === '%' ? 'points' : unit}`
}

function asPercent({ low, high, room, unit }: Move, said: Quantity): string | null {
  const difference = Math.abs(high - low)
  const size = Math.abs(said.number)
  const slack = rounding(said.text, said.number)
  // Points told as percent are a habit, not a slip of arithmetic.
  if (unit === '%' && Math.abs(difference - size) <= room + slack) return null
  const percent = (difference / Math.abs(low)) * 100
  return Math.abs(percent - size) <= (room / Math.abs(low)) * 100 + slack + 0.5 ? null : `${told(percent)}%`
}

function slip(
  text: string,
  start: number,
  end: number,
  said: string,
  computed: string,
  ends: Quantity,
): Slip {
  return slipOf('move')(
    text,
    start,
    end,
    said,
    computed,
    `${ends.text.replace(/^from /i, '')} is ${computed}`,
  )
}
