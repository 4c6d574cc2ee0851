import { type Quantity, quantities } from '#text'

/** A number of a text with the names that it is told of. */
export type Binding = {
  readonly number: number
  readonly unit: string
  /** Which sentence tells it. */
  readonly sentence: number
  readonly names: readonly string[]
  /** Whether the names stand in the same clause, not in one before. */
  readonly beside: boolean
}

/** One word with a capital before or inside it: `Lanhai-3`, `X9`, `iFlytek`. */
export const NAME = /(?<![\p{L}\d])(?:\p{Lu}|[\p{Ll}]{1,2}\p{Lu})[\p{L}\d]*(?:[-.]\d*[\p{L}\d]+)*/gu
// "74 percent for PocketNet": told of whom stands behind.
const BEHIND =
  /^(?: [\p{Ll}%]+){0,2} (?:for|by) (?:the )?((?:\p{Lu}|\p{Ll}{1,2}\p{Lu})[\p{L}\d]*(?:[-.]\d*[\p{L}\d]+)*(?:['’]s \p{Lu}[\p{L}\d-]*)?)/u
const CLAUSE =
  /[;:] |, (?=(?:and|but|while|whereas|where|which|who|when|against|compared|versus) )|,? (?:and|but|while|whereas) (?=\p{Lu}|it |its |they |their |those )/gu
const BRACKETED = /((?:\p{Lu}[\p{L}\d.-]*|\d[\d.]*)(?: (?:\p{Lu}[\p{L}\d.-]*|\d[\d.]*)){0,3}) \($/u
// Small words that open a sentence with a capital.
const SMALL =
  /^(?:The|An?|It|Its|In|On|At|Of|By|For|From|To|With|This|That|These|Those|Each|Both|All|Some|One|He|She|They|We|I|Their|His|Her|Our|And|But|If|As|When|While|Where|After|Before|Since|Only|Also|No|Not|There|Here|Now|Then)$/
const WHERE = /\b(?:[Oo]n|[Ii]n|[Aa]t|[Ww]ith|against|than) (?:the |its )?$/
const DAYS =
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|^(?:Jan|Febr)uary$|^(?:March|April|May|June|July|August)$|^(?:Septem|Octo|Novem|Decem)ber$/

type Known = Pick<ReadonlySet<string>, 'has'>

/** The names of a sentence, word by word. What only opens it with a capital is one if `known` has it or it looks like no word. */
export function namesIn(sentence: string, known: Known): string[] {
  return [...sentence.matchAll(NAME)].flatMap(({ 0: name, index }) => {
    if (DAYS.test(name) || SMALL.test(name)) return []
    const opens = index === 0 || /[.!?:;“"(]\s?$/.test(sentence.slice(Math.max(0, index - 2), index))
    const isWord = /^\p{Lu}\p{Ll}*$/u.test(name) && !/^ \p{Lu}/u.test(sentence.slice(index + name.length))
    return opens && isWord && !known.has(name) ? [] : [name]
  })
}

/** Names that stand inside the sentences of a text, where a capital means one. */
export const innerNames = (sentences: readonly { readonly text: string }[]): Set<string> =>
  new Set(
    sentences.flatMap(({ text }) =>
      [...text.matchAll(NAME)].flatMap(({ 0: name, index }) => (index > 0 ? [name] : [])),
    ),
  )

/** What each number is told of, read clause by clause; a clause without a name goes on with the one before. */
export function bindingsIn(sentences: readonly string[], known: Known): Binding[] {
  const found: Binding[] = []
  let earlier: readonly string[] = []
  for (const [sentence, text] of sentences.entries()) {
    let carried = earlier
    let from = 0
    for (const end of [...[...text.matchAll(CLAUSE)].map((cut) => cut.index + cut[0].length), text.length]) {
      const clause = text.slice(from, end)
      for (const quantity of quantities(clause)) {
        const names = ownersOf(quantity, clause, from === 0 ? known : ANY)
        const told = names.length > 0 ? names : carried
        const { number, unit } = quantity
        if (told.length > 0) found.push({ number, unit, sentence, names: told, beside: names.length > 0 })
      }
      const named = namesIn(clause, known)
      if (named.length > 0) carried = named
      from = end
    }
    const named = namesIn(text, known)
    if (named.length > 0) earlier = named
  }
  return found
}

// A clause inside a sentence opens with no capital that is not a name's.
const ANY: Known = { has: () => true }

function ownersOf({ start, end }: Quantity, clause: string, known: Known): string[] {
  const behind = BEHIND.exec(clause.slice(end, end + 60))?.[1]
  if (behind !== undefined) return namesIn(behind, known)
  const before = clause.slice(0, start)
  const named = namesIn(BRACKETED.exec(before)?.[1] ?? before, known)
  // "On the Keel benchmark Sable-4 scores": where it was measured is not what it is told of.
  const owners = named.filter((name) => !WHERE.test(before.slice(0, before.lastIndexOf(name))))
  return owners
}
