import type { PartialDate, Span } from '#domain'
import { datesIn, daysBetween, firstDayOf } from '#text'

/** A day that the speakers name as their own, with the words that say it. */
export type SpokenDate = Span & { readonly day: string; readonly quote: string }

const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)'
const SPELLED = `(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth|(?:twenty|thirty)[ -](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth))`
const DAY = new RegExp(
  String.raw`\b(?:${MONTH} (?:the )?(?:\d{1,2}(?:st|nd|rd|th)?(?!\d|[.:]\d)|${SPELLED})|(?:the )?(?:\d{1,2}(?:st|nd|rd|th)?|${SPELLED}) of ${MONTH})(?:,? \d{4})?`,
  'gi',
)
const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  )
const WEEKDAY = /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/i
const RECORDED = /\b(?:record(?:ed|ing)|taping|taped|filming|as we speak)\b/i
const NOW =
  /\b(?:today\b|(?:it['’]?s|it is|this is|that['’]s|so|right now)(?: currently| now| actually)?,?(?: \w+day,?)?(?: the)? $|if you['’]re (?:listening|watching)\b|we['’]re (?:talking|speaking) on\b|yesterday\b)/i
const NO_RECORD =
  /\b(?:released?|launch\w*|announc\w*|publish\w*|came out|deadline|scheduled|until|by|since|back (?:on|in)|starting)\b[^.]{0,24}$/i

// Where speakers date themselves: the opening and the farewell.
const OPENING = 6_000
const FAREWELL = 1_500
const NEAR = 70
// A recording is published within weeks, and not before it was made.
const MOST_DAYS = 31
const ENOUGH = 2

/**
 * The day on which a transcript was recorded, where its speakers say so ("so April 29th, Wednesday, if you're listening
 * …") and it lies at most a month before `published`; null when nobody says. Relative dates in speech count from it, not
 * from the day of publication.
 */
export function spokenDate(text: string, published: PartialDate | null): SpokenDate | null {
  const limit = published === null ? null : firstDayOf(published)
  if (limit === null) return null
  const farewell = Math.max(OPENING, text.length - FAREWELL)
  let best: (SpokenDate & { readonly weight: number }) | null = null
  for (const [from, part] of [
    [0, text.slice(0, OPENING)],
    [farewell, text.slice(farewell)],
  ] as const) {
    for (const match of part.matchAll(DAY)) {
      const day = dayOf(match[0], limit)
      const before = day === null ? null : daysBetween(day, limit)
      if (day === null || before === null || before < 0 || before > MOST_DAYS) continue
      const weight = weightOf(part, match.index, match.index + match[0].length)
      if (weight < ENOUGH || (best !== null && best.weight >= weight)) continue
      const start = from + match.index
      best = { start, end: start + match[0].length, day, quote: match[0], weight }
    }
  }
  return best && { start: best.start, end: best.end, day: best.day, quote: best.quote }
}

function dayOf(printed: string, limit: string): string | null {
  const figures = printed
    .toLowerCase()
    .replace(/(?:(twenty|thirty)[ -])?(\p{L}+)/gu, (word, tens: string | undefined, unit: string) => {
      const at = ORDINALS.indexOf(unit) + 1
      if (unit === 'thirtieth') return '30'
      return at === 0 ? word : String(at + (tens === undefined ? 0 : tens === 'twenty' ? 20 : 30))
    })
    .replace(/ the /, ' ')
  const value = datesIn(figures, limit)[0]?.value ?? null
  return value !== null && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : null
}

// Who dates the recording says "recorded", "today", or the weekday; who tells of an event says what happened then.
function weightOf(text: string, start: number, end: number): number {
  const before = text.slice(Math.max(0, start - NEAR), start)
  const after = text.slice(end, end + NEAR)
  const sentence = `${before.split(/[.!?]\s/).at(-1) ?? ''}|${after.split(/[.!?]\s/)[0] ?? ''}`
  if (NO_RECORD.test(before)) return 0
  const recorded = RECORDED.test(sentence) ? 3 : 0
  const now = NOW.test(before.split(/[.!?]\s/).at(-1) ?? '') || NOW.test(after) ? 2 : 0
  const weekday = WEEKDAY.test(text.slice(Math.max(0, start - 14), end + 14)) ? 1 : 0
  return recorded + now + weekday
}
