import { countOf, sentences, terms } from '#text'
import {
  closesShow,
  cueOf,
  innerCue,
  opensShow,
  opensSponsor,
  soundsSponsored,
  sponsorName,
} from './segments-cues.ts'

/** Which code cut a transcript. */
export const SEGMENTS_MAKER = 'extract/segments@1'

/** A stretch of a transcript, in UTF-16 units; the segments of a text cover it without gap or overlap. */
export type Segment = {
  readonly start: number
  readonly end: number
  readonly kind: 'intro' | 'sponsor' | 'story' | 'outro'
  /** A story's first sentence without its transition, shortened; a name for the other kinds. */
  readonly title: string
}

type Unit = {
  readonly start: number
  readonly text: string
  readonly terms: readonly string[]
  readonly cue: number
}
type Kind = Segment['kind']

const MOST_CHARACTERS = 2_000_000

/**
 * A transcript cut where the subject changes: a partition of the text, in order; empty for an empty text. Lexical cohesion
 * (TextTiling, Hearst 1997), words that begin and end (Morris and Hirst 1991), spoken transitions, and a price on each cut,
 * so that neighbours stay together unless something speaks against it; the best set of cuts by dynamic programming.
 */
export function segments(text: string): Segment[] {
  if (text.trim() === '') return []
  const units = unitsOf(text.slice(0, MOST_CHARACTERS))
  if (units.length === 0) return [{ start: 0, end: text.length, kind: 'story', title: titleOf(text) }]
  const kinds = kindsOf(units)
  const cuts = cutsOf(units, kinds)
  return cuts.map((from, at) => {
    const to = cuts[at + 1] ?? units.length
    const kind = kinds[from] ?? 'story'
    const end = to < units.length ? (units[to]?.start ?? text.length) : text.length
    return {
      start: at === 0 ? 0 : (units[from]?.start ?? 0),
      end,
      kind,
      title: nameOf(units, from, to, kind),
    }
  })
}

// One sentence a line is the rule; a text without lines is cut into sentences. A cue inside a line begins a unit.
function unitsOf(text: string): Unit[] {
  const found: Unit[] = []
  const add = (start: number, line: string): void => {
    const lead = line.length - line.trimStart().length
    const bare = line.trim()
    if (bare === '') return
    const inner = innerCue(bare)
    if (inner > 0) {
      found.push(unitOf(start + lead, bare.slice(0, inner)))
      add(start + lead + inner, bare.slice(inner))
      return
    }
    found.push(unitOf(start + lead, bare))
  }
  const lines = text.split('\n')
  const long = lines.filter((line) => line.length > 400).length
  if (lines.length < 6 || long > lines.length / 4)
    for (const { text: one, start } of sentences(text)) add(start, one)
  else {
    let at = 0
    for (const line of lines) {
      add(at, line)
      at += line.length + 1
    }
  }
  return found
}

const unitOf = (start: number, text: string): Unit => ({ start, text, terms: terms(text), cue: cueOf(text) })

const LONGEST_SPONSOR = 30
const MOST_SILENCE = 4
const OPENING_SHARE = 0.25
const LONG_OPENING = 12
const CLOSING_SHARE = 0.15

// What each unit is before the stories are told apart: the show's ends and the advertisements.
function kindsOf(units: readonly Unit[]): Kind[] {
  const kinds: Kind[] = units.map(() => 'story')
  for (let at = 0; at < units.length; at++) {
    if (kinds[at] !== 'sponsor' && opensSponsor(units[at]?.text ?? ''))
      for (let one = at; one < sponsorEnd(units, at); one++) kinds[one] = 'sponsor'
  }
  const first = firstStory(units, kinds)
  for (let at = 0; at < first; at++) if (kinds[at] !== 'sponsor') kinds[at] = 'intro'
  const closing = closingAt(units)
  for (let at = closing; at < units.length; at++) if (kinds[at] !== 'sponsor') kinds[at] = 'outro'
  return kinds
}

// An advertisement goes on while its marks or its name come back within a few sentences.
function sponsorEnd(units: readonly Unit[], from: number): number {
  const name = sponsorName(units[from]?.text ?? '')
  let end = from + 1
  for (
    let at = from + 1;
    at < Math.min(units.length, from + LONGEST_SPONSOR) && at - end < MOST_SILENCE;
    at++
  ) {
    const line = units[at]?.text ?? ''
    if (opensSponsor(line) && sponsorName(line) !== name) break
    if (RETURN.test(line)) break
    if (soundsSponsored(line) || (name !== null && line.includes(name))) end = at + 1
  }
  return end
}

