import { terms } from '#text'
import { type Holding, nearest } from './holding.ts'

// What undoes each other, by what is said of one and the same thing.
const OPPOSITES: readonly (readonly [RegExp, RegExp])[] = [
  [/\b(?:pass(?:es|ed)?|approv(?:es?|ed|ing)|adopt(?:s|ed)?|accept(?:s|ed)?)\b/i, /\b(?:reject(?:s|ed|ing)?|block(?:s|ed)?|veto(?:e[sd])?|defeat(?:s|ed)?|voted down)\b/i],
  [/\b(?:voted|votes?|argued|ruled|spoke|decided) (?:for|in favou?r of)\b/i, /\b(?:voted|votes?|argued|ruled|spoke|decided) against\b/i],
  [/\b(?:w[io]ns?|won)\b/i, /\b(?:los(?:es?|t|ing))\b/i],
  [/\b(?:open(?:s|ed)?|launch(?:es|ed)?|start(?:s|ed)?|beg(?:ins?|an)|resum(?:es?|ed))\b/i, /\b(?:clos(?:es?|ed)|shut(?:s)?|stop(?:s|ped)?|end(?:s|ed)|paus(?:es?|ed)|suspend(?:s|ed)?|cancel(?:s|led|ed)?)\b/i],
  [/\b(?:hir(?:es?|ed|ing))\b/i, /\b(?:fir(?:es|ed|ing)|la(?:ys?|id) off|dismiss(?:es|ed)?)\b/i],
  [/\b(?:confirm(?:s|ed)?)\b/i, /\b(?:den(?:y|ies|ied)|disput(?:es?|ed))\b/i],
  [/\b(?:allow(?:s|ed)?|permit(?:s|ted)?|legali[sz]e[sd]?)\b/i, /\b(?:ban(?:s|ned)?|forb(?:ids?|ade)|prohibit(?:s|ed)?)\b/i],
  [/\b(?:succeed(?:s|ed)?)\b/i, /\b(?:fail(?:s|ed)?)\b/i],
  [/\b(?:advance[sd]?|early|sooner|earlier|(?:brought|moved) forward)\b/i, /\b(?:delay(?:s|ed)?|late|later|postpone[sd]?)\b/i],
  [/\b(?:support(?:s|ed)?|back(?:s|ed)|endorse[sd]?|favou?r(?:s|ed)?)\b/i, /\b(?:oppose[sd]?|resist(?:s|ed)?|condemn(?:s|ed)?)\b/i],
  [/\b(?:buy(?:s|ing)?|bought|import(?:s|ed|ing)?)\b/i, /\b(?:sell(?:s|ing)?|sold|export(?:s|ed|ing)?)\b/i],
  [/\b(?:join(?:s|ed)?)\b/i, /\b(?:leaves?|left|quit(?:s)?)\b/i],
  [/\b(?:add(?:s|ed|ing)?)\b/i, /\b(?:remov(?:es?|ed|ing)|delet(?:es?|ed|ing))\b/i],
  [/\binput\b/i, /\boutput\b/i],
  [/\bencoders?\b/i, /\bdecoders?\b/i],
  [/\b(?:training|pre-?training)\b/i, /\binference\b/i],
  [/\bhardware\b/i, /\bsoftware\b/i],
  [/\bupload(?:s|ed)?\b/i, /\bdownload(?:s|ed)?\b/i],
  [/\b(?:minimum|at least|floor)\b/i, /\b(?:maximum|at most|ceiling)\b/i],
  [/\b(?:always|often|usually)\b/i, /\b(?:never|rarely|seldom)\b/i],
  [/\bmajority\b/i, /\bminority\b/i],
  [/\bpublic(?:ly)?\b/i, /\bprivate(?:ly)?\b/i],
  [/\b(?:mouse|mice)\b/i, /\brats?\b/i],
] // biome-ignore format: a table

const NEAR = 0.6

/** Words that say the opposite of what the nearest sentence of the evidence says. */
export function missingOpposites(sentence: string, holdings: readonly Holding[]): string[] {
  const said = terms(sentence)
  if (said.length < 2) return []
  const missing: string[] = []
  for (const [one, other] of OPPOSITES)
    for (const [mine, theirs] of [
      [one, other],
      [other, one],
    ] as const) {
      const word = mine.exec(sentence)?.[0]
      if (word === undefined || theirs.test(sentence)) continue
      const rest = terms(sentence.replace(mine, ' '))
      const near = holdings.flatMap((holding) => nearest(rest, holding) ?? [])
      const best = near.reduce((a, b) => (b.share > a.share ? b : a), { text: '', share: 0 })
      if (best.share >= NEAR && theirs.test(best.text) && !mine.test(best.text))
        missing.push(`denial: ${word}`)
    }
  return missing
}
