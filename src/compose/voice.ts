import { capitalised, closed } from './words.ts'

const FIRST_PERSON =
  /\b(?:I|I['’](?:m|ve|d|ll)|[Ww]e|[Ww]e['’](?:re|ve|ll|d)|[Oo]ur|[Oo]urs|us|[Mm]y|me|myself|[Oo]urselves)\b/
const PROPOSES =
  '(?:propose|introduce|present|develop|describe|design|build|release|contribute|unveil|open-source)'
const SHOWS = '(?:show|demonstrate|find|observe|report|reveal)'
const ADVERB =
  '(?:also |further |then |additionally |empirically |first |finally |therefore |thus |thereby |now |next |consistently )*'

// Openings that say how the sentence joins the one before; what follows stands without them.
const OPENING =
  /^(?:(?:specifically|in particular|particularly|notably|importantly|crucially|interestingly|surprisingly|remarkably|moreover|furthermore|additionally|in addition|overall|ultimately|finally|in summary|in conclusion|to conclude|concretely|in essence|more (?:specifically|importantly|broadly)|to this end|to (?:address|bridge|fill|tackle|overcome|solve|mitigate|close|resolve) (?:this|these|the (?:first|second|third|former|latter|above|aforementioned))[^,]{0,50}|as a result|accordingly|(?:building|motivated by|based|inspired by)(?: on| upon)? (?:this|these)[^,]{0,40}|on top of (?:this|these)[^,]{0,40}|in (?:this|the present) (?:paper|work|study|article|letter|report|post)|today|at its core|in parallel|separately|elsewhere|meanwhile|at the same time|relatedly|on the [\w -]{3,30} (?:side|front)),|(?:in (?:this|the present) (?:paper|work|study|article|letter|report|post)|here),?(?= we\b)) (?=[\p{L}\d])/iu

// A turn against what came before; what has no pronoun in its first words means the same without it.
const HOWEVER =
  /^(?:however|yet|nevertheless|nonetheless|unfortunately|despite this),? (?!(?:[\p{L}’'-]+ ){0,6}(?:it|its|they|their|them|this|that|these|those|such|he|she|doing so)\b)/iu

const THING = new RegExp(
  `^we ${ADVERB}${PROPOSES} ([^,]{2,70}?),? ?(?:—|,) ?((?:an?|the first) [^—]{12,})$`,
  'i',
)
const CLAUSE = new RegExp(
  `^(?:we|(?:our|these|extensive|comprehensive|the) ?(?:experiments|experimental results|results|evaluations?|findings|analys[ei]s)) ${ADVERB}${SHOWS} that (.{12,})$`,
  'i',
)
const LEANS =
  /^(?:it|this|that|these|those|they|their|its|such|he|she|both|doing so|the (?:latter|former))\b/i

/** Whether someone speaks of themselves in it, quotations left aside. */
export function speaksInFirstPerson(sentence: string): boolean {
  return FIRST_PERSON.test(sentence.replace(/["“][^"“”]*["”]/g, ''))
}

/** The sentence without the opening that ties it to the one before. */
export function withoutOpening(sentence: string): string {
  const rest = sentence.replace(OPENING, '').replace(HOWEVER, '')
  return rest === sentence ? sentence : capitalised(rest)
}

/**
 * A sentence of a paper told from outside, by rule: "We introduce X, a method that …" becomes "A method that …", "We show
 * that …" becomes what is shown, any other "we" becomes "the authors". Verbs that weigh a statement (argue, believe,
 * hypothesise, suggest) and every hedge stay. `lead` is the bold name before the sentence, null in running text, where the
 * subject is not dropped. Null where the rules are not safe.
 */
export function toldFromOutside(sentence: string, lead: string | null): string | null {
  if (/["“][^"”]*\b(?:we|our)\b[^"”]*["”]/i.test(sentence) || /\b(?:I|my|me)\b/.test(sentence)) return null
  const thing = lead === null ? null : THING.exec(sentence)
  if (thing?.[1] && thing[2] && !FIRST_PERSON.test(thing[2])) {
    return isIn(thing[1], lead ?? '')
      ? capitalised(thing[2])
      : `${capitalised(withoutArticle(thing[1]))}: ${thing[2]}`
  }
  const clause = CLAUSE.exec(sentence)?.[1]
  if (clause && !LEANS.test(clause)) return outside(capitalised(clause))
  return outside(sentence)
}

const withoutArticle = (name: string) => name.replace(/^(?:an?|the|our) /i, '')

function isIn(name: string, lead: string): boolean {
  const flat = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  const bare = flat(name.replace(/\([^)]*\)/g, ''))
  return bare !== '' && (flat(lead).includes(bare) || bare.includes(flat(lead)))
}

function outside(sentence: string): string {
  const led = sentence.replace(/^We\b/, 'The authors').replace(/^Our\b/, 'The authors’')
  const named = /the authors/i.test(led) ? led : led.replace(/\bwe\b/, 'the authors')
  const subject = /the authors/i.test(named)
  return named
    .replace(/\b[Oo]ur own\b/g, 'their own')
    .replace(/\bwe\b/g, 'they')
    .replace(/\b[Oo]ur\b/g, subject ? 'their' : 'the authors’')
    .replace(/\bours\b/g, 'theirs')
    .replace(/\bus\b/g, 'them')
    .replace(/\bourselves\b/g, 'themselves')
}

/** A sentence kept word by word and given to its speaker: `NAME: “…”`. */
export function quoted(sentence: string, speaker: string): string | null {
  if (/["“”]/.test(sentence)) return null
  return `${speaker}: “${closed(sentence)}”`
}
