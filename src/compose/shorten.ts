import { isClause } from './clause.ts'
import { capitalised, closed, wordCount } from './words.ts'

// A piece that holds one of these carries weight: a hedge, a denial, a bound, or the condition of what stands before it.
const WEIGHTY =
  /\b(?:not|no|never|none|without|unless|except|but|although|though|however|only|if|when|whenever|under|up to|at least|at most|may|might|could|would|should|can|likely|reportedly|allegedly|apparently|claims?|claimed|said|says|according|expected|estimated|about|around|roughly|approximately|compared|than|versus|vs|relative|given|provided|assuming|while|whereas|despite|even)\b|n['’]t\b|\d/i

// Where a sentence goes on after it could have ended. Nothing is cut but at one of these.
const TRAILERS =
  /(?:;|,? ?[—–]|,) (?=(?:which|who|whose|where|thereby|thus|hence|enabling|allowing|making|leading|offering|providing|showing|demonstrating|highlighting|suggesting|indicating|resulting|improving|reducing|achieving|establishing|yielding|paving|opening|bringing|marking|positioning|underscoring|reflecting|signal(?:l)?ing|as well as|including|such as|with|and (?:its|their|the)|especially|particularly|ranging|spanning|covering)\b)|; (?=\p{L})| [—–] (?=\p{L})/gu

/**
 * The sentence within `most` words, cut only at clause borders: first an aside in brackets or dashes, then a trailing
 * clause, from the end. Never a piece with a hedge, a denial, a condition or a number. Null when that does not do.
 */
export function shortened(sentence: string, most: number): string | null {
  let text = sentence
  for (const cut of [withoutAsides, withoutDashed, withoutTrailers, withoutLastClause]) {
    if (wordCount(text) <= most) break
    text = cut(text, most)
  }
  return wordCount(text) <= most ? capitalised(closed(text)) : null
}

function withoutAsides(text: string, most: number): string {
  let shorter = text
  for (const match of text.matchAll(/ \(([^()]{1,160})\)/g)) {
    if (wordCount(shorter) <= most) break
    const aside = match[1] ?? ''
    const rest = shorter.replace(match[0], '')
    // An abbreviation that the rest still uses must keep its meaning.
    if (!WEIGHTY.test(aside) && !(/^\S+$/.test(aside) && rest.includes(aside))) shorter = rest
  }
  return shorter
}

function withoutDashed(text: string): string {
  return text.replace(/ ?[—–] ?([^—–]{3,160}) ?[—–] ?/, (whole, aside: string) =>
    WEIGHTY.test(aside) ? whole : ' ',
  )
}

function withoutTrailers(text: string, most: number): string {
  const borders = [...text.matchAll(TRAILERS)].map((match) => match.index).reverse()
  let shorter = text
  for (const border of borders) {
    if (wordCount(shorter) <= most) break
    const piece = shorter.slice(border)
    const rest = shorter.slice(0, border)
    if (WEIGHTY.test(piece) || wordCount(rest) < 7 || !isWhole(rest)) break
    shorter = rest
  }
  return shorter
}

// What takes back or limits what came before must stay with it.
const LIMITS =
  /\b(?:not|no|never|none|without|unless|except|but|although|though|however|only|if|when|while|whereas|despite|fails?|failed|than)\b|n['’]t\b/i
const NEXT_CLAUSE =
  /(?:; (?:and )?|, and )(?=(?:the|it|they|its|their|a|an|one|some|others?|\p{Lu}[\p{L}\d-]*)\s)/gu

// A last clause with a subject and a verb of its own may go whole, figures and all: nothing that stays leans on it.
function withoutLastClause(text: string, most: number): string {
  let shorter = text
  for (const border of [...text.matchAll(NEXT_CLAUSE)].map((match) => match.index).reverse()) {
    if (wordCount(shorter) <= most) break
    const piece = shorter.slice(border)
    const rest = shorter.slice(0, border)
    if (LIMITS.test(piece) || !isClause(piece) || wordCount(rest) < 7 || !isWhole(rest)) break
    shorter = rest
  }
  return shorter
}

// What is left must still be a sentence: closed brackets, something that can be its verb.
function isWhole(rest: string): boolean {
  const count = (mark: RegExp) => rest.match(mark)?.length ?? 0
  return (
    isClause(rest) && count(/\(/g) === count(/\)/g) && count(/"/g) % 2 === 0 && count(/“/g) === count(/”/g)
  )
}
