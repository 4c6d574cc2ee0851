import { stems } from './words.ts'

/** One way to name a topic, as the stems of its words in order. */
export type Alternative = {
  readonly phrase: string
  readonly stems: readonly string[]
  /** It stood in brackets, as a part of what stands before them: "hardware (GPUs, memory)". */
  readonly isPart: boolean
}

/** A topic of a profile, read from the words a person wrote. */
export type Topic = {
  readonly phrase: string
  readonly alternatives: readonly Alternative[]
  /** Stories that are also about these do not count: "game benchmarks unrelated to efficiency". */
  readonly unless: readonly Alternative[]
  /** The reader said "general" or "anything": a whole field, which a story must be about and not only mention. */
  readonly broad: boolean
  /** The reader said "papers". */
  readonly papers: boolean
}

const MAX_ALTERNATIVES = 40
const UNLESS = /\b(?:unrelated to|except(?: for)?|but not|not about|excluding|unless)\b/i
const BROAD = /\b(?:general|anything|everything|all kinds of)\b/i
// Words that say how a reader wants a topic and not what it is about.
const FILLER = new Set(
  'general new novel latest recent any anything everything all about on the a an of kinds paper papers research news work topics topic stuff'.split(
    ' ',
  ),
)
// Heads that one noun lends to its neighbours: "vision / audio / video models".
const LENT_HEAD = /\b(models?|systems?|methods?|generation|benchmarks?|hardware|learning|agents?)$/i

/**
 * Reads a topic as people write them: alternatives between slashes, commas or "and", narrower ones in brackets, an
 * exception after "unrelated to" or "except". At most 40 alternatives; an empty phrase gives none.
 */
export function parseTopic(phrase: string): Topic {
  const bounded = phrase.slice(0, 1000)
  const [wanted = '', ...exceptions] = bounded.split(UNLESS)
  const { outside, inside } = brackets(wanted)
  const parts = inside.flatMap(listed).map((part) => ({ ...part, isPart: true }))
  // "memory and interconnect (HBM, CXL)": what the brackets hold says which memory is meant.
  const heads = listed(outside)
  const named =
    heads.length > 1 && parts.length > 0 ? heads.map((head) => ({ ...head, isPart: true })) : heads
  const alternatives = [...named, ...parts]
  return {
    phrase,
    alternatives: distinct(alternatives).slice(0, MAX_ALTERNATIVES),
    unless: distinct(exceptions.flatMap(listed)),
    broad: BROAD.test(wanted),
    papers: /\bpapers?\b/i.test(wanted),
  }
}

function brackets(text: string): { outside: string; inside: string[] } {
  const inside: string[] = []
  const outside = text.replace(/\(([^()]*)\)?/g, (_, within: string) => {
    inside.push(within)
    return ' '
  })
  return { outside, inside }
}

function listed(text: string): Alternative[] {
  const pieces = text
    .split(/\s*(?:[/,;|]|\bor\b)\s*/i)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
  const head = pieces.length > 1 ? (LENT_HEAD.exec(pieces.at(-1) ?? '')?.[0] ?? null) : null
  return pieces.flatMap((piece) => {
    const whole = head !== null && !/\s/.test(piece) && piece !== head ? `${piece} ${head}` : piece
    const shared = sharing(whole)
    return shared === null
      ? joined(whole).map(alternative)
      : [...shared.whole.map(alternative), { ...alternative(shared.half), isPart: true }]
  })
}

/** "image and video generation" names two things, and so does "safety and alignment". */
function joined(text: string): string[] {
  const halves = text.split(/\s+(?:and|&)\s+/i)
  const [first, second] = halves
  if (halves.length !== 2 || first === undefined || second === undefined) return halves
  // "revenue and unit economics of companies": whose they are is lent to neither.
  if (/\sof\s/i.test(second)) return [first, second.replace(/\sof\s.*$/i, '')]
  const lent = second.split(/\s+/)
  return !/\s/.test(first) && lent.length > 1
    ? [`${first} ${lent.slice(1).join(' ')}`, second]
    : [first, second]
}

/** "protein structure and design": the second, a word by itself, is that of the first; alone it says little. */
function sharing(text: string): { readonly whole: readonly string[]; readonly half: string } | null {
  const found = /^((?:\S+\s+)+)(\S+)\s+(?:and|&)\s+(\p{Ll}+)$/u.exec(text)
  const [, modifier, noun, second] = found ?? []
  if (modifier === undefined || noun === undefined || second === undefined) return null
  return { whole: [`${modifier}${noun}`, `${modifier}${second}`], half: second }
}

function alternative(text: string): Alternative {
  const words = text.split(/\s+/).filter((word) => !FILLER.has(word.toLowerCase()))
  const phrase = words.join(' ')
  return { phrase, stems: stems(phrase), isPart: false }
}

function distinct(alternatives: readonly Alternative[]): Alternative[] {
  const seen = new Map<string, Alternative>()
  for (const one of alternatives) {
    const key = one.stems.join(' ')
    if (key !== '' && !seen.has(key)) seen.set(key, one)
  }
  return [...seen.values()]
}
