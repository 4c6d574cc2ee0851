import { type Change, changeBefore } from './quantities-change.ts'
import { namesSomething } from './quantities-names.ts'
import { countedAt } from './quantities-nouns.ts'
import { figureAt, type Numeral, stick } from './quantities-numerals.ts'
import { numeralAt, type Part, partAt } from './quantities-part.ts'
import { isMoney } from './quantities-units.ts'
import type { Quantity } from './quantity.ts'

export function addFigure(text: string, at: number, from: number, found: Quantity[]): number {
  const refused = namesSomething(text, at)
  if (refused > at) return labelled(text, refused)
  const numeral = figureAt(text, at)
  if (!numeral) return at + 1
  return add(text, at, numeral, from, found)
}

const MORE_LABELS = /(?:(?:,| and| or|, and|, or|–|-| &) ?\d{1,3}(?:\p{Lu}(?!\p{L}))?(?![.,]?\d|%|\p{L}))+/uy

// "phases 3, 5 and 7": what a label names once, it names for the list behind it.
function labelled(text: string, end: number): number {
  if (!/\d\p{Lu}?$/u.test(text.slice(end - 2, end))) return end
  const more = stick(MORE_LABELS, text, end)
  return more && !/^ \p{Ll}{4,}s\b/u.test(text.slice(end + more[0].length, end + more[0].length + 12))
    ? end + more[0].length
    : end
}

const LINK =
  /(?: ?[-–—−~]{1,2} ?| ?(?:→|->|⇒) ?| to |-to-| to-| or | through | and )(?=[$€£¥₹~≈∼<>≥≤]?(?:US ?\$|Y=)?[-−+]?(?:\d|\.\d|[a-z]))/y

export function add(text: string, at: number, numeral: Numeral, from: number, found: Quantity[]): number {
  // A shape is no amount: `two-dimensional`.
  if (text.startsWith('-dimensional', numeral.end)) return numeral.end
  const first = partAt(text, at, numeral, from)
  const second = secondOf(text, first, from)
  // `2-0` and `89-89` are results of games.
  if (second === 'score') return first.end + (stick(SCORE, text, first.end)?.[0].length ?? 0)
  return push(text, found, from, first, second?.part ?? null, second?.link ?? null)
}

const SCORE = /[-–—−~ ]+\d+/y

type Second = { readonly part: Part; readonly link: string } | null

const GAPPED = /(?: [^\s,;:()]+){1,5}? to (?=[$€£¥₹~]?(?:US ?\$|Y=)?\d)/y

function secondOf(text: string, first: Part, from: number): Second | 'score' {
  const before = text.slice(Math.max(from, first.start - 24), first.start)
  const opened = /\bfrom (?:about |around |nearly |~)?$/i.test(before)
  const link = stick(LINK, text, first.end)?.[0] ?? (opened ? stick(GAPPED, text, first.end)?.[0] : undefined)
  if (link === undefined) return null
  const spoken = link.trim().toLowerCase()
  if (spoken === 'and' && !/\bbetween (?:about |around |~)?$/i.test(before)) return null
  if (spoken === 'or' && !first.integer) return null
  // "rose 8% to 3.65" is a move and where it ended; "dropped by 1 to 1.5 degrees" is a range.
  if (
    spoken === 'to' &&
    !opened &&
    first.unit !== '' &&
    /^(?:up|down)$/.test(changeBefore(text, first.start, from).change)
  )
    return null
  const at = first.end + link.length
  const lead =
    /^(?:about |around |nearly |almost |over |[~≈∼<>≥≤+−-]|(?:US ?|HK|A)?[$€£¥₹]|Y=|RM|USD |€)*/.exec(
      text.slice(at, at + 10),
    )?.[0].length ?? 0
  const numeral = numeralAt(text, at + lead)
  if (!numeral) return null
  if (spoken === 'or' && numeral.value <= first.value) return null
  const dash = /^[-–—−~]/.test(spoken)
  if (dash && link.includes(' ') && !/^\d/.test(text.slice(at + lead))) return null
  const part = partAt(text, at + lead, numeral, first.end)
  const rate = first.unit.startsWith(`${part.unit}/`) || part.unit.startsWith(`${first.unit}/`)
  if (first.unit !== '' && part.unit !== '' && first.unit !== part.unit && !rate) return null
  const bare = first.unit === '' && part.unit === '' && !first.scaled && !part.scaled
  if (dash && bare && first.integer && part.value <= first.value) return 'score'
  return { part, link: spoken }
}