const RETURN =
  /^(?:(?:and|okay|alright|all right|so|now|well)[,.]?\s+)*(?:back to (?:the|our)|(?:and )?with that (?:out of the way|said|done)|let['’]s (?:get|dive|jump|go|start|begin|move)|(?:on|over) to the news|next up|first up|starting (?:off|with|up)|welcome|hello|now to the news|to the news)\b/i

// The first line, outside advertisements, that opens a subject by formula; previews of a show do not.
function firstStory(units: readonly Unit[], kinds: readonly Kind[]): number {
  const opening = Math.max(LONG_OPENING, Math.floor(units.length * OPENING_SHARE))
  // Advertisements at the head push the first story back.
  const limit = Math.min(
    units.length,
    opening + kinds.slice(0, opening).filter((kind) => kind === 'sponsor').length,
  )
  let greeted = -1
  for (let at = 0; at < limit && at < units.length; at++)
    if (kinds[at] !== 'sponsor' && opensShow(units[at]?.text ?? '')) greeted = at
  for (let at = 0; at < limit && at < units.length; at++) {
    const unit = units[at]
    if (!unit || kinds[at] === 'sponsor' || unit.cue < 2) continue
    if (at > 0 && at >= greeted - 2) return at
  }
  if (greeted >= 0) {
    let at = greeted + 1
    while (kinds[at] === 'sponsor') at++
    return Math.min(at, units.length - 1)
  }
  const sponsored = kinds.lastIndexOf('sponsor', limit)
  return sponsored >= 0 && kinds[0] === 'story' && kinds.indexOf('sponsor') < limit / 2
    ? kinds.indexOf('sponsor')
    : 0
}

function closingAt(units: readonly Unit[]): number {
  const from = Math.floor(units.length * (1 - CLOSING_SHARE)) - 3
  for (let at = Math.max(1, from); at < units.length; at++) if (closesShow(units[at]?.text ?? '')) return at
  return units.length
}

const WINDOW = 8
const CUT_PRICE = 2.3
const CUE_WORTH = 1.7
const DEPTH_WORTH = 0.55
const CHAIN_WORTH = 0.45
const SHORTEST = 4

// Kinds change at their own places; inside the stories the cuts that are worth most, each at a price.
function cutsOf(units: readonly Unit[], kinds: readonly Kind[]): number[] {
  const cuts: number[] = [0]
  const worth = worthOf(units)
  let from = 0
  for (let at = 1; at <= units.length; at++) {
    const changes = at === units.length || kinds[at] !== kinds[at - 1] || startsNextSponsor(units, kinds, at)
    if (!changes) continue
    if (kinds[from] === 'story') cuts.push(...bestCuts(worth, from, at))
    if (at < units.length) cuts.push(at)
    from = at
  }
  return cuts
}

const startsNextSponsor = (units: readonly Unit[], kinds: readonly Kind[], at: number): boolean =>
  kinds[at] === 'sponsor' && kinds[at - 1] === 'sponsor' && opensSponsor(units[at]?.text ?? '')

// Between `from` and `to` the set of cuts at least SHORTEST apart with the highest sum of worth.
function bestCuts(worth: readonly number[], from: number, to: number): number[] {
  const best = new Float64Array(to - from + 1)
  const cutAt: (number | null)[] = new Array(to - from + 1).fill(null)
  for (let at = 1; at <= to - from; at++) {
    best[at] = best[at - 1] ?? 0
    cutAt[at] = cutAt[at - 1] ?? null
    const place = from + at
    if (at < SHORTEST || place > to - 2) continue
    const before = Math.max(0, at - SHORTEST)
    const value = (best[before] ?? 0) + (worth[place] ?? 0)
    if (value > (best[at] ?? 0)) {
      best[at] = value
      cutAt[at] = place
    }
  }
  const found: number[] = []
  for (let at = to - from; at > 0; ) {
    const place = cutAt[at]
    if (place === null || place === undefined) break
    found.push(place)
    at = place - from - SHORTEST
  }
  return found.reverse()
}

// What a cut before each unit is worth, its price taken off.
function worthOf(units: readonly Unit[]): number[] {
  const depth = standardised(depths(units))
  const chains = standardised(chainBreaks(units))
  return units.map((unit, at) => {
    const strong = unit.cue === 2 ? 2 : unit.cue
    return (
      strong * CUE_WORTH +
      clipped(depth[at] ?? 0) * DEPTH_WORTH +
      clipped(chains[at] ?? 0) * CHAIN_WORTH -
      CUT_PRICE
    )
  })
}

const clipped = (value: number): number => Math.max(-2, Math.min(3, value))

function standardised(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) || 1
  return values.map((value) => (value - mean) / spread)
}

// TextTiling: how deep the likeness of the windows on both sides dips before each unit.
function depths(units: readonly Unit[]): number[] {
  const spread = countOf(units.flatMap((unit) => [...new Set(unit.terms)]))
  const weight = (term: string): number => Math.log(units.length / (spread.get(term) ?? 1) + 1)
  const likeness = units.map((_, at) => likenessAt(units, at, weight))
  return likeness.map((value, at) => climb(likeness, at, -1) + climb(likeness, at, 1) - 2 * value)
}

function likenessAt(units: readonly Unit[], at: number, weight: (term: string) => number): number {
  const left = countOf(units.slice(Math.max(0, at - WINDOW), at).flatMap((unit) => unit.terms))
  const right = countOf(units.slice(at, at + WINDOW).flatMap((unit) => unit.terms))
  let shared = 0
  let leftSize = 0
  let rightSize = 0
  for (const [term, count] of left) {
    const value = count * weight(term)
    leftSize += value * value
    shared += value * (right.get(term) ?? 0) * weight(term)
  }
  for (const [term, count] of right) rightSize += (count * weight(term)) ** 2
  return leftSize === 0 || rightSize === 0 ? 0 : shared / Math.sqrt(leftSize * rightSize)
}

function climb(values: readonly number[], at: number, step: number): number {
  let top = values[at] ?? 0
  for (let next = at + step; next >= 0 && next < values.length && (values[next] ?? 0) >= top; next += step)
    top = values[next] ?? 0
  return top
}

const CHAIN_GAP = 20

// How many words that come back begin at a unit or ended right before it.
function chainBreaks(units: readonly Unit[]): number[] {
  const breaks = new Array<number>(units.length).fill(0)
  const last = new Map<string, { first: number; at: number; count: number }>()
  const close = ({ first, at, count }: { first: number; at: number; count: number }): void => {
    if (count < 2) return
    breaks[first] = (breaks[first] ?? 0) + 1
    if (at + 1 < breaks.length) breaks[at + 1] = (breaks[at + 1] ?? 0) + 0.5
  }
  for (const [at, unit] of units.entries()) {
    for (const term of new Set(unit.terms)) {
      const chain = last.get(term)
      if (chain && at - chain.at <= CHAIN_GAP) {
        chain.at = at
        chain.count++
      } else {
        if (chain) close(chain)
        last.set(term, { first: at, at, count: 1 })
      }
    }
  }
  for (const chain of last.values()) close(chain)
  return breaks
}

const LONGEST_TITLE = 90
// What leads over to a story and is not yet the story: fillers, the formula, the section that it names, "a big one".
const TRANSITIONS: readonly RegExp[] = [
  /^(?:(?:and|so|okay|ok|alright|all right|right|well|now|then|but|anyway)[,.!]?\s+)+/i,
  /^(?:(?:moving (?:right )?(?:on|along)|on|over|turning|next up on) (?:to|onto)|starting (?:off|up)(?: with)?|speaking of|(?:and )?back to|sticking with|staying (?:with|on|in)) (?:\S+ ){0,3}?[^\s,]+,\s+/i,
  /^(?:next up|up next|first up|last up|moving (?:right )?(?:on|along)(?: to)?|on to|speaking of|turning to|in other news|finally|lastly|meanwhile|elsewhere|to (?:kick|start) (?:things )?off|(?:one|a) (?:last|final|more|quick)(?: \w+)? (?:story|one|item|thing|note)(?: here| for (?:today|this week))?|(?:last|first|our next|the next|our first|our last|the last) (?:story|one|item)(?: here)?(?: is| today)?)[,:]?\s+/i,
  /^(?:and )?(?:starting (?:off |up )?with |it['’]s )?a (?:\w+ )?(?:big|short|quick|little|small|fun|quieter) (?:one|story|item)[,:.]\s+/i,
  /^(?:we (?:have|['’]ve got|got)|there(?:['’]s| is)(?: also)?)\s+/i,
]

function nameOf(units: readonly Unit[], from: number, to: number, kind: Kind): string {
  const first = units[from]?.text ?? ''
  if (kind === 'intro') return 'Intro'
  if (kind === 'outro') return 'Outro'
  if (kind === 'sponsor') {
    const name = sponsorName(first)
    return name === null ? 'Sponsor' : `Sponsor: ${name}`
  }
  // A bare transition ("On to business.") is followed by the story itself.
  const title = titleOf(first)
  return title.length >= 25 || from + 1 >= to ? title : titleOf(units[from + 1]?.text ?? first)
}

function titleOf(line: string): string {
  const bare = TRANSITIONS.reduce((rest, lead) => rest.replace(lead, ''), line.trim())
  const cut =
    bare.length <= LONGEST_TITLE
      ? bare
      : bare.slice(
          0,
          bare.lastIndexOf(' ', LONGEST_TITLE) > 30 ? bare.lastIndexOf(' ', LONGEST_TITLE) : LONGEST_TITLE,
        )
  const title = cut.replace(/[\s.,;:!?]+$/, '')
  return title.charAt(0).toUpperCase() + title.slice(1)
}
