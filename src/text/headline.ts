import { containment } from './similarity.ts'
import { terms } from './terms.ts'

const LEANS =
  /^(?:this|that|these|those|it|its|it['’]s|they|their|but|and|or|so|also|however|still|another|others?|there|here|such|both|as|because|which|while)\b/i
const OPEN_END = /(?:…|\.\.\.|[:,;–—-]|\b(?:as|on|of|to|with|for|from|by|and|or|the|a|an|in|at|that))$/i
/** A name such as vLLM, xAI or o3 begins small. */
const BEGINS_SMALL = /^(?!\p{Ll}{0,3}[\p{Lu}\d])\p{Ll}/u
/** A story keeps its name unless another is better by so much. */
const CLEARLY = 0.6
const FULL_WORDS = 3
const LONG_WORDS = 24
/** So many titles are held against each other, the first: more say the same. */
const MOST_COMPARED = 12

/**
 * Which of several titles of one thing says best what it is, by its place: one that stands by itself, is whole, neither
 * the words of an account nor a mere name, and shares more with the others; the first unless another is clearly better.
 * Of many the first twelve are looked at. -1 of none.
 */
export function bestHeadline(titles: readonly string[]): number {
  if (titles.length < 2) return titles.length - 1
  const compared = titles.slice(0, MOST_COMPARED)
  const bags = compared.map((title) => new Set(terms(title)))
  const worths = compared.map((title, at) => {
    const others = bags.filter((_, other) => other !== at)
    const shared = others.reduce((sum, other) => sum + containment(other, bags[at] ?? other), 0)
    return standing(title) + shared / others.length
  })
  const most = Math.max(...worths)
  return most > (worths[0] ?? most) + CLEARLY ? worths.indexOf(most) : 0
}

/** What a title loses for what it lacks: 0 for a whole one. */
function standing(title: string): number {
  const words = title.split(/\s+/).length
  return (
    Math.min(0, words - FULL_WORDS) -
    (words > LONG_WORDS ? 0.5 : 0) -
    (OPEN_END.test(title) ? 2 : 0) -
    (LEANS.test(title) ? 3 : 0) -
    (BEGINS_SMALL.test(title) ? 2 : 0) -
    (title.startsWith('@') ? 2 : 0) -
    (/^[“"].*[”"]$/.test(title) ? 1 : 0) -
    (title.endsWith('?') ? 1 : 0)
  )
}
