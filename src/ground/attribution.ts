import { type Quantity, quantities } from '#text'
import { type Holding, numberKey } from './holding.ts'

type Said = {
  readonly who: string
  readonly verb: string
  readonly number: number
  readonly unit: string
}

const HEAD =
  /^(?:[Ww]hile |[Ww]hereas |[Aa]nd |[Bb]ut |[Hh]owever,? |(?:[Oo]n|[Ii]n|[Aa]t) [^,]{2,40}, )?(?:[Tt]he )?((?:\p{Lu}[\p{L}\p{N}.+-]*|\p{Ll}+\p{Lu}[\p{L}\p{N}]*)(?: \p{Lu}[\p{L}\p{N}.+-]*| \d[\p{N}.]*)*) ((?:\p{Ll}+(?:s|ed)|kept|had|got|cost|won|lost|sold|grew|fell|rose|hit|made|paid|spent))\b/u

const NOBODY =
  /^(?:It|They|He|She|We|I|You|This|That|These|Those|There|Each|Both|All|Some|One|Others?|Who|Which|What|Nothing|Nobody)$/

/** Numbers that the evidence gives to somebody else by the same verb: "H2O keeps 88.5%" is no figure of another's. */
export function missingAttributions(sentence: string, holdings: readonly Holding[]): string[] {
  const said = saidIn(sentence)
  if (said.length === 0) return []
  const known = holdings.flatMap(({ sentences }) =>
    sentences.flatMap(({ text }) =>
      said.some(({ verb }) => text.includes(` ${verb} `)) ? saidIn(text) : [],
    ),
  )
  return said.flatMap((one) => {
    const alike = known.filter(({ verb, unit }) => verb === one.verb && unit === one.unit)
    if (alike.some((other) => other.who === one.who && other.number === one.number)) return []
    const others = alike.filter((other) => other.number === one.number && !sentence.includes(other.who))
    const own = alike.filter((other) => other.who === one.who)
    if (others.length === 0 && own.length === 0 && isAnothers(one, sentence, holdings))
      return [`name: ${one.who} ${one.verb} ${numberKey(one.number)}${one.unit}`]
    return others.length > 0 || own.length > 0
      ? [`name: ${one.who} ${one.verb} ${numberKey(one.number)}${one.unit}`]
      : []
  })
}

const FOR_WHOM =
  /^ (?:for|by) (?:the )?((?:\p{Lu}[\p{L}\p{N}+-]*|\p{Ll}+\p{Lu}[\p{L}\p{N}]*)(?:[ .-](?:\p{Lu}[\p{L}\p{N}+-]*|\d+(?:\.\d+)?))*)/u

// "… against 79.0% for Basalt 2.5": wherever the number stands, it is told of another.
function isAnothers(said: Said, sentence: string, holdings: readonly Holding[]): boolean {
  const places = holdings.flatMap(({ text, numbers }) =>
    (numbers.get(numberKey(said.number)) ?? []).map(
      ({ end }) => FOR_WHOM.exec(text.slice(end, end + 60))?.[1],
    ),
  )
  return (
    places.length > 0 &&
    places.every((whom) => whom !== undefined && whom !== said.who && !sentence.includes(whom))
  )
}

function saidIn(sentence: string): Said[] {
  const found: Said[] = []
  if (!/\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|half|hundred)\b/.test(sentence)) return found
  let from = 0
  for (const clause of sentence.split(/(?<=[,;:]) /)) {
    const head = HEAD.exec(clause)
    const first = head ? quantityIn(clause, head[0].length) : null
    if (head?.[1] !== undefined && head[2] !== undefined && first !== null && !NOBODY.test(head[1]))
      found.push({ who: head[1], verb: head[2], number: first.number, unit: first.unit })
    from += clause.length + 1
    if (from > 600) break
  }
  return found
}

// What a clause counts right behind its verb.
function quantityIn(clause: string, after: number): Quantity | null {
  const rest = clause.slice(after, after + 40)
  const first = quantities(rest)[0]
  // "draws 200 watts more than" tells a difference, not what it draws.
  const isGap =
    first &&
    /^ (?:\p{L}+ )?(?:more|less|fewer|higher|lower|above|below|ahead|behind)\b/u.test(
      clause.slice(after + first.end),
    )
  return first && first.start < 12 && first.low === null && !isGap ? first : null
}
