import type { Claim } from '#domain'
import { parts, stem } from '#text'

/** What a claim allows its number to be, both ends inside. */
export type Reach = { readonly from: number; readonly to: number }

// "about" leaves this share of the number open on both sides; printed rounding never more than the second.
const ABOUT_SHARE = 0.1
const ROUNDING_SHARE = 0.05
// Neighbouring roundings touch at their ends, and no number lies in both.
const HALF_PLACE = 0.4999999

/** The words of a phrase, folded and stemmed, so that two spellings are one. */
export function normal(words: string | null): string {
  return parts(words ?? '')
    .map(stem)
    .join(' ')
}

/** The words of a baseline; a bare number ("from 75.4") names nothing to compare with and counts as none. */
export const against = (baseline: string | null): string =>
  baseline === null || /^\P{L}*$/u.test(baseline) ? '' : normal(baseline)

/** Whether one number could satisfy both. */
export const meet = (a: Reach, b: Reach): boolean => a.from <= b.to && b.from <= a.to

/** What a claim leaves open: printed rounding, "about", bounds and ranges. A move down is negative. */
export function reachOf({ number, low, high, change, value }: Claim): Reach {
  const signed = change === 'down' ? -Math.abs(number) : number
  const from = low === null ? signed : Math.min(low, high ?? low)
  const to = high === null ? signed : Math.max(high, low ?? high)
  const slack = change === '~' ? ABOUT_SHARE * Math.abs(signed) : rounding(value, number)
  if (change === '<') return { from: Number.NEGATIVE_INFINITY, to: to + slack }
  if (change === '>') return { from: from - slack, to: Number.POSITIVE_INFINITY }
  return { from: from - slack, to: to + slack }
}

/** Half of the last printed place: 0.05e12 for "1.6T", 5e6 for "$650M"; at most a twentieth of the number. */
function rounding(value: string, number: number): number {
  const most = ROUNDING_SHARE * Math.abs(number)
  const printed = /\d[\d,]*(?:\.\d+)?/.exec(value)?.[0].replaceAll(',', '')
  const mantissa = Number(printed)
  if (printed === undefined || mantissa === 0) return 0
  const decimals = printed.split('.')[1]?.length ?? 0
  const zeros = decimals > 0 ? 0 : (/0*$/.exec(printed)?.[0].length ?? 0)
  const place = decimals > 0 ? 10 ** -decimals : 10 ** zeros
  return Math.min(most, HALF_PLACE * place * Math.abs(number / mantissa))
}
