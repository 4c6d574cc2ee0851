import { stick } from './quantities-numerals.ts'
import { STOPWORDS } from './stopwords.ts'

/** The counted noun behind a number: `heart transplant` of `700 heart transplants`. */
export type Counted = { readonly noun: string; readonly start: number; readonly end: number }

const WORD = /[\p{L}][\p{L}\p{N}]*(?:['’-][\p{L}\p{N}]+)*/uy
const STEP = /[ \u00a0]+/y
const MOST_WORDS = 4

const IRREGULAR: Readonly<Record<string, string>> = {
  people: 'people', men: 'man', women: 'woman', children: 'child', feet: 'foot', mice: 'mouse', criteria: 'criterion',
  indices: 'index', vertices: 'vertex', matrices: 'matrix', analyses: 'analysis', hypotheses: 'hypothesis', staff: 'staff',
  personnel: 'personnel', data: 'data', series: 'series', species: 'species', lives: 'life', halves: 'half', shelves: 'shelf',
  phenomena: 'phenomenon', axes: 'axis', crises: 'crisis', viruses: 'virus', buses: 'bus', gases: 'gas', movies: 'movie',
} // biome-ignore format: a table

// Words in -s that are no plural, and verbs that follow a bare number ("83 scores" is rare, "the 12 beats" is not).
const NOT_PLURAL =
  /(?:ss|us|is|ous|'s|’s)$|^(?:as|has|was|does|less|plus|versus|vs|across|always|perhaps|towards|besides|sometimes|its|his|this|means|makes|says|goes|gives|takes|shows|runs|beats|wins|lets|gets|needs|comes|leads|remains|works|uses|helps|includes|requires|suggests|seems|becomes|news|places|turns|lies|stands|sits|falls|rises)$/i
// What may not stand in the noun phrase of a counted thing, beside the stop words.
const BREAKERS =
  /^(?:per|versus|vs|compared|according|including|later|ago|across|along|behind|beneath|towards?|inside|outside|near|onto|whether|earlier|old|onwards?|respectively|among|amid|against|within|without|via|plus|minus|times|percent|away|lower|higher|faster|slower|cheaper|fewer|larger|smaller|better|worse|greater|worth|said|says|told|up|down|today|yesterday|tomorrow|now|since|whereas|puts|makes|gives|means|leaves|keeps|brings|beats|trails|tops|ranks|yet|et|al|and|or)$/i
const MAY_STAND = /^(?:new|other|more)$/
const TIME_NOT_THING = /^(?:am|pm|a\.m|p\.m|o['’]clock)$/i

/** The singular of an English noun, lower-case unless it is a name. */
function singular(word: string): string {
  const lower = word.toLowerCase()
  const known = IRREGULAR[lower]
  if (known) return known
  if (PLURAL_INITIALS.test(word)) return word.slice(0, -1)
  if (lower.endsWith('men') && lower.length > 5) return `${word.slice(0, -2)}an`
  if (lower.length < 4 || NOT_PLURAL.test(lower) || !lower.endsWith('s')) return word
  if (/(?:ies)$/.test(lower)) return lower.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1)
  if (/(?:ches|shes|xes|sses|zes)$/.test(lower)) return word.slice(0, -2)
  return word.slice(0, -1)
}

// `GPUs` and `TPUs` are plurals, though `virus` is none.
const PLURAL_INITIALS = /^\p{Lu}{2,}s$/u

const isPlural = (word: string): boolean =>
  PLURAL_INITIALS.test(word) ||
  IRREGULAR[word.toLowerCase()] !== undefined ||
  (/(?:\p{L}s|\p{Ll}{2}men)$/u.test(word) && word.length > 3 && !NOT_PLURAL.test(word))

/**
 * What the number right before `at` counts. A plural noun within four words ends the phrase; after a hyphen (`ten-city`)
 * or `one` the next word is it. Null when the words behind do not read like counted things.
 */
export function countedAt(text: string, at: number, single: boolean): Counted | null {
  if (text.charAt(at) === '-') return hyphened(text, at + 1)
  let next = at
  const words: string[] = []
  let start = -1
  for (let count = 0; count < MOST_WORDS; count++) {
    const gap = stick(STEP, text, next)
    if (!gap) break
    const word = stick(WORD, text, next + gap[0].length)?.[0]
    if (word === undefined) break
    const bare = word.toLowerCase()
    if (count === 0 && single && bare === 'of') return oneOf(text, next + gap[0].length + 2)
    const irregular = IRREGULAR[bare] !== undefined
    if (
      !irregular &&
      !MAY_STAND.test(bare) &&
      (STOPWORDS.has(bare) || BREAKERS.test(bare) || TIME_NOT_THING.test(bare))
    )
      break
    if (start < 0) start = next + gap[0].length
    next += gap[0].length + word.length
    words.push(word)
    if (single) {
      if (!/(?:ic|ive|ous|able|ed|new|big|small|large|main|major|key|full|ful|single|more)$/.test(word)) break
    } else if (isPlural(word)) break
    if (/^[,.;:)]/.test(text.slice(next, next + 1))) break
  }
  const head = words.at(-1)
  if (head === undefined || start < 0 || MAY_STAND.test(head)) return null
  if (!single && !isPlural(head)) return null
  const noun = [...words.slice(0, -1), single ? head : singular(head)].join(' ')
  return { noun, start, end: next }
}

function hyphened(text: string, at: number): Counted | null {
  const word = stick(WORD, text, at)?.[0]
  if (word === undefined || !/^\p{Ll}{3,}/u.test(word) || BREAKERS.test(word)) return null
  const head = word.split('-')[0] ?? word
  return { noun: singular(head), start: at, end: at + head.length }
}

// "one of the best wireless speakers": the noun ends at its plural.
function oneOf(text: string, at: number): Counted | null {
  const article = /\s+(?:the|its|his|her|their|our|my|your|these|those)\b/y
  const found = stick(article, text, at)
  if (!found) return null
  return countedAt(text, at + found[0].length, false)
}
