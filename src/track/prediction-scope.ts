import { stem, tokens } from '#text'

// "X, 90 days." or "X (60 days) — …": what stands before is the head, which says what it is about.
const HEAD = /^(.{3,160}?)(?:[,.:]|\s[—–-]|\s\()\s*(?:\d{1,3}\s?[-–]\s?)?\d{1,3}[ -](?:day|week|month)s?\b/u
const HEAD_ENDS = /[.:!?](?:\s|$)|\s[—–]\s|,\s/u

/** The head of a prediction: what it is about, without the deadline and the grounds. */
export function headOf(claim: string): string {
  const head = HEAD.exec(claim)?.[1]
  if (head !== undefined) return head
  const end = HEAD_ENDS.exec(claim)?.index ?? claim.length
  return claim.slice(0, end)
}

const CLAUSE_ENDS =
  /[;:.!?]\s+|\s[—–]\s|,\s+(?:with|which|while|whose|as|but|although|though|suggesting|leading|showing|noting|requiring|urging|citing|per)\b/iu
const LOOKS_AHEAD =
  /\b(?:will|won['’]t|going to|set to|expect\w*|anticipat\w+|predict\w*|forecast\w*|project(?:s|ed)|slated|scheduled|poised|due|plan(?:s|ned|ning)?|aim(?:s|ing)?|target(?:s|ing)?|likely|could|may|might|by \p{Lu}?\w*\d{4}|within|next|coming)\b/iu

/** The clause of a claim that looks ahead: what it says beside that is grounds, and nobody will report it again. */
export function clauseOf(claim: string): string {
  const clauses = claim.split(CLAUSE_ENDS).filter((clause) => clause.trim() !== '')
  return clauses.find((clause) => LOOKS_AHEAD.test(clause) && clause.length > SHORTEST_CLAUSE) ?? claim
}

const SHORTEST_CLAUSE = 20

const SETTING =
  /^(?:multimodal|text-only|vision|video|audio|speech|image|medical|legal|financial|clinical|frontier|frontier-scale|production|consumer|edge|mobile|on-device|enterprise|commercial|closed|open|open-source|open-weight|open-weights|independent|third-party|dense|sparse|hybrid|small|large|long-context|long-form|minute-scale|online|offline|real-world|zero-shot|few-shot|instance-specific|token-level|verifiable|scientific|industrial|european|chinese|american|federal|public|private|autonomous|embodied|agentic|multilingual|english)$/
const BOUNDING = /^(?:non|cross|multi|inter|intra|sub|mono|uni|anti)-\p{L}/u
// A size that a word such as 7B, 10B-A1B, 128K, INT4 or FP8 gives.
const SIZE = /^\d+(?:\.\d+)?(?:[bmkt]|gb|tb|bit)(?:-\w+)?$|^(?:int|fp|bf)\d+$/i

/**
 * Words that bound what a prediction speaks of, as they stand, each once: settings (`multimodal`, `open-weight`), words
 * of exclusion (`non-verifiable`), sizes (`70B`). Taken from the head and the criterion; the grounds bound nothing.
 */
export function scopeOf(claim: string, criterion: string | null): string[] {
  const found = new Map<string, string>()
  for (const { text } of tokens(`${headOf(claim)} ${criterion ?? ''}`)) {
    const word = text.toLowerCase()
    if (SETTING.test(word) || BOUNDING.test(word) || SIZE.test(word))
      found.set(stem(word), found.get(stem(word)) ?? text)
  }
  return [...found.values()]
}

// The same bound in other words.
const SAME: readonly (readonly string[])[] = [
  ['multimodal', 'vision-language', 'vlm', 'mllm', 'image', 'visual', 'audio-visual', 'cross-modal'],
  ['open-weight', 'open-weights', 'open-source', 'open'],
  ['third-party', 'independent', 'independently'],
  ['frontier', 'frontier-scale', 'state-of-the-art', 'flagship'],
  ['production', 'deployed', 'deployment', 'serving'],
  ['medical', 'clinical', 'healthcare', 'patient'],
  ['consumer', 'laptop', 'desktop', 'rtx'],
]

/** The words of a scope that a text does not share, in their own or in other words. */
export function outsideOf(scope: readonly string[], text: string): string[] {
  const words = new Set<string>()
  for (const { text: word } of tokens(text.toLowerCase())) {
    words.add(stem(word))
    for (const part of word.split(/[-/]/)) words.add(stem(part))
  }
  return scope.filter((bound) => {
    const word = bound.toLowerCase()
    const others = SAME.find((group) => group.includes(word)) ?? [word]
    return !others.some((other) => words.has(stem(other)))
  })
}
