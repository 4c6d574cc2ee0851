import { NAME, namesIn } from './bindings.ts'
import type { Holding } from './holding.ts'

const ABOVE =
  'beat(?:s|ing)?|outperform(?:s|ed|ing)?|overt(?:akes?|ook|aking)|surpass(?:es|ed|ing)?|exceed(?:s|ed|ing)?|outpac(?:es?|ed|ing)|top(?:s|ped)|leads?|led|outscor(?:es?|ed)|pass(?:es|ed)|ahead of|above|acquir(?:es?|ed|ing)|bought|buys|sued|sues|(?:faster|better|larger|bigger|higher|longer|taller|heavier|more|stronger|cheaper|costlier|smaller|shorter|lighter|slower|worse|lower|less|fewer|weaker|earlier|later)(?: \\w+){0,3} than'
const BELOW =
  'trail(?:s|ed|ing)?|lag(?:s|ged|ging)?(?: behind)?|los(?:es|t) to|fall(?:s|ing)? behind|fell behind|behind|below|(?:is|was|are|were|been|being) (?:\\w+ )?(?:beaten|outperformed|overtaken|surpassed|exceeded|outpaced|topped|outscored|passed|acquired|bought|sued) by'
const COMPARED = new RegExp(`\\b(?:(?<above>${ABOVE})|(?<below>${BELOW}))\\b`, 'gi')
const REACH = 70

export type Comparison = { readonly first: string; readonly second: string; readonly word: string }

/** Comparisons between two names that the evidence makes only the other way round. */
export function missingComparisons(sentence: string, holdings: readonly Holding[]): string[] {
  const said = comparisonsIn(sentence)
  if (said.length === 0) return []
  const there = holdings.flatMap(({ sentences, names }) =>
    sentences.flatMap(({ text }, at) => {
      if (!said.some(({ first, second }) => text.includes(first) || text.includes(second))) return []
      const before = sentences[at - 1]?.text ?? ''
      // "It scores 83, nine points above PocketNet": it is what the sentence before names.
      return comparisonsIn(text, /^(?:It|They|Its|Their)\b/.test(text) ? namesIn(before, names) : [])
    }),
  )
  return said
    .filter(({ first, second, word }) => {
      const alike = there.filter((one) => kindOf(one.word) === kindOf(word))
      return (
        alike.some((one) => one.first === second && one.second === first) &&
        !alike.some((one) => one.first === first && one.second === second)
      )
    })
    .map(({ first, second, word }) => `direction: ${first} ${word} ${second}`)
}

// "A beats B" and "B is beaten by A" say one thing; so the upper one always comes first.
export function comparisonsIn(text: string, earlier: readonly string[] = []): Comparison[] {
  const found: Comparison[] = []
  for (const match of text.matchAll(COMPARED)) {
    const left = [...text.slice(Math.max(0, match.index - REACH), match.index).matchAll(NAME)].at(-1)?.[0]
    const end = match.index + match[0].length
    const right = NAME_ONCE.exec(text.slice(end, end + REACH))?.[0]
    if (!right) continue
    const word = match[0].toLowerCase()
    const lefts = left === undefined || /^(?:It|They|Its|Their)$/.test(left) ? earlier : [left]
    for (const name of lefts)
      if (name !== right)
        found.push(
          match.groups?.below ? { first: right, second: name, word } : { first: name, second: right, word },
        )
  }
  return found
}

const NAME_ONCE = new RegExp(NAME.source, 'u')

// "Faster than" and "slower than" are turned by their word, not by the order alone.
function kindOf(word: string): string {
  const than = /^(\w+)\b.* than$/.exec(word)?.[1]
  if (than) return than
  return /acquir|bought|buys/.test(word) ? 'acquire' : /sue/.test(word) ? 'sue' : 'above'
}
