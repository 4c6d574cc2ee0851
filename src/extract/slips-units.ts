import type { Slip } from '#domain'
import type { Quantity } from '#text'
import { told } from './slips-numbers.ts'
import { slipOf } from './slips-slip.ts'

// What is spoken of where power is meant, and where memory is.
const POWER =
  /\b(?:power|electricity|data cent(?:er|re)s?|grid|energy|campus|capacity|reactor|nuclear|solar|turbines?|substation|utility|compute deal|megawatts?|gigawatts?)\b/gi
const MEMORY =
  /\b(?:memory|VRAM|HBM|RAM|cache|storage|disk|downloads?|file|files|dataset|checkpoint|bandwidth|SSD|GPU memory|per card|weights|quantized)\b/gi
const WATTS: Readonly<Record<string, string>> = {
  GB: 'gigawatts',
  MB: 'megawatts',
  TB: 'terawatts',
  KB: 'kilowatts',
}
const SPELLED = /\b(?:giga|mega|tera|kilo)bytes?\b/i
const NEAR = 120

// "99.8 drop": a share without its sign.
const MOVE_BEHIND =
  /^ (drop|reduction|decrease|decline|increase|improvement|gain|cut|accuracy|success rate|of the time)\b(?! (?:of|in) \d)/i
const BY = /\b(?:narrowly|mean|by|difference|gap|short|miss(?:ed|es)?|beat(?:s|ing)?)\b[^;\d]{0,40}$/i

/**
 * Numbers whose unit cannot be meant, as transcripts mishear or speakers misspeak them: "5 gigabytes" of a data centre, a
 * "99.8 drop" without its percent, a gap of "70 billion" between 1.1 and 1.03 billion. The quote is kept; the likely
 * unit is told beside it.
 */
export function unitSlips(text: string, numbers: readonly Quantity[]): Slip[] {
  return numbers.flatMap((one, at) => [
    ...bytesOfPower(text, one),
    ...sharesWithoutSign(text, one),
    ...gapTooWide(text, numbers, at),
  ])
}

function bytesOfPower(text: string, one: Quantity): Slip[] {
  const watts = WATTS[one.unit]
  if (watts === undefined || !SPELLED.test(one.text)) return []
  const around = text.slice(Math.max(0, one.start - NEAR), one.end + NEAR)
  const power = around.match(POWER)?.length ?? 0
  if (power === 0 || (around.match(MEMORY)?.length ?? 0) >= power) return []
  const computed = one.text.replace(SPELLED, watts)
  return [slip(text, one.start, one.end, computed, `power is counted in ${watts}, and bytes measure memory`)]
}

function sharesWithoutSign(text: string, one: Quantity): Slip[] {
  if (
    one.unit !== '' ||
    one.low !== null ||
    one.number <= 0 ||
    one.number > 100 ||
    Number.isInteger(one.number)
  )
    return []
  const behind = MOVE_BEHIND.exec(text.slice(one.end, one.end + 40))
  if (!behind || !/\b(?:an?|the|of|was|is|about) $/i.test(text.slice(Math.max(0, one.start - 8), one.start)))
    return []
  const computed = `${one.text}%`
  return [
    slip(text, one.start, one.end, computed, `a ${behind[1]} of ${one.text} without a unit reads as percent`),
  ]
}

// "1.1 against 1.03 billion … by 70 billion": the gap between two amounts cannot exceed both a thousand times.
function gapTooWide(text: string, numbers: readonly Quantity[], at: number): Slip[] {
  const gap = numbers[at]
  const [one, other] = [numbers[at - 2], numbers[at - 1]]
  if (!gap || !one || !other || Math.abs(gap.number) < 1000 || gap.start - one.start > 300) return []
  if (!alike(one, gap) || !alike(other, gap) || gap.low !== null || one.low !== null || other.low !== null)
    return []
  if (!BY.test(text.slice(other.end, gap.start))) return []
  const wanted = Math.abs(one.number - other.number)
  const ratio = gap.number / wanted
  const thousand = [1e3, 1e6, 1e-3].find((factor) => Math.abs(ratio / factor - 1) < 0.15)
  if (wanted === 0 || thousand === undefined) return []
  const because = `${one.text} and ${other.text} are ${told(wanted)} apart`
  return [slip(text, gap.start, gap.end, told(wanted), because)]
}

const alike = (a: Quantity, b: Quantity): boolean => a.unit === b.unit || a.unit === '' || b.unit === ''

const slip = (text: string, start: number, end: number, computed: string, because: string): Slip =>
  slipOf('unit')(text, start, end, text.slice(start, end), computed, because)
