import { quantities } from '#text'
import { type Holding, numberKey } from './holding.ts'

const VOTES = /(?<![\d.,])(\d[\d,.]*) (?:votes? |seats? )?(?:to|against) (\d[\d,.]*\d|\d)/g
const MOVED = /\bfrom \W?(\d[\d,.]*)\S*(?: \p{L}+)? to \W?(\d[\d,.]*\d|\d)/giu

/** "118 to 201" for "201 to 118"; "from 64 to 41" where the evidence says "64, up from 41". */
export function turnedPairs(sentence: string, holdings: readonly Holding[]): string[] {
  const missing: string[] = []
  for (const [, one = '', two = ''] of sentence.matchAll(VOTES)) {
    const there = holdings.flatMap(({ text }) => [...text.matchAll(VOTES)])
    const same = there.some(([, a, b]) => a === one && b === two)
    if (!same && there.some(([, a, b]) => a === two && b === one)) missing.push(`direction: ${one} to ${two}`)
  }
  for (const [, from = '', to = ''] of sentence.matchAll(MOVED)) {
    const older = (text: string, figure: string) =>
      text.search(new RegExp(`\\bfrom \\W?${escaped(figure)}(?![\\d])`)) >= 0
    if (holdings.some(({ text }) => older(text, to)) && holdings.every(({ text }) => !older(text, from)))
      missing.push(`direction: from ${from} to ${to}`)
  }
  return missing
}

const OF_WHICH = /\bof (?:which|whom|these|those|them)\b/i

/** "14 billion, of which 212 billion are active": the part and its whole turned round. */
export function turnedParts(sentence: string, holdings: readonly Holding[]): string[] {
  const said = partsIn(sentence)
  if (said.length === 0) return []
  const there = holdings.flatMap(({ sentences }) => sentences.flatMap(({ text }) => partsIn(text)))
  const has = (whole: number, part: number) => there.some((one) => one.whole === whole && one.part === part)
  return said
    .filter(({ whole, part }) => has(part, whole) && !has(whole, part))
    .map(({ whole, part }) => `direction: ${numberKey(part)} of ${numberKey(whole)}`)
}

function partsIn(sentence: string): { whole: number; part: number }[] {
  const cut = OF_WHICH.exec(sentence)
  if (cut === null) return []
  const numbers = quantities(sentence)
  const whole = numbers.filter(({ end }) => end <= cut.index).at(-1)
  const part = numbers.find(({ start }) => start >= cut.index)
  return whole && part ? [{ whole: whole.number, part: part.number }] : []
}

const escaped = (figure: string): string => figure.replace(/[.]/g, '\\.')
