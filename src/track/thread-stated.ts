import type { PartialDate } from '#domain'
import { firstDayOf, parts, sentences } from '#text'

/** A thread that a text states: what it says, and the things that it counts in, with the day it gives for each. */
export type StatedThread = {
  readonly name: string
  readonly claim: string
  readonly members: readonly { readonly name: string; readonly at: PartialDate | null }[]
  /** Where it stands in the text, in UTF-16 units. */
  readonly start: number
  readonly end: number
}

// What an editor writes when they draw a line through several things.
const CUE =
  /\bthreads?\b|\bpattern\b|\bsame (?:diagnosis|conclusion|principle|direction|thesis|recipe|story|mechanism|failure)\b|\b(?:two|three|four|five|six|seven|\d+) (?:independent |different |OPD )?(?:papers|groups|labs|deals|sources|companies|teams|releases)\b|\bindependent(?:ly)? (?:papers?|groups?|confirm\w*|arriv\w*)|\bcomplete (?:diagnosis|causal chain|recipe)\b|\bin the same week\b|\bpractitioner-side\b/i
const DRAWN = /[─-╿▀-▟▼►◄▲]/u
const FEWEST_MEMBERS = 2
const MOST_MEMBERS = 16
const MOST_UNITS = 400_000
const LONGEST_PARAGRAPH = 6_000
const SECTION_UNITS = 30

/**
 * The threads that a text states, in order: paragraphs that draw a line through things they name. Members are names with
 * a date (`TIP (04-16)`, `The Cliff (lands 05-14)`, `ByteDance $30B 05-08`), named works (`the Reward Hacking paper`),
 * titles in quotation marks after a name, and names from `known` that the paragraph speaks of: the leads of what
 * else was read. A date without a year is the one nearest to `published`.
 */
export function statedThreads(
  text: string,
  { published, known = [] }: { readonly published: PartialDate | null; readonly known?: readonly string[] },
): StatedThread[] {
  const leads = leadIndex(known)
  const found: StatedThread[] = []
  let heading = ''
  for (const { start, body } of paragraphs(text.slice(0, MOST_UNITS))) {
    if (isHeading(body)) {
      if (subjectOf(body) !== null || body.length <= SECTION_UNITS) heading = body
      continue
    }
    if (body.length > LONGEST_PARAGRAPH || DRAWN.test(body) || FURNITURE.test(body) || !CUE.test(body))
      continue
    const members = membersIn(body, { published, leads, heading })
    if (members.length < FEWEST_MEMBERS) continue
    found.push({ ...namesOf(body), members, start, end: start + body.length })
  }
  return found
}

function* paragraphs(text: string): Generator<{ start: number; body: string }> {
  let start = 0
  for (const line of text.split('\n')) {
    const body = line.trim()
    if (body !== '') yield { start: start + line.indexOf(body), body }
    start += line.length + 1
  }
}