export function push(
  text: string,
  found: Quantity[],
  from: number,
  first: Part,
  second: Part | null,
  link: string | null,
): number {
  let end = second?.end ?? first.end
  let unit =
    second && second.unit.length > first.unit.length ? second.unit : first.unit || (second?.unit ?? '')
  const symbol =
    unit === '' && first.letter === null && Math.abs(first.value) < 1000
      ? stick(OWN_SYMBOL, text, end)?.[0]
      : undefined
  if (symbol !== undefined) {
    unit = symbol
    end += symbol.length
  }
  let number = first.value
  if (
    second &&
    !isMoney(first.unit === '' ? unit : '') &&
    first.unit === '' &&
    !first.scaled &&
    second.scale !== 1
  ) {
    number = Number((number * second.scale).toPrecision(12))
  }
  if (second && !first.scaled) number *= borrowed(text, first, second)
  const letter = second?.letter ?? first.letter
  const plus = text.charAt(end) === '+' ? 1 : 0
  if (unit === '') {
    const single = first.value === 1 && text.charAt(end) !== '-'
    const counted = countedAt(text, end + plus, single) ?? (second ? countedAt(text, first.end, false) : null)
    unit =
      counted && !(letter !== null && OF_A_MODEL.test(counted.noun))
        ? counted.noun + timeBehind(text, counted.end)
        : ''
  }
  if (unit === '' && letter !== null) unit = sizeUnit(text, first.start, end, letter)
  if (unit === '' && isAge(text, first, end)) unit = 'year of age'
  const { start, change } = changeBefore(text, first.start, from)
  const signed: Change = change === '=' && text.charAt(first.start) === '+' ? 'up' : change
  const opened = /\b(?:between|from) (?:about |around )?$/i.exec(
    text.slice(Math.max(from, start - 20), start),
  )
  const begins = second && opened ? start - opened[0].length : start
  found.push({
    start: begins,
    end: end + plus,
    text: text.slice(begins, end + plus),
    number,
    low: second ? number : null,
    high: second ? second.value : null,
    unit,
    change: plus ? '>' : link === 'or' ? '~' : signed,
  })
  return end + plus
}

// `1,200 requests per second`, `5 emails a day`.
const PER_TIME = / per (second|minute|hour|day|week|month|year)\b/y

function timeBehind(text: string, at: number): string {
  const by = stick(PER_TIME, text, at)?.[1]
  return by === undefined ? '' : `/${by === 'second' ? 's' : by}`
}

// `5Rp`, `88kR`: a symbol that a paper makes its unit, glued and of mixed case.
const OWN_SYMBOL = /(?:\p{Lu}{1,2}\p{Ll}{1,2}|\p{Ll}\p{Lu})(?![\p{L}\p{N}])/uy

// "$89 to $93 billion" means 89 billion, "$200 to $4 million" does not: the scale is shared when the figures then rise.
function borrowed(text: string, first: Part, second: Part): number {
  if (!second.scaled || first.scaled) return 1
  const printed = figureAt(text, second.end - 1)
  if (printed && second.letter === null && second.value < 1000) return 1
  const scale = 10 ** (3 * Math.floor(Math.log10(Math.abs(second.value) || 1) / 3))
  const bare = second.value / scale
  return scale > 1 && Math.abs(first.value) <= bare * 1.0001 ? scale : 1
}

// What a size is said of: `14B teachers` have parameters, `32K contexts` tokens.
const OF_A_MODEL =
  /\b(?:models?|teachers?|students?|checkpoints?|variants?|dense|LLMs?|backbones?|contexts?|lengths?|windows?)\b/i

const NEAR_LENGTH = /\b(?:context|tokens?|windows?|length|sequence)\b/i

// A bare `70B` in this field is a model's size, a bare `128k` near "context" a length in tokens.
function sizeUnit(text: string, start: number, end: number, letter: string): string {
  const near = text.slice(Math.max(0, start - 40), end + 40)
  if (letter === 'B' || letter === 'T') return 'parameter'
  if (letter === 'M')
    return /\b(?:models?|param|scale|dense|MoE|size)/i.test(near) || /\b\d+(?:\.\d+)?B\b/.test(near)
      ? 'parameter'
      : ''
  return NEAR_LENGTH.test(near) ? 'token' : ''
}

// "Maddon, 66, has …" and "will be 35 by …": how newspapers print an age.
function isAge(text: string, { start, value, integer }: Part, end: number): boolean {
  if (!integer || value < 10 || value > 110) return false
  return (
    /^[,)]/.test(text.slice(end)) &&
    /\p{Lu}[\p{Ll}]+, $/u.test(text.slice(Math.max(0, start - 16), start)) &&
    !/^, \p{Lu}/u.test(text.slice(end, end + 3))
  )
}
