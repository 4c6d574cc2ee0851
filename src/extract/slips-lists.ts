import type { Slip } from '#domain'
import { slipOf } from './slips-slip.ts'

const COUNTS: Readonly<Record<string, number>> = {
  two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12,
} // biome-ignore format: a table
const COUNT = String.raw`(\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)`
// "4 summaries: A, B, C", "three failure modes (A, B, C)": a count, up to five words, then the list it announces.
const ANNOUNCED = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,/#-])${COUNT}((?: [\p{L}\p{N}/-]+){1,6}?)(?:: | \()(?=[\p{L}\p{N}"“(δ])`,
  'giu',
)
// "11 (5 a; 1 b; 4 c)": a total and what it is made of.
const TOTAL = /(?<![\p{L}\p{N}.,/#-])(\d{1,6})(?: [\p{L}-]+){0,2} \((\d{1,6} [^()]{2,600})\)/gu
const OPEN_END =
  /\b(?:including|e\.g|such as|like|and more|among|etc|others?|plus|namely the|mostly|for example|notably|mainly)\b|…|\.\.\./i
const MOST_ITEMS = 12
const MOST_WORDS = 7

// "three of the four finalists are Chinese: A, B, C": the first count is the one that the list answers to.
const SOME_OF = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,/#-])${COUNT} of (?:the|its|their|our|these) ${COUNT}((?: [\p{L}/-]+){0,3} (?:are|were|come|came|have)(?: [\p{L}/-]+){0,4}): (?=\p{Lu})`,
  'giu',
)
// "the two firms, A, B and C, signed": names set off by commas.
const SET_OFF = new RegExp(
  String.raw`\b(?:[Tt]he|[Tt]hese|[Ii]ts|[Aa]ll|[Tt]heir|[Oo]ur) ${COUNT}((?: [\p{L}-]+){0,2} \p{L}+s), ((?:\p{Lu}[\p{L}\p{N}.&’'-]*(?: \p{Lu}[\p{L}\p{N}.&’'-]*){0,2}, ){1,8}\p{Lu}[\p{L}\p{N}.&’'-]*(?: \p{Lu}[\p{L}\p{N}.&’'-]*){0,2} and \p{Lu}[\p{L}\p{N}.&’'-]*(?: \p{Lu}[\p{L}\p{N}.&’'-]*){0,2})(?=,|[.;]|$)`,
  'gu',
)
// A role or the letters of a state stand behind a name and are none.
const TITLED = /^(?:[A-Z]{2,4}|Inc|Ltd|Jr|Sr)\.?$/
// "has five members: A, B and C" says that these are all.
const HAS = /\b(?:has|have|had|comprises?|comprised) $/i

/** Counts against what they count: "4 summaries: A, B, C, D, E, F", "11 pages (5 new; 6 changed; 4 moved)". */
export function listSlips(text: string): Slip[] {
  return [...announced(text), ...someOf(text), ...setOff(text), ...totals(text)]
}

const countOf = (word: string | undefined): number => COUNTS[(word ?? '').toLowerCase()] ?? Number(word)

function announced(text: string): Slip[] {
  const found: Slip[] = []
  for (const match of text.matchAll(ANNOUNCED)) {
    const counted = countOf(match[1])
    const from = match.index + match[0].length
    const bracketed = text.charAt(from - 1) === '('
    const whole = listFrom(text, from, bracketed)
    const items = whole === null ? null : itemsOf(whole)
    if (items === null || whole === null || counted < 2 || OPEN_END.test(match[0] + whole)) continue
    // Fewer names than counted may be a choice of them, unless these are said to be all; more cannot be.
    const all =
      HAS.test(text.slice(Math.max(0, match.index - 16), match.index)) && isClosed(whole) && counted < 10
    if (items.length === counted || (items.length < counted && !all)) continue
    const noun = (match[2] ?? '').trim()
    if (/\b(?:of|per|in|by|from|to)$/i.test(noun) || !/s$|\bpeople$/i.test(noun)) continue
    found.push(slip(text, match.index, from + whole.length, match[1] ?? '', items.length))
  }
  return found
}

function someOf(text: string): Slip[] {
  return [...text.matchAll(SOME_OF)].flatMap((match) => {
    const from = match.index + match[0].length
    const whole = listFrom(text, from, false)
    const items = whole === null ? null : itemsOf(whole)
    if (whole === null || items === null || OPEN_END.test(match[0] + whole) || !isClosed(whole)) return []
    if (items.length <= countOf(match[1])) return []
    return [slip(text, match.index, from + whole.length, match[1] ?? '', items.length)]
  })
}

function setOff(text: string): Slip[] {
  return [...text.matchAll(SET_OFF)].flatMap((match) => {
    const items = itemsOf(match[3] ?? '')
    if (items === null || items.length === countOf(match[1]) || items.some((item) => TITLED.test(item)))
      return []
    return [slip(text, match.index, match.index + match[0].length, match[1] ?? '', items.length)]
  })
}

const isClosed = (list: string): boolean => / and [^,]+$/.test(list)

function listFrom(text: string, from: number, bracketed: boolean): string | null {
  const list = /^[^;|\n]{3,400}/.exec(text.slice(from, from + 400))?.[0] ?? ''
  return bracketed ? inBracket(list) : (list.split(/[.!?](?:\s|$)/)[0] ?? '')
}

const slip = (text: string, start: number, end: number, said: string, named: number): Slip =>
  slipOf('list')(text, start, end, said, String(named), `${named} are named`)

function inBracket(list: string): string | null {
  const close = list.indexOf(')')
  const open = list.indexOf('(')
  return close < 0 || (open >= 0 && open < close) ? null : list.slice(0, close)
}

// Items that are all names or short phrases of one make; null when the list is prose.
function itemsOf(list: string): string[] | null {
  const items = list.split(/, (?:and |or )?| and (?=[^,]*$)/).map((item) => item.trim())
  if (items.length < 2 || items.length > MOST_ITEMS) return null
  if (
    items.some(
      (item) => item === '' || item.split(/\s+/).length > MOST_WORDS || /^\d+(?:\.\d+)?\s/.test(item),
    )
  )
    return null
  const upper = items.filter((item) => /^["“]?[\p{Lu}\p{N}δ]/u.test(item)).length
  // Prose has verbs of its own; lists of names and lists of plain nouns do not mix.
  if (upper !== items.length && upper > 0) return null
  if (
    upper === 0 &&
    items.some((item) => /\b(?:is|are|was|were|has|have|will|which|that|who|it|they|we)\b/.test(item))
  )
    return null
  return items
}

function totals(text: string): Slip[] {
  const found: Slip[] = []
  for (const match of text.matchAll(TOTAL)) {
    const total = Number(match[1])
    const inside = match[2] ?? ''
    const parts = inside.split(/;\s/).map((part) => /^(?:and )?(\d{1,6}) \p{L}/u.exec(part)?.[1])
    if (parts.length < 3 || parts.some((part) => part === undefined) || OPEN_END.test(inside)) continue
    const sum = parts.reduce((whole, part) => whole + Number(part), 0)
    if (sum === total || sum > 2 * total || sum < total / 2) continue
    found.push({
      ...{ start: match.index, end: match.index + match[0].length, kind: 'list', quote: match[0] },
      ...{ said: String(total), computed: String(sum), because: `${parts.join(' + ')} makes ${sum}` },
    })
  }
  return found
}
