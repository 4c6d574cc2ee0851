import type { Slip } from '#domain'
import type { Quantity } from '#text'
import { printed, told } from './slips-numbers.ts'

// Between the two ends and the move that is said of them: "from 75.4 to 78.5, a gain of 2.8 points".
const LINK =
  /^[^.;\n\d]{0,30}[,(:] ?(?:(?:up|down|an?|or|that is|i\.e\.|by)\s?(?:(?:gain|rise|increase|jump|drop|fall|decline|decrease|improvement|reduction|cut)\s(?:of\s)?)?)?(?:about |around |roughly |nearly |some )?$/i
const HEDGED = /about|around|roughly|nearly|some|almost|over|more|up to|~|≈|∼/i
const MOVING = /\b(doubled|tripled|quadrupled|halved)\b[^.;\n\d]{0,30}$/i
const TIMES: Readonly<Record<string, number>> = { doubled: 2, tripled: 3, quadrupled: 4, halved: 0.5 }
// Rounded ends leave room; "doubled" is said of anything near.
const LOOSE = 0.2

/** Moves from one number to another against the size that a text gives them: in points, percent or times. */
export function moveSlips(text: string, numbers: readonly Quantity[]): Slip[] {
  const found: Slip[] = []
  for (const [at, ends] of numbers.entries()) {
    if (ends.low === null || ends.high === null || !/^from /i.test(ends.text) || ends.low === 0) continue
    const verb = MOVING.exec(text.slice(Math.max(0, ends.start - 60), ends.start))
    const times = verb === null ? undefined : TIMES[(verb[1] ?? '').toLowerCase()]
    const ratio = ends.high / ends.low
    if (times !== undefined && Math.abs(ratio / times - 1) > LOOSE) {
      const start = ends.start - (verb?.[0].length ?? 0)
      found.push(slip(text, start, ends.end, verb?.[1] ?? '', `${told(ratio)}x`, ends))
    }
    const move = numbers[at + 1]
    if (
      move === undefined ||
      move.low !== null ||
      !LINK.test(text.slice(ends.end, move.start)) ||
      HEDGED.test(move.text)
    )
      continue
    const wanted = sizeOf(ends, move)
    if (wanted !== null) found.push(slip(text, ends.start, move.end, move.text, wanted, ends))
  }
  return found
}

// What the move is in the unit that the text tells it in, where that is not what it tells; else null.
function sizeOf({ low, high, text: range, unit }: Quantity, move: Quantity): string | null {
  if (low === null || high === null) return null
  const told1 = (value: number, mark: string) => `${told(Math.abs(value))}${mark}`
  const size = Math.abs(move.number)
  const [from, to] = range.split(/ to |→|->|–/).map((end) => printed(end)?.slack ?? 0)
  const slack = (from ?? 0) + (to ?? 0) + (printed(move.text)?.slack ?? 0)
  const difference = Math.abs(high - low)
  if (move.unit === 'x') {
    const ratio = high > low ? high / low : low / high
    const room = ratio * (((from ?? 0) + (to ?? 0)) / Math.min(Math.abs(low), Math.abs(high))) + 0.5
    return Math.abs(ratio - size) <= Math.max(room, 0.1 * ratio) ? null : told1(ratio, 'x')
  }
  if (move.unit === 'pp' || move.unit === 'point' || (move.unit === unit && unit !== '%' && unit !== ''))
    return Math.abs(difference - size) <= slack + 1e-9
      ? null
      : told1(
          difference,
          move.unit === 'pp' ? ' percentage points' : ` ${unit === '' || unit === '%' ? 'points' : unit}`,
        )
  if (move.unit !== '%') return null
  const percent = (difference / Math.abs(low)) * 100
  const room = (slack / Math.abs(low)) * 100 + (printed(move.text)?.slack ?? 0) + 0.5
  // Points told as percent are a habit, not a slip of arithmetic.
  const points = unit === '%' && Math.abs(difference - size) <= slack
  return points || Math.abs(percent - size) <= room ? null : told1(percent, '%')
}

function slip(
  text: string,
  start: number,
  end: number,
  said: string,
  computed: string,
  ends: Quantity,
): Slip {
  return {
    ...{ start, end, kind: 'move', quote: text.slice(start, end), said, computed },
    because: `${ends.text.replace(/^from /i, '')} is ${computed}`,
  }
}
