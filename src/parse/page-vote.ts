import { parts } from '#text'
import type { Block } from './page-blocks.ts'

// What surrounds an article everywhere: invitations, credits, pointers elsewhere. Short blocks only.
const AROUND =
  /^(?:advert(?:isement)?s?\b|sponsored\b|iklan$|read (?:more|also|next)\b|see (?:more|also)\b|more(?: from| on|:)|related(?: articles?| stories| posts?)?\b|you (?:may|might) (?:also )?like|also read\b|don[’']?t miss\b|recommended\b|most (?:read|popular)\b|click here\b|sign up\b|subscribe\b|follow (?:us|@|[\p{L}\d]+ on (?:twitter|instagram|facebook|x)\b)|share (?:this|on)\b|get (?:the|our) .{0,60}(?:newsletter|app|inbox)|join our\b|have a (?:news )?tip\b|image (?:copyright|caption|source|credit)\b|photo(?:graph| illustration)?s?(?: by|:)|picture:|credit:|caption$|close$|enlarge(?: image)?$|getty images$|(?:via )?reuters$|citation:$|this document is subject to copyright|copyright (?:@|©|\(c\)|\d{4})|©|all rights reserved|source:$|comments?$|tags?:|filed under\b|advertisement\b)/iu
const SHORT = 200

/** Whether a block reads as something around an article rather than as a part of it. */
function isAround(block: Block): boolean {
  if (block.text.length <= SHORT && AROUND.test(block.text)) return true
  // A line that is nothing but a link points elsewhere; inside a text links stand among words.
  return block.linked >= 0.95 && block.text.length <= SHORT && !/[.!?]["”’)]?$/.test(block.text)
}

const LEAST_AGREED = 0.6
const LONG = 400

/**
 * The blocks of `first` that belong to the article: those that the second extractor took too. Where the two agree on
 * less than 60 % of the text, one of them went wrong and the denser one stands alone: more characters outside links,
 * less in very short blocks. Blocks that read as surroundings fall in any case.
 */
export function vote(first: readonly Block[], second: readonly Block[]): readonly Block[] {
  const [a, b] = [first.filter((block) => !isAround(block)), second.filter((block) => !isAround(block))]
  if (b.length === 0) return a
  if (a.length === 0) return b
  const known = ` ${b.map((block) => key(block)).join(' ')} `
  const agreed = a.filter((block) =>
    block.text.length < LONG ? known.includes(` ${key(block)} `) : holds(known, block),
  )
  if (size(agreed) >= LEAST_AGREED * size(a)) return agreed
  return density(a) >= density(b) ? a : b
}

const key = (block: Block): string => parts(block.text).join(' ')

/** A long block is known by its beginning or its end: extractors differ in what they cut from the middle. */
function holds(known: string, block: Block): boolean {
  const words = parts(block.text)
  return (
    known.includes(` ${words.slice(0, 12).join(' ')} `) || known.includes(` ${words.slice(-12).join(' ')} `)
  )
}

const size = (blocks: readonly Block[]): number => blocks.reduce((sum, block) => sum + block.text.length, 0)

/** Characters of running text outside links, short blocks counting against it. */
const density = (blocks: readonly Block[]): number =>
  blocks.reduce(
    (sum, { text, linked }) => sum + (text.length >= 60 ? text.length * (1 - linked) : -text.length),
    0,
  )