// A title line: short, opens with a capital or a mark of a heading, ends without a full stop.
const isHeading = (line: string): boolean =>
  line.length <= 110 &&
  !/[.!?]$/.test(line) &&
  /^(?:#{1,6}\s+)?["“]?\p{Lu}/u.test(line) &&
  !/^[-*•]/.test(line)

const LABEL = /^(?:[-*•]\s+)?(?:[\p{L}-]+ )?threads?(?: #?\d+)?\s*:\s*/iu
const CALLED = /\b[Tt]he (?:smaller |third |second )*["“]?([^"”.,;:]{4,70}?)["”]? (?:thread|pattern|story)\b/u
const ORDINAL = /^(?:first|second|third|fourth|smaller|larger|other|next|same|main|whole)$/i
const CLAIM_UNITS = 400

function namesOf(body: string): { name: string; claim: string } {
  const labelled = LABEL.exec(body)
  const whole = labelled ? body.slice(labelled[0].length) : body
  const spans = sentences(whole)
  const cued = spans.find(({ text }) => CUE.test(text))?.text ?? spans[0]?.text ?? whole
  const claim = (labelled ? (spans[0]?.text ?? whole) : cued).slice(0, CLAIM_UNITS)
  const called = CALLED.exec(body)?.[1]
  const name = labelled || called === undefined || ORDINAL.test(called) ? claim.replace(/[.!?]$/, '') : called
  return { name: name.slice(0, 90).trim(), claim }
}

// A run of a name: capitals, compounds and figures, with the small words that titles hold between them.
const WORD =
  "(?:[\\p{Lu}\\d$](?:[\\p{L}\\p{N}$&’'-]|\\.(?=[\\p{L}\\p{N}]))*|[δΔλ][\\p{L}\\p{N}-]*|\\p{Ll}{1,3}-[\\p{L}\\p{N}-]+)"
const SMALL = '(?:of|the|and|vs|on|in|for|to|with|without|a|an|not)'
const NAME = `${WORD}(?:\\s+(?:${SMALL}\\s+){0,2}${WORD}){0,7}`
const DAY = '(?:\\d{4}-)?\\d{2}-\\d{2}'
const DATED = new RegExp(`(${NAME})\\s*\\((?:[a-z]{1,12}\\s+){0,2}(${DAY})\\b`, 'gu')
const DATED_BARE = new RegExp(`(${NAME})\\s+(${DAY})(?=[,;)\\s])`, 'gu')
const WORK = new RegExp(
  `\\b(?:[Tt]he|[Tt]oday['’]s|[Tt]his)\\s+(${NAME})(?:\\s+[\\p{Ll}-]+)?\\s+(?:paper|papers|piece|report|deal|work|retweet|release|post|study|IPO|benchmark)\\b`,
  'gu',
)
const POSITIONED = new RegExp(`\\((${NAME})\\s+(?:position\\s+)?(?:paper|piece|report)\\)`, 'gu')
// A coined name tells itself by its form: `FocuSFT`, `Probe&Prefill`.
const COINED =
  /(?<![\p{L}\p{N}&-])(?:\p{Lu}\p{L}*&\p{Lu}\p{L}+|\p{Lu}\p{Ll}+\p{Lu}{2,}\p{L}*)(?![\p{L}\p{N}&])/gu
const TITLED = /["“]([\p{Lu}][^"”\n]{12,140})["”]/gu
const OPENERS =
  /^(?:The|This|These|Those|That|Today['’]s|Today|Cross-source|Cross-paper|And|But|In|On|Every|Two|Three|Four|Five|Six|Seven|Anyone|If|When|Even|Both|It|As|At|For|With)\s+/u

type Setting = {
  readonly published: PartialDate | null
  readonly leads: LeadIndex
  readonly heading: string
}

function membersIn(body: string, { published, leads, heading }: Setting): StatedThread['members'] {
  const members = new Map<string, { name: string; at: PartialDate | null; where: number }>()
  const add = (raw: string, at: PartialDate | null, where: number) => {
    for (const name of apart(raw)) {
      const key = parts(name).join(' ')
      const held = [...members.keys()].find((other) => within(other, key) || within(key, other))
      if (key.length < 2) continue
      if (held === undefined) members.set(key, { name, at, where })
      else {
        const known = members.get(held)
        if (known) members.set(held, { ...known, at: known.at ?? at })
      }
    }
  }
  for (const { 1: name = '', 2: day = '', index } of body.matchAll(DATED))
    add(name, dayOf(day, published), index)
  for (const { 1: name = '', 2: day = '', index } of body.matchAll(DATED_BARE))
    add(name, dayOf(day, published), index)
  for (const { 1: name = '', index } of body.matchAll(WORK)) add(name, null, index)
  for (const { 1: name = '', index } of body.matchAll(POSITIONED)) add(name, null, index)
  for (const { 1: name = '', index } of body.matchAll(TITLED)) add(name, null, index)
  for (const { 0: name, index } of body.matchAll(COINED)) add(name, null, index)
  for (const { lead, at } of leadsIn(body, leads)) add(lead, null, at)
  const subject = subjectOf(heading)
  if (subject !== null && members.size > 0 && members.size < MOST_MEMBERS) add(subject, null, -1)
  return [...members.values()]
    .sort((a, b) => a.where - b.where)
    .slice(0, MOST_MEMBERS)
    .map(({ name, at }) => ({ name, at }))
}

/** "RLRT and G-Zero" are two things; an opening word belongs to the sentence and not to the name. */
function apart(raw: string): string[] {
  const name = raw.replace(OPENERS, '').replace(OPENERS, '').trim()
  const two = /^(\S+) and (\S+)$/.exec(name)
  return (two ? [two[1] ?? '', two[2] ?? ''] : [name]).filter((one) => one.length > 1 && !/^\d+$/.test(one))
}

/** Whether all words of one name stand in the other, in a row. */
const within = (inner: string, outer: string): boolean => ` ${outer} `.includes(` ${inner} `)

function dayOf(day: string, published: PartialDate | null): PartialDate | null {
  if (day.length > 5) return day
  const near = published === null ? null : firstDayOf(published)
  if (near === null) return null
  const year = Number(near.slice(0, 4))
  const away = (candidate: string) => Math.abs(Date.parse(candidate) - Date.parse(near))
  const [best] = [year - 1, year, year + 1]
    .map((one) => `${one}-${day}`)
    .filter((candidate) => !Number.isNaN(Date.parse(candidate)))
    .sort((a, b) => away(a) - away(b))
  return best ?? null
}

/** Leads of titles by their first word, so that a paragraph is read once whatever is known. */
type LeadIndex = ReadonlyMap<string, readonly { readonly lead: string; readonly words: readonly string[] }[]>

/** What stands before the colon or dash of a title, when it is a name: `FocuSFT` of "FocuSFT: Bilevel …". */
export function leadOf(title: string): string | null {
  const lead = /^(?:#{1,6}\s+)?(.{2,60}?)(?:\s*[:–—(]|\s-\s)/u.exec(title)?.[1]?.trim()
  if (lead === undefined || lead.split(/\s+/).length > 6) return null
  return /\p{Lu}|\d/u.test(lead) ? lead : null
}

// Steps of a figure and labels of a form are no subjects.
const FURNITURE =
  /^(?:phase|step|part|stage|figure|fig|table|source|sources|links?|why|research|tier|note|update)\b/i

/** The lead of a heading that is a title: every word of it but small ones begins with a capital or a figure. */
function subjectOf(heading: string): string | null {
  const lead = leadOf(heading)
  if (lead === null || FURNITURE.test(lead)) return null
  return lead.split(/\s+/).every((word) => TITLE_WORD.test(word)) ? lead : null
}

const TITLE_WORD = /^[^\p{Ll}]|^(?:of|the|and|vs|on|in|for|to|a|an)$/u

function leadIndex(known: readonly string[]): LeadIndex {
  const index = new Map<string, { lead: string; words: string[] }[]>()
  for (const lead of new Set(known)) {
    const words = parts(lead)
    const [first] = words
    if (first === undefined || words.join('').length < 3) continue
    const some = index.get(first)
    if (some) some.push({ lead, words })
    else index.set(first, [{ lead, words }])
  }
  return index
}

const PART = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu

function leadsIn(body: string, leads: LeadIndex): { lead: string; at: number }[] {
  if (leads.size === 0) return []
  const words = Array.from(body.matchAll(PART), ({ 0: word, index }) => ({ word, index }))
  return words.flatMap(({ word, index }, at) => {
    // A name keeps its capitals: "focus" is no mention of "FoCus".
    if (!/\p{Lu}|\d/u.test(word)) return []
    const some = leads.get(word.toLowerCase()) ?? []
    return some
      .filter(({ words: rest }) => rest.every((one, i) => words[at + i]?.word.toLowerCase() === one))
      .map(({ lead }) => ({ lead, at: index }))
  })
}
