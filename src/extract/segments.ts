import { terms } from '#text'
import {
  addressedName,
  closesShow,
  givesAddress,
  greets,
  makesOffer,
  mayOpenSponsor,
  opensSponsor,
  soundsSponsored,
  sponsorName,
  tellsOfShow,
} from './segments-cues.ts'
import { topicCuts } from './segments-topics.ts'
import { type Unit, unitsOf } from './segments-units.ts'

/** Which code cut a transcript. */
export const SEGMENTS_MAKER = 'extract/segments@4'

/** A stretch of a transcript, in UTF-16 units; the segments of a text cover it without gap or overlap. */
export type Segment = {
  readonly start: number
  readonly end: number
  readonly kind: 'intro' | 'sponsor' | 'story' | 'outro'
  /** The leading sentence of a story without its transition, shortened; a name for the other kinds. */
  readonly title: string
}

type Kind = Segment['kind']

// Twenty hours of talk; what lies beyond belongs to the last segment.
const MOST_CHARACTERS = 2_000_000
const MOST_LINES = 30_000

/**
 * A transcript cut where the subject changes: a partition of the text, in order; empty for an empty text. First the ends of
 * the show and its advertisements, by what is said in them; then the stories between, by `topicCuts`.
 */
export function segments(text: string): Segment[] {
  if (text.trim() === '') return []
  const units = unitsOf(text.slice(0, MOST_CHARACTERS)).slice(0, MOST_LINES)
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

const LONGEST_SPONSOR = 30
const MOST_SILENCE = 4
const MOST_TALE = 10
const OPENING_SHARE = 0.25
const LONGEST_OPENING = 80
const LONG_OPENING = 12
const CLOSING_SHARE = 0.15
const NEAR_GREETING = 6

// What each unit is before the stories are told apart: the show's ends and the advertisements.
function kindsOf(units: readonly Unit[]): Kind[] {
  const kinds: Kind[] = units.map(() => 'story')
  for (let at = 0; at < units.length; at++) {
    if (
      kinds[at] !== 'sponsor' &&
      (advertises(units, at) || (kinds[at - 1] === 'sponsor' && AND_BY.test(units[at]?.text ?? '')))
    )
      for (let one = at; one < sponsorEnd(units, at); one++) kinds[one] = 'sponsor'
  }
  const first = firstStory(units, kinds)
  for (let at = 0; at < first; at++) if (kinds[at] !== 'sponsor') kinds[at] = 'intro'
  const closing = closingAt(units)
  for (let at = closing; at < units.length; at++) if (kinds[at] !== 'sponsor') kinds[at] = 'outro'
  return kinds
}

// An advertisement goes on while its marks or its name come back within a few sentences, or an address within ten;
// behind an address any turn of speech ends it.
function sponsorEnd(units: readonly Unit[], from: number): number {
  const name = nameFrom(units, from)
  let end = from + 1
  let addressed = false
  for (let at = from + 1; at < Math.min(units.length, from + LONGEST_SPONSOR); at++) {
    const { text: line, cue } = units[at] ?? { text: '', cue: 0 }
    if (startsAnother(units, at, from)) break
    if (RETURN.test(line) || cue > (addressed ? 1 : 2) || at - end >= MOST_TALE || closesShow(line)) break
    addressed ||= givesAddress(line)
    const near = at - end < MOST_SILENCE && (soundsSponsored(line) || makesOffer(line) || isNamed(line, name))
    if (near || givesAddress(line) || (at - from < NAMED_WITHIN && opensSponsor(line))) end = at + 1
  }
  return end
}

const NAMED_WITHIN = 3

// Who advertises is said where the advertisement opens, or right behind, or by the address that it sends to.
function nameFrom(units: readonly Unit[], from: number): string | null {
  const said = units.slice(from, from + NAMED_WITHIN).map(({ text }) => sponsorName(text))
  const address = units
    .slice(from, from + OFFER_WITHIN)
    .map(({ text }) => addressedName(text))
    .find((name) => name !== null)
  return said.find((name) => name !== null) ?? address ?? null
}

const startsAnother = (units: readonly Unit[], at: number, from: number): boolean =>
  at - from >= NAMED_WITHIN && (opensSponsor(units[at]?.text ?? '') || AND_BY.test(units[at]?.text ?? ''))

const AND_BY = /^and (?:also )?(?:by|from) \p{L}/iu

const OFFER_WITHIN = 9

// Opened by formula, or by a turn that only advertisers follow with an offer.
function advertises(units: readonly Unit[], at: number): boolean {
  const { text } = units[at] ?? { text: '' }
  if (opensSponsor(text)) return true
  if (!mayOpenSponsor(text)) return false
  const following = units.slice(at, at + OFFER_WITHIN)
  const turn = following.findIndex(({ text: line, cue }, one) => one > 0 && (cue > 2 || RETURN.test(line)))
  return following
    .slice(0, turn < 0 ? OFFER_WITHIN : turn)
    .some(({ text: line }) => makesOffer(line) || givesAddress(line))
}

const isNamed = (line: string, name: string | null): boolean =>
  name !== null && line.toLowerCase().includes(name.toLowerCase())

const RETURN =
  /^(?:(?:and|okay|alright|all right|so|now|well)[,.]?\s+)*(?:back to (?:the|our|it\b)|(?:and )?with that (?:out of the way|said|done)|let['’]s (?:get|dive|jump|go|start|begin|move)|(?:on|over) to the news|next up|first up|starting (?:off|with|up)|welcome|hello|now to the news|to the news)\b/i

// The first line, outside advertisements, that opens a subject by formula; previews of a show do not.
function firstStory(units: readonly Unit[], kinds: readonly Kind[]): number {
  const opening = Math.max(LONG_OPENING, Math.min(LONGEST_OPENING, Math.floor(units.length * OPENING_SHARE)))
  // Advertisements at the head push the first story back.
  const limit = Math.min(
    units.length,
    opening + kinds.slice(0, opening).filter((kind) => kind === 'sponsor').length,
  )
  const greeted = greetingEnd(units, kinds, limit)
  for (let at = Math.max(0, greeted - 2); at < limit; at++)
    if (kinds[at] !== 'sponsor' && (units[at]?.cue ?? 0) >= (at === 0 ? 3 : 2)) return at
  if (greeted >= 0) {
    // What lies between the greeting and an advertisement right behind it belongs to the greeting.
    const advertised = kinds.indexOf('sponsor', greeted)
    let at = advertised >= 0 && advertised - greeted <= NEAR_GREETING ? advertised : greeted + 1
    while (kinds[at] === 'sponsor') at++
    return Math.min(at, units.length - 1)
  }
  const sponsored = kinds.lastIndexOf('sponsor', limit)
  return sponsored >= 0 && kinds[0] === 'story' && kinds.indexOf('sponsor') < limit / 2
    ? kinds.indexOf('sponsor')
    : 0
}

// The last line of the opening that is about the show: behind a turn only a greeting is.
function greetingEnd(units: readonly Unit[], kinds: readonly Kind[], limit: number): number {
  let end = -1
  let turned = false
  for (let at = 0; at < limit; at++) {
    const { text, cue } = units[at] ?? { text: '', cue: 0 }
    if (kinds[at] === 'sponsor') continue
    if (turned ? greets(text) : tellsOfShow(text)) end = at
    if (cue > 2) turned = true
  }
  return end
}

function closingAt(units: readonly Unit[]): number {
  const from = Math.floor(units.length * (1 - CLOSING_SHARE)) - 3
  for (let at = Math.max(1, from); at < units.length; at++) if (closesShow(units[at]?.text ?? '')) return at
  return units.length
}

// Kinds change at their own places; inside the stories the cuts that are worth most, each at a price.
function cutsOf(units: readonly Unit[], kinds: readonly Kind[]): number[] {
  const cuts: number[] = [0]
  let from = 0
  for (let at = 1; at <= units.length; at++) {
    const changes =
      at === units.length ||
      kinds[at] !== kinds[at - 1] ||
      (kinds[at] === 'sponsor' && startsAnother(units, at, from))
    if (!changes) continue
    if (kinds[from] === 'story')
      cuts.push(...topicCuts(units.slice(from, at), units.length).map((cut) => from + cut))
    if (at < units.length) cuts.push(at)
    from = at
  }
  return cuts
}

const LONGEST_TITLE = 90
// What leads over to a story and is not yet the story: fillers, the formula, the section that it names, "a big one".
const TRANSITIONS: readonly RegExp[] = [
  /^(?:(?:and|so|okay|ok|alright|all right|right|well|now|then|but|anyway)[,.!]?\s+)+/i,
  /^(?:(?:moving (?:right )?(?:on|along)|on|over|turning|next up on) (?:to|onto)|starting (?:off|up)(?: with)?|speaking of|(?:and )?back to|sticking with|staying (?:with|on|in)) (?:\S+ ){0,3}?[^\s,]+,\s+/i,
  /^(?:next up|up next|first up|last up|let['’]s (?:turn|move|get) (?:on |over )?(?:to|into)(?: it with)?|(?:we(?:['’]re| are) back,? with)|on the (?:other|flip) (?:side|end)(?: of[^,]{3,40})?|moving (?:right )?(?:on|along)(?: to)?|on to|speaking of|turning to|in other news|finally|lastly|meanwhile|elsewhere|to (?:kick|start) (?:things )?off|(?:one|a) (?:last|final|more|quick)(?: \w+)? (?:story|one|item|thing|note)(?: here| for (?:today|this week))?|(?:last|first|our next|the next|our first|our last|the last) (?:story|one|item)(?: here)?(?: is| today)?)[,:]?\s+/i,
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
  return titleOf(leadLine(units.slice(from, to)))
}

const LEAD_LINES = 4
const FULL = 5
// What leans on the line before it.
const LEANS =
  /^(?:and |but |so |that['’]s |it\b|its\b|he\b|she\b|they\b|their\b|this\b|that\b|these\b|those\b|yeah\b|yes\b|right\b)/i

// The first of the opening lines that says enough to stand alone; a bare transition ("On to business.") does not.
function leadLine(units: readonly Unit[]): string {
  const lines = units.slice(0, LEAD_LINES).map(({ text }) => withoutTransition(text))
  const told = lines.map((line) => new Set(terms(line)).size)
  const first = lines.findIndex((line, at) => (told[at] ?? 0) >= FULL && (at === 0 || !LEANS.test(line)))
  const fullest = told.indexOf(Math.max(...told))
  return lines[first >= 0 ? first : fullest] ?? ''
}

const SECTION =
  /^(?:a bit of )?[\p{L}\d]+(?: [\p{L}\d]+){0,2}, (?:where |(?:and )?there(?:['’]s| is) |with )?/iu

/** A line without what leads over to it; behind a transition the section that it names goes as well. */
function withoutTransition(line: string): string {
  const given = line.trim()
  const bare = TRANSITIONS.reduce((rest, lead) => rest.replace(lead, ''), given)
  const rest = bare === given ? bare : bare.replace(SECTION, '')
  return new Set(terms(rest)).size >= FULL ? rest : bare
}

function titleOf(line: string): string {
  const bare = withoutTransition(line)
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
