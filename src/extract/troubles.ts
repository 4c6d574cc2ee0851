import type { Span, Trouble } from '#domain'
import { sentences } from '#text'

const MOST_BLOCK = 1500
const MOST_CELL = 280
const FEWEST_CHARACTERS = 12

const MAY_TROUBLE = /\b(?:fix|fixed|fixes|workaround|solved|resolved|solution|mitigat\w+|remedy|instead)\b/i
const SYMPTOM =
  /\b(?:errors?|fail(?:s|ed|ures?|ing)?|crash(?:es|ed|ing)?|hang(?:s|ing)?|freez(?:es|ing)|OOM|out[- ]of[- ]memory|NaNs?|stuck|broken|breaks?|bugs?|regressions?|degrad(?:es|ed|ation|ing)|slow(?:down|downs|er|s)|leaks?|garbage|gibberish|endless(?:ly)?|infinite loops?|time-?outs?|corrupt(?:s|ed|ion)?|collaps(?:es|ed|e)|overflows?|mismatch(?:es)?|throttl(?:es|ed|ing)|unresponsive|diverg(?:es|ed|ence)|(?:not|n['’]t) work(?:ing)?)\b/i
const CAUSE =
  /\b(?:because(?: of)?|due to|caused by|(?:the )?root cause (?:is|was|being)|stem(?:s|med|ming) from|trac(?:es|ed) (?:back )?to|the culprit (?:is|was|being)|result(?:s|ing)? from|attributed to|triggered by)\b,?\s*/i
const EFFECT =
  /,? \b(?:that |which )?(?:causes|caused|causing|leads to|leading to|led to|results in|resulted in|resulting in|triggers|triggered|triggering)\b (?=\w)/i
const FIX =
  /\b(?:(?:the |a |one |quick |suggested |recommended |temporary )*(?:fix|workaround|solution|remedy) (?:is|was|involv\w+|includ\w+|:)|(?:is|was|are|were|been|be|can be|got|gets) (?:fixed|solved|resolved|mitigated|worked around|patched)(?: \w+)? (?:by|with|via|through) (?!\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \d)|(?:fixed|solved|resolved|mitigated|cured) (?:it|this|that|the \w+) (?:by|with|via|through)|(?:fix(?:es|ed)?|solv(?:es|ed)|resolv(?:es|ed)|mitigat(?:es|ed)) (?:(?:by|with|via) (?!\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \d)|the (?:issue|problem|bug|error|crash|leak|failure)))\b/i
const UNSOLVED =
  /\b(?:no (?:fix|workaround|solution)|without a fix|not (?:yet )?(?:been )?(?:fixed|solved|resolved)|unresolved|will be|upcoming|waiting for a fix|before the fix|whether)\b/i

/**
 * Troubles that a text states with what cures them, in order: what is seen, why where it says so, and the fix. Only
 * what stands within one bullet or paragraph is one trouble, and only in the text's own words; a question, a wish for a
 * fix and a trouble without one are none.
 */
export function troubles(text: string): Trouble[] {
  if (!MAY_TROUBLE.test(text)) return []
  const found: Trouble[] = []
  let from = 0
  for (const line of text.split('\n')) {
    if (line.length <= MOST_BLOCK && MAY_TROUBLE.test(line)) {
      const trouble = troubleIn(line, from)
      if (trouble) found.push(trouble)
    }
    from += line.length + 1
  }
  return found
}

function troubleIn(block: string, from: number): Trouble | null {
  if (UNSOLVED.test(block)) return null
  const told = sentences(block).filter(({ text }) => !text.endsWith('?'))
  const at = told.findIndex(({ text }) => FIX.test(text))
  const cure = told[at]
  if (!cure) return null
  const cut = FIX.exec(cure.text)?.index ?? 0
  // In one sentence what is seen comes before what cures it; else it is the nearest sentence before.
  const within = { text: cure.text.slice(0, cut), start: cure.start }
  const seen = isSymptom(within.text) ? within : told.slice(0, at).findLast(({ text }) => isSymptom(text))
  if (!seen) return null
  const fix = seen === within ? { text: cure.text.slice(cut), start: cure.start + cut } : cure
  if (wordsAfter(FIX, cure.text) < FEWEST_OF_A_FIX) return null
  const { symptom, cause } = parted(seen) ?? { symptom: seen, cause: causeAmong(told, seen, cure) }
  if (!isSymptom(symptom.text)) return null
  const [a, b] = [spanOf(symptom, from), spanOf(fix, from)]
  return a && b ? { symptom: a, cause: cause ? spanOf(cause, from) : null, fix: b } : null
}

type Piece = { readonly text: string; readonly start: number }

// "X crashes because of Y" and "Y, causing X to crash" tell both; which stands first depends on the word between them.
function parted(seen: Piece): { readonly symptom: Piece; readonly cause: Piece } | null {
  for (const [between, isCauseFirst] of [
    [CAUSE, false],
    [EFFECT, true],
  ] as const) {
    const joint = between.exec(seen.text)
    if (!joint) continue
    const before = { text: seen.text.slice(0, joint.index), start: seen.start }
    const from = joint.index + joint[0].length
    const after = { text: seen.text.slice(from), start: seen.start + from }
    const [symptom, cause] = isCauseFirst ? [after, before] : [before, after]
    if (isSymptom(symptom.text)) return { symptom, cause }
  }
  return null
}

const FEWEST_OF_A_FIX = 3

// "These were resolved with iterations" names no deed.
function wordsAfter(cue: RegExp, text: string): number {
  const found = cue.exec(text)
  const rest = found ? text.slice(found.index + found[0].length) : ''
  return rest.match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0
}

/** Words that see something go wrong (and do not tell how it is kept from going wrong), and do not break off in the middle. */
const isSymptom = (text: string): boolean =>
  text.trim().length >= FEWEST_SEEN &&
  SYMPTOM.test(text) &&
  !PREVENTED.test(text) &&
  !BREAKS_OFF.test(text.trim())

const FEWEST_SEEN = 20
const PREVENTED =
  /\b(?:prevent(?:s|ed|ing)?|avoid(?:s|ed|ing)?|without|no|reduc(?:e|es|ed|ing)|handl(?:e|es|ed|ing)|protects? (?:from|against)|guards? against|robust to) (?:[\w-]+ ){0,2}(?:errors?|failures?|crash(?:es)?|OOMs?|out[- ]of[- ]memory|bugs?|regressions?|degradation|leaks?|timeouts?|corruption|collapse|overflows?|throttling)\b/i
const BREAKS_OFF =
  /\b(?:and|or|but|so|the|a|an|to|these|this|that|they|it|which|who|is|are|was|were|been|confirm\w*|member|user)$/i

/** A sentence between what is seen and what cures it, or the cure's own words of why. */
function causeAmong(told: readonly Piece[], seen: Piece, cure: Piece): Piece | null {
  const between = told.find(({ text, start }) => start > seen.start && start < cure.start && CAUSE.test(text))
  if (!between) return null
  const why = CAUSE.exec(between.text)
  const at = why ? why.index + why[0].length : 0
  return { text: between.text.slice(at), start: between.start + at }
}

/** A piece without the marks around it, as a span of the whole text; null where it is too long or too short for a cell. */
function spanOf({ text, start }: Piece, from: number): (Span & { readonly text: string }) | null {
  const lead = /^[\s\-–—*•:,;()]*/.exec(text)?.[0].length ?? 0
  const body = text.slice(lead).replace(/[\s,;:(–—-]+$/, '')
  if (body.length < FEWEST_CHARACTERS || body.length > MOST_CELL) return null
  return { start: from + start + lead, end: from + start + lead + body.length, text: body }
}
