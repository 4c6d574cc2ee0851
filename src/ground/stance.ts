import { terms } from '#text'
import { type Holding, nearest } from './holding.ts'

// Words that keep a statement from being a plain fact: somebody else says it, or it has not happened yet.
const REPORTED =
  /\b(?:reportedly|allegedly|apparently|supposedly|purportedly|rumou?red|rumou?rs|claims?|claimed|suggests?|suggested|believes?|estimates?|estimated|preliminary)\b/gi
const OPEN =
  /\b(?:may|might|could|possibly|perhaps|probably|likely|unlikely|potentially|hopes?|hoped|aims?|aimed|plans?|planned|planning|expects?|expected|intends?|intended|considering|seeks?|seeking|proposed|would|will|if|estimates?|estimated)\b/gi
// What may happen is not yet what will.
const MAYBE = /\b(?:may|might|could|possibly|perhaps|probably|potentially|considering)\b/gi
const UNSURE =
  /\b(?:may|might|could|can|possibl[ey]|perhaps|probably|potential|potentially|likely|unlikely|hopes?|aims?|plans?|planned|expects?|expected|intends?|considers?|considering|proposed|would|if|estimates?|estimated)\b/i
const DENIALS =
  /\b(?:not|no|never|none|neither|nor|without|cannot|fails? to|failed to|unable to|lacks?|denies|denied|refused)\b|n['’]t\b/gi

// "The bridge alone lifts …", where the source says what lifts after the bridge: all the credit to one of two.
const RESTRICTIONS = /\b(?:alone|solely|exclusively|single-handedly|by itself|on its own)\b/i

const SCOPE = 5
const NEAR = 0.7

/**
 * Where the evidence says it with a reservation ("may", "reportedly", "plans to") or denies it, and the sentence does not;
 * or the sentence denies what the evidence says. Judged on the sentence of the evidence that is nearest in words.
 */
export function missingStance(sentence: string, holdings: readonly Holding[]): string[] {
  const said = terms(sentence)
  if (said.length < 2) return []
  let best: { text: string; share: number } | null = null
  for (const holding of holdings) {
    const found = nearest(said, holding)
    if (found && (best === null || found.share > best.share)) best = found
  }
  if (best === null || best.share < NEAR) return []
  const missing: string[] = []
  const hedge =
    lost(REPORTED, best.text, sentence) ??
    lost(OPEN, best.text, sentence) ??
    (UNSURE.test(sentence) ? null : lost(MAYBE, best.text, sentence))
  if (hedge !== null) missing.push(`hedge: ${hedge}`)
  const denial = lost(DENIALS, best.text, sentence) ?? lost(DENIALS, sentence, best.text)
  if (denial !== null) missing.push(`denial: ${denial}`)
  const alone = RESTRICTIONS.exec(sentence)?.[0]
  if (alone && !RESTRICTIONS.test(best.text)) missing.push(`restriction: ${alone}`)
  const turn = turned(sentence, best.text)
  if (turn !== null) missing.push(`direction: ${turn}`)
  return missing
}

const UP =
  /\b(?:increas(?:e|es|ed|ing)|improv(?:e|es|ed|ing)|rais(?:e|es|ed|ing)|ris(?:e|es|ing)|rose|grow(?:s|ing)?|grew|boost(?:s|ed|ing)?|enhanc(?:e|es|ed|ing)|lift(?:s|ed|ing)?|strengthen(?:s|ed|ing)?|accelerat(?:e|es|ed|ing)|outperform(?:s|ed|ing)?|surpass(?:es|ed|ing)?|exceed(?:s|ed|ing)?|beat(?:s|ing)?|overtak(?:e|es|ing)|overtook|gain(?:s|ed|ing)?|faster|higher|larger|better|more)\b/gi
const DOWN =
  /\b(?:decreas(?:e|es|ed|ing)|reduc(?:e|es|ed|ing)|lower(?:s|ed|ing)?|cut(?:s|ting)?|fall(?:s|ing)?|fell|drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)|shrink(?:s|ing)?|shrank|weaken(?:s|ed|ing)?|slow(?:s|ed|ing)?|degrad(?:e|es|ed|ing)|worsen(?:s|ed|ing)?|trail(?:s|ed|ing)?|lag(?:s|ged|ging)?|underperform(?:s|ed|ing)?|los(?:e|es|t|ing)|slower|smaller|worse|fewer|less)\b/gi

// Where a word says that something goes up, and the same thing only goes down in the evidence, or the other way round.
function turned(sentence: string, evidence: string): string | null {
  for (const [marks, opposite] of [
    [UP, DOWN],
    [DOWN, UP],
  ] as const) {
    for (const match of sentence.matchAll(marks)) {
      const reach = reachOf(sentence, match)
      if (reach.length === 0) continue
      const same = (marked: RegExp) =>
        [...evidence.matchAll(marked)].some((one) => sharesReach(reach, reachOf(evidence, one)))
      if (!same(marks) && same(opposite)) return match[0]
    }
  }
  return null
}

const reachOf = (text: string, match: RegExpExecArray) =>
  terms(clauseAfter(text.slice(match.index + match[0].length, match.index + 120))).slice(0, 3)

function sharesReach(a: readonly string[], b: readonly string[]): boolean {
  const shared = a.filter((term) => b.includes(term)).length
  return shared > 0 && shared / Math.min(a.length, b.length) >= 0.66
}

// The word of `marks` in `from` that `to` is without although it says what the word reaches over.
function lost(marks: RegExp, from: string, to: string): string | null {
  if (to.search(marks) >= 0) return null
  const held = new Set(terms(to))
  for (const match of from.matchAll(marks)) {
    // "without a person" reaches over its noun alone.
    const reach = /^without$/i.test(match[0]) ? 2 : SCOPE
    const scope = terms(clauseAfter(from.slice(match.index + match[0].length))).slice(0, reach)
    const shared = scope.filter((term) => held.has(term)).length
    if (scope.length > 0 && shared / scope.length >= 0.75) return match[0]
  }
  return null
}

const clauseAfter = (text: string) =>
  text.split(/[;:]|, (?:but|while|whereas|and|which|though|although)\b|\. /)[0] ?? text
