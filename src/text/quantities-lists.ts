import { figureAt } from './quantities-numerals.ts'
import { isMoney, unitAt } from './quantities-units.ts'
import type { Quantity } from './quantity.ts'

/** Numbers told in one breath, `1, 5, 10 and 50 μg/L`: the first one, stretched over all, with what each says. */
export type Listed = Quantity & { readonly values: readonly number[] | null }

const LINK = /^(?:,|,? and|,? or| &|;)? ?$/
const MOST_LINK = 6

/** Gives the bare numbers of a list the unit that is printed once, behind its last: `4.5, 6 and 13 kg` are three masses. */
export function sharedUnits(text: string, found: readonly Quantity[]): Quantity[] {
  const shared = [...found]
  let scale = 1
  for (let at = shared.length - 2; at >= 0; at--) {
    const one = shared[at]
    const next = shared[at + 1]
    if (one === undefined || next === undefined || one.unit !== '' || next.unit === '') continue
    if (!isList(text, one, next) || isMoney(next.unit) || !isBare(one)) continue
    if (found[at + 1]?.unit !== '') scale = scaleOf(text, next)
    shared[at] = { ...one, unit: next.unit, number: Number((one.number * scale).toPrecision(12)) }
  }
  return shared
}

/**
 * The same quantities with each list as one, as papers count them (MeasEval, Harper et al. 2021). Amounts of money stay
 * apart, and so does what each carries its own unit and belongs to something else, respectively.
 */
export function listed(text: string, found: readonly Quantity[]): Listed[] {
  const lists: Listed[] = []
  for (let at = 0, next = 0; at < found.length; at = next) {
    next = at + 1
    while (next < found.length && isList(text, found[next - 1], found[next])) next++
    const members = found.slice(at, next)
    const [first] = members
    const last = members.at(-1)
    if (first === undefined || last === undefined) continue
    if (members.length === 1 || apart(text, members, last.end)) {
      lists.push(...members.map((member) => ({ ...member, values: null })))
      continue
    }
    const values = members.map(({ number }) => number)
    lists.push({ ...first, end: last.end, text: text.slice(first.start, last.end), values })
  }
  return lists
}

function isList(text: string, one: Quantity | undefined, next: Quantity | undefined): boolean {
  if (one === undefined || next === undefined) return false
  const gap = next.start - one.end
  return (
    gap > 0 &&
    gap <= MOST_LINK &&
    LINK.test(text.slice(one.end, next.start)) &&
    one.low === null &&
    next.low === null &&
    next.change === '='
  )
}

const RESPECTIVELY = /^[^.;\n]{0,80}\brespectively\b/

function apart(text: string, members: readonly Quantity[], end: number): boolean {
  const [first] = members
  if (first === undefined || isMoney(first.unit) || members.some(({ unit }) => unit !== first.unit))
    return true
  const bare = isBare(first)
  if (bare && first.unit !== '') return false
  return (
    (!bare && (members.length < 3 || first.unit === '%')) || RESPECTIVELY.test(text.slice(end, end + 100))
  )
}

const isBare = ({ text }: Quantity): boolean => /^(?:\D{0,20} )?[-−]?\d+(?:\.\d+)?$/.test(text)

// What one of the unit printed inside is: 1e6 of `750 MW`; a counted noun stands outside and scales nothing.
function scaleOf(text: string, { start, end }: Quantity): number {
  const digit = /\d/.exec(text.slice(start, end))
  const numeral = digit === null ? null : figureAt(text, start + digit.index)
  return (numeral === null ? null : unitAt(text, numeral.end))?.scale ?? 1
}
