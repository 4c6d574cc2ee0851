import { isClause } from './clause.ts'
import { instructs } from './instruct.ts'
import { wordCount } from './words.ts'

// Lines that a page, a mailer or a podcast says about itself and its sponsors.
const BOILERPLATE =
  /\b(?:subscribe|unsubscribe|newsletter archive|sign(?:ed)? up|sign in|log in|sponsor(?:ed|s|ship)?|advertis(?:e|ing|ement)s?|promo code|discount code|coupon|affiliate link|cookies?|privacy policy|terms of (?:use|service)|all rights reserved|copyright|read (?:more|the full|the rest|on)|continue reading|click (?:here|to)|learn more|find out more|see also|read our|our coverage|the post .{1,120} appeared first|first appeared on|follow us|share this|link copied|skip to (?:main )?content|view (?:in|online|this)|forward(?:ed)? this|bookmark it|join (?:us|our|the)|tune in|hit the (?:bell|like)|like and subscribe|leave a (?:comment|review)|thanks? (?:you )?(?:for|to|so)|welcome (?:back|to)|stay tuned|early access|free trial|book a demo|register (?:now|here|today)|save your (?:seat|spot)|brought to you|announce type|we are (?:shipping|publishing|sharing) (?:an|this|our) (?:article|post|piece|newsletter)|photo(?:graph)? by|image (?:credit|source|courtesy)|getty images|table of contents|minute read|min read|(?:is|are) (?:also )?available here|can be found (?:here|on|at|in)|links? (?:is|are|were) (?:in the|provided|shared)|shared here|this (?:X|Reddit|blog) post)\b|^(?:tags?|topics?|filed under|categories|source|via|tool|abstract|update|editor['’]s note)\s*:|\[(?:article|image|video|link|pdf)\b/i

// What such a sentence points at stands in a sentence that is not printed beside it.
const DANGLING =
  /^(?:and|but|or|so|yet|nor|because|it|its|it['’]s|this|that|that['’]s|these|those|they|their|them|he|his|him|she|her|such|there|both|each of (?:these|them)|the (?:latter|former|same|other|second|third|first|above)|however|nevertheless|nonetheless|instead|conversely|otherwise|therefore|thus|hence|then|also|likewise|similarly|consequently|accordingly|meanwhile|for (?:example|instance)|as (?:such|a result|a consequence)|in (?:contrast|comparison|turn|other words|doing so|short|this (?:way|case|setting|view|sense|regard))|on the (?:other|contrary)|by (?:contrast|doing so|comparison|this)|at the same time|first|second|third|lastly|next|one (?:is|of them|reason)|another|others?|neither|none of (?:these|them)|to (?:do (?:so|this)|this end)|not (?:yet|quite|really)(?=[:,.—])|here['’]s|here (?:is|are)|what['’]s|yes|no|well|ok|okay|now|here|(?:a|the) (?:second|third|fourth|final) |one of the (?:other|main|key|reasons)|on (?:the )?one hand|(?:despite|with|given|by|in|from|like|unlike|of|alongside) (?:its|their|these|those|them|his|her|it|this)|(?:a|the) (?:common|key|main|recurring|other|same) |the (?:mention|focus|emphasis) |still|either way|in a similar (?:spirit|vein)|(?:more|further) (?:details|information)|beyond (?:this|that)|on top of |along(?:side)? with |separately|overall|cited as |for (?:longer|such) )\b/i

const NAME_IN_SMALL = /^[\p{Ll}][\p{Ll}]{0,2}[\p{Lu}\d-]/u
const MARKS_LEFT =
  /https?:|www\.|\b[\w-]+\.(?:com|org|net|io|ai|ly|dev)\/|[|{}<>\\=^≠→⇒•↑↓]|\*\*|\]\(|::|\.\.\./
const CHATTER = /[#@]\w+.*[#@]\w+|\p{Extended_Pictographic}/u

/** Whether a sentence may be printed by itself: whole, prose, about its subject, and not leaning on the one before. */
export function standsAlone(sentence: string): boolean {
  return isProse(sentence) && !leans(sentence)
}

/** Whether its first words point at a sentence before it. */
export const leans = (sentence: string): boolean => DANGLING.test(sentence)

/** Whether a sentence is prose at all: no boilerplate, markup, heading, question, list head or fragment. */
export function isProse(sentence: string): boolean {
  const words = wordCount(sentence)
  if (words < 6 || words > 75 || sentence.length > 600) return false
  if (/(?<!\b(?:e\.g|i\.e|vs|al|cf|etc|approx|no|fig|sec|eq|ca|inc|corp|ltd))[.!?] \p{Ll}/u.test(sentence))
    return false
  if (/[?:]["”’)]*$/.test(sentence) || /\b(?:et al|etc)\.?$/.test(sentence) || !isClause(sentence))
    return false
  if (!/^["“‘(]?[\p{Lu}\d$€£~δ]/u.test(sentence) && !NAME_IN_SMALL.test(sentence)) return false
  if (instructs(sentence)) return false
  if (BOILERPLATE.test(sentence) || MARKS_LEFT.test(sentence) || CHATTER.test(sentence)) return false
  return isBalanced(sentence) && isMostlyLetters(sentence) && !looksLikeHeading(sentence, words)
}

function isBalanced(sentence: string): boolean {
  const count = (mark: RegExp) => sentence.match(mark)?.length ?? 0
  // The bracket of "a)" or "1)" in a list within the sentence has no partner and needs none.
  const lists = count(/(?:^|[\s,;])(?:\d|[a-e]|i{1,3}|iv|v)\)/g)
  const open = count(/\(/g)
  const closed = count(/\)/g)
  return (open === closed || open === closed - lists) && count(/"/g) % 2 === 0 && count(/“/g) === count(/”/g)
}

function isMostlyLetters(sentence: string): boolean {
  const solid = sentence.replace(/\s/g, '')
  const letters = solid.match(/\p{L}/gu)?.length ?? 0
  const capitals = solid.match(/\p{Lu}/gu)?.length ?? 0
  return letters / solid.length > 0.68 && capitals / Math.max(1, letters) < 0.35
}

function looksLikeHeading(sentence: string, words: number): boolean {
  if (/[.!…]["”’)]*$/.test(sentence)) return false
  if (/\d$/.test(sentence)) return true
  const titled = sentence.match(/(?:^|\s)["“]?\p{Lu}/gu)?.length ?? 0
  return words < 9 || titled / words > 0.5
}
