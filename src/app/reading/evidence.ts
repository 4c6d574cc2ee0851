import { sentencesOf, tallyTexts } from '#compose'
import type { Edition, Evidence, Item, Sentence, Span } from '#domain'
import { sentences, terms } from '#text'
import type { House } from '../house.ts'

/** A piece of evidence with the place in its source that holds one sentence of an edition. */
export type Held = {
  readonly evidence: Evidence
  readonly sentence: Sentence | null
  /** True when the source has a newer text than the one that was used. */
  readonly revised: boolean
  readonly url: string | null
  /** The part of the source around what holds the sentence, with that marked; the text's beginning where nothing is. */
  readonly passage: { readonly text: string; readonly marks: readonly Span[] }
  /** What the edition counted for the sentence. */
  readonly counted: readonly string[]
}

const SHARED_AT_LEAST = 0.5
const AROUND_SENTENCES = 2
const MOST_CHARACTERS = 1800

/** Opens evidence `number` of an edition for its sentence at `place` (from 0); null where the edition has no such number. */
export async function evidenceOf(
  house: House,
  edition: Edition,
  { number, place }: { number: number; place: number | null },
): Promise<Held | null> {
  const evidence = edition.evidence.find((one) => one.number === number)
  if (!evidence) return null
  const sentence = place === null ? null : (sentencesOf(edition)[place] ?? null)
  const revisions = await house.store.revisions(evidence.itemId)
  const used = revisions.find(({ revision }) => revision === evidence.revision) ?? revisions.at(-1)
  return {
    evidence,
    sentence,
    revised: revisions.some(({ revision }) => revision > evidence.revision),
    url: evidence.url,
    passage: used ? passageOf(used, sentence?.text ?? '') : { text: '', marks: [] },
    counted: sentence ? tallyTexts(sentence, edition.counts) : [],
  }
}

/** The sentences of a source that share most words with what is to be shown, with those around them. */
function passageOf(
  { text, title }: Pick<Item, 'text' | 'title'>,
  wanted: string,
): { text: string; marks: Span[] } {
  const body = text.trim() === '' ? title : text
  const spans = sentences(body)
  const words = new Set(terms(wanted))
  const shares = spans.map((span) => {
    const here = new Set(terms(span.text))
    return words.size === 0 ? 0 : [...words].filter((word) => here.has(word)).length / words.size
  })
  const best = Math.max(0, ...shares)
  const held = spans.filter(
    (_, at) => best > 0 && (shares[at] ?? 0) >= Math.max(best * 0.8, Math.min(SHARED_AT_LEAST, best)),
  )
  const first = spans.indexOf(held[0] as (typeof spans)[number])
  const from = spans[Math.max(0, (held.length > 0 ? first : 0) - AROUND_SENTENCES)]?.start ?? 0
  const lastHeld = held.findLast(({ end }) => end - from <= MOST_CHARACTERS)
  const last = lastHeld ? spans.indexOf(lastHeld) : AROUND_SENTENCES
  const to = Math.min(
    spans[Math.min(spans.length - 1, last + AROUND_SENTENCES)]?.end ?? body.length,
    from + MOST_CHARACTERS,
  )
  return {
    text: body.slice(from, to),
    marks: held
      .filter(({ end }) => end <= to)
      .map(({ start, end }) => ({ start: start - from, end: end - from })),
  }
}

/** The place of each sentence among all of an edition's, from 0. */
export function placesIn(edition: Edition): ReadonlyMap<Sentence, number> {
  return new Map(sentencesOf(edition).map((sentence, place) => [sentence, place]))
}
