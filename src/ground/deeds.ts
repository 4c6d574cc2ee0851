import { stem } from '#text'
import { namesIn } from './bindings.ts'
import type { Holding } from './holding.ts'

/** Who does what to whom in one clause: names before and behind a verb, by word. */
type Deed = { readonly verb: string; readonly by: string; readonly to: readonly string[] }

const CLAUSE = /[;:] |, (?:and|but|while|whereas|which|who) |,? (?:and|but|while|whereas) (?=\p{Lu})/u
// A name, at most one adverb, a verb by its ending.
const VERB =
  /((?:\p{Lu}|[\p{Ll}]{1,2}\p{Lu})[\p{L}\d]*(?:[-.]\d*[\p{L}\d]+)*),?\s(?:\p{Ll}+ly\s|has\s|have\s|had\s|will\s)?(\p{Ll}{2,}(?:s|ed)|bought|sold|sued|beat|led|won|paid|gave|took|made|hit|told|met|left|lost)(?=[\s,.;]|$)/gu
const NO_VERB =
  /^(?:is|was|has|does|as|its|his|this|others?|besides|perhaps|always|sometimes|towards|based|led)$/
const REACH = 90

/**
 * Deeds that the evidence tells only the other way round: "Gantry fired Volta" of "Volta fired Gantry", and "Cobalt supported
 * it, Ferrite opposed it" of "Cobalt opposed it; Ferrite supported it".
 */
export function missingDeeds(sentence: string, holdings: readonly Holding[]): string[] {
  const known = new Set(holdings.flatMap(({ names }) => [...names]))
  const said = deedsIn(sentence, known)
  if (said.length === 0) return []
  const doers = said.map(({ by }) => by)
  const there = holdings.flatMap((holding) =>
    naming(doers, holding).flatMap((text) => deedsIn(text, holding.names)),
  )
  const turned = said.filter((one) => {
    const alike = there.filter(({ verb }) => verb === one.verb)
    return (
      alike.some(({ by, to }) => one.to.includes(by) && to.includes(one.by)) &&
      !alike.some(({ by }) => by === one.by)
    )
  })
  const swapped = said.filter((one) =>
    said.some(
      (other) =>
        other.verb !== one.verb &&
        other.by !== one.by &&
        isTold(there, one.by, other.verb) &&
        isTold(there, other.by, one.verb) &&
        !isTold(there, one.by, one.verb),
    ),
  )
  return [
    ...[...new Set([...turned, ...swapped])].map(({ by, verb }) => `direction: ${by} ${verb}`),
    ...missingObjects(sentence, holdings),
  ]
}

const DONE =
  /(?<=[\s,])(\p{Ll}{3,}ed|bought|sold|sued|beat|won|paid|met|left|chose)\s(?:the\s|its\s)?((?:\p{Lu}|[\p{Ll}]{1,2}\p{Lu})[\p{L}\d]*(?:[-.]\d*[\p{L}\d]+)*)/gu

const donesIn = (text: string): { readonly verb: string; readonly to: string }[] =>
  [...text.matchAll(DONE)].map(([, verb = '', to = '']) => ({ verb: stem(verb), to }))

// "cleared SkinSure" of "cleared DermaScan but rejected SkinSure": what was done to the one is told of the other.
function missingObjects(sentence: string, holdings: readonly Holding[]): string[] {
  const said = donesIn(sentence)
  if (said.length === 0) return []
  const things = said.map(({ to }) => to)
  const there = holdings.flatMap((holding) => naming(things, holding).map(donesIn))
  return said
    .filter(
      (one) =>
        there.some(
          (deeds) =>
            deeds.some(({ verb, to }) => verb === one.verb && to !== one.to && !sentence.includes(to)) &&
            deeds.some(({ verb, to }) => verb !== one.verb && to === one.to),
        ) && !there.some((deeds) => deeds.some(({ verb, to }) => verb === one.verb && to === one.to)),
    )
    .map(({ verb, to }) => `direction: ${verb} ${to}`)
}

/** The sentences of a piece of evidence that hold one of some names: what the others tell decides nothing. */
const naming = (names: readonly string[], { sentences }: Holding): string[] =>
  sentences.flatMap(({ text }) => (names.some((name) => text.includes(name)) ? [text] : []))

const isTold = (deeds: readonly Deed[], who: string, what: string): boolean =>
  deeds.some(({ by, verb }) => by === who && verb === what)

function deedsIn(sentence: string, known: ReadonlySet<string>): Deed[] {
  return sentence.split(CLAUSE).flatMap((clause) =>
    [...clause.matchAll(VERB)].flatMap(({ 0: whole, 1: by = '', 2: verb = '', index }) => {
      const end = index + whole.length
      if (NO_VERB.test(verb)) return []
      return [{ verb: stem(verb), by, to: namesIn(clause.slice(end, end + REACH), known) }]
    }),
  )
}
