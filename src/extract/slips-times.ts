import type { PartialDate, Slip } from '#domain'
import { datesIn, daysBetween, firstDayOf, quantities, sentences } from '#text'

const DAYS_OF: Readonly<Record<string, number>> = { day: 1, week: 7 }
const SPAN_LEAD = /\b(?:in|within|over|inside|took|lasted|for)(?: the)?(?: (?:last|past|space of))? $/i
const LATER = /^ (?:later|after|apart)\b/i
const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}'
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const NAMED_DAY = new RegExp(
  String.raw`\b(${WEEKDAYS.join('|')}),? (?:the )?(${MONTH}\.? \d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?|\d{1,2}(?:st|nd|rd|th)? (?:of )?${MONTH}(?:,? \d{4})?|\d{4}-\d{2}-\d{2})(?!\d)`,
  'g',
)
// "On 31 May 2026, a Saturday,"
const DAY_NAMED = new RegExp(
  String.raw`\b(${MONTH}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}(?:st|nd|rd|th)? (?:of )?${MONTH},? \d{4}|\d{4}-\d{2}-\d{2}), (?:which is |a )?(${WEEKDAYS.join('|')})\b`,
  'g',
)
const MAY_NAME = /\d/
const MOST_DATED = 60
// Without a year a weekday is only checked near the day on which the text was published.
const NEAR_DAYS = 100
const NO_DAY = '2000-01-01'

/** Spans of days against the dates they lie between, and weekdays against the calendar. */
export function daySlips(text: string, published: PartialDate | null): Slip[] {
  if (!MAY_NAME.test(text)) return []
  const reference = published === null ? null : firstDayOf(published)
  return [...weekdays(text, reference), ...betweenDates(text, reference), ...underHeadings(text)]
}

function weekdays(text: string, reference: string | null): Slip[] {
  const found: Slip[] = []
  const named = [
    ...[...text.matchAll(NAMED_DAY)].map((match) => ({
      match,
      said: match[1] ?? '',
      printed: match[2] ?? '',
    })),
    ...[...text.matchAll(DAY_NAMED)].map((match) => ({
      match,
      said: match[2] ?? '',
      printed: match[1] ?? '',
    })),
  ]
  for (const { match, said, printed } of named) {
    const [quote] = match
    const dated = /\d{4}/.test(printed)
    const day = dated || reference !== null ? datesIn(printed, reference ?? NO_DAY)[0]?.value : null
    if (!day || !/^\d{4}-\d{2}-\d{2}$/.test(day)) continue
    if (!dated && Math.abs(daysBetween(reference ?? day, day) ?? NEAR_DAYS) >= NEAR_DAYS) continue
    const computed = WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? ''
    if (computed === said) continue
    const place = { start: match.index, end: match.index + quote.length }
    found.push({ ...place, kind: 'weekday', quote, said, computed, because: `${day} is a ${computed}` })
  }
  return found
}

// "from May 5 to May 13, seven days": a span and exactly two days in one sentence.
function betweenDates(text: string, reference: string | null): Slip[] {
  const found: Slip[] = []
  for (const { text: sentence, start } of sentences(text)) {
    if (!/\b(?:days?|weeks?|fortnight)\b/.test(sentence) || sentence.length > 600) continue
    const [span, other] = spansIn(sentence)
    if (span === undefined || other !== undefined) continue
    // Read with the span, "seven days after May 5" would be a date of its own.
    const masked = `${sentence.slice(0, span.at)}${' '.repeat(span.end - span.at)}${sentence.slice(span.end)}`
    const days = wholeDays(
      masked.replace(/ (?:after|later|apart)\b/, (word) => `;${' '.repeat(word.length - 1)}`),
      reference,
    )
    const [from, to] = days
    if (from === undefined || to === undefined || days.length !== 2) continue
    const apart = Math.abs(daysBetween(from.day, to.day) ?? 0)
    // "in seven days" may count both ends; "seven days later" may not. A week is a round number.
    const fits = span.strict ? apart === span.days : apart === span.days || apart + 1 === span.days
    const room = span.unit === 'week' ? 3 : 0
    const said = { start: Math.min(from.at, to.at, span.at), end: Math.max(from.end, to.end, span.end) }
    if (fits || Math.abs(apart - span.days) <= room || (!span.strict && apart < span.days)) continue
    found.push({
      ...{ start: start + said.start, end: start + said.end, kind: 'days' },
      ...{ quote: sentence.slice(said.start, said.end), said: span.text, computed: `${apart} days` },
      because: `${from.day} and ${to.day} are ${apart} days apart`,
    })
  }
  return found
}

type Span = {
  readonly at: number
  readonly end: number
  readonly text: string
  readonly days: number
  readonly unit: string
  readonly strict: boolean
}

function spansIn(sentence: string): Span[] {
  return [...oneLater(sentence), ...countedSpans(sentence)]
}

// "a week later", "the next day" say one without a number.
const ONE_LATER = /\b(?:an?|one) (day|week|fortnight) (?:later|after|apart)\b/gi

const oneLater = (sentence: string): Span[] =>
  [...sentence.matchAll(ONE_LATER)].map((match) => {
    const text = match[0].replace(/ \p{L}+$/u, '')
    const days = { day: 1, week: 7, fortnight: 14 }[(match[1] ?? '').toLowerCase()] ?? 1
    return { at: match.index, end: match.index + text.length, text, days, unit: match[1] ?? '', strict: true }
  })

function countedSpans(sentence: string): Span[] {
  return quantities(sentence).flatMap(({ start, end, text, number, low, unit, change }) => {
    const size = DAYS_OF[unit]
    const strict = LATER.test(sentence.slice(end))
    if (size === undefined || low !== null || change !== '=' || /-/.test(text)) return []
    if (
      !strict &&
      !SPAN_LEAD.test(sentence.slice(Math.max(0, start - 24), start)) &&
      !/[,(:] $|— $|[,(]$/.test(sentence.slice(0, start))
    )
      return []
    return [{ at: start, end, text, days: number * size, unit, strict }]
  })
}

type Day = { readonly at: number; readonly end: number; readonly day: string }

function wholeDays(text: string, reference: string | null): Day[] {
  const days = datesIn(text, reference ?? NO_DAY).flatMap(
    ({ kind, value, from, to, start, end, text: printed }): Day[] => {
      if (reference === null && !/\d{4}/.test(printed)) return []
      if (kind === 'date' && value !== null && /^\d{4}-\d{2}-\d{2}$/.test(value))
        return [{ at: start, end, day: value }]
      // "from May 5 to May 13" is read as one range; its end is outside.
      if (
        kind === 'range' &&
        from !== null &&
        to !== null &&
        /^\d{4}-\d{2}-\d{2}$/.test(from) &&
        /\d.*\d/.test(printed) &&
        value === null
      )
        return [
          { at: start, end, day: from },
          { at: start, end, day: to.slice(0, 10) },
        ]
      return []
    },
  )
  return days
}

const DATED_HEADING = new RegExp(
  String.raw`^[^\n]{3,160}?(?:[·|,(–—-]\s?)(${MONTH}\.? \d{1,2}, \d{4}|\d{4}-\d{2}-\d{2})\b`,
  'gm',
)
const THINGS =
  /\b(two|three|four|five|[2-5]) ((?:[\p{L}-]+ ){0,2}[\p{L}-]{3,}s) (?:in|within|over|inside) (?:the (?:last|past|space of) )?(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten) (days?|weeks?)\b/giu
const NUMBERS: Readonly<Record<string, number>> = {
  one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10,
} // biome-ignore format: a table

/**
 * "Two attention rewrites in seven days", where the text has exactly two dated sections on attention: their dates are the
 * span. More or fewer sections on it, and nothing can be said.
 */
function underHeadings(text: string): Slip[] {
  const said = [...text.matchAll(THINGS)]
  if (said.length === 0) return []
  const headings = [...text.matchAll(DATED_HEADING)].slice(0, MOST_DATED)
  const sections = headings.map((heading) => ({
    day: datesIn(heading[1] ?? '', NO_DAY)[0]?.value ?? null,
    // The heading and the paragraph below it.
    text: text
      .slice(heading.index, heading.index + 900)
      .split('\n', 2)
      .join(' ')
      .toLowerCase(),
  }))
  return said.flatMap((match): Slip[] => {
    const [quote, count = '', things = '', number = '', unit = ''] = match
    const about = (things.toLowerCase().split(' ')[0] ?? '').replace(/(?<=\p{L}{3})s$/u, '')
    const days = sections
      .filter((section) => about !== '' && section.text.includes(about))
      .map(({ day }) => day)
    const named = days.filter((day) => day !== null).sort()
    const [first] = named
    const last = named.at(-1)
    const limit = (NUMBERS[number.toLowerCase()] ?? Number(number)) * (unit.startsWith('week') ? 7 : 1)
    if (
      !first ||
      !last ||
      named.length !== (NUMBERS[count.toLowerCase()] ?? Number(count)) ||
      about.length < 3
    )
      return []
    const apart = daysBetween(first, last) ?? 0
    if (apart <= limit || (unit.startsWith('week') && apart <= limit + 2)) return []
    const place = { start: match.index, end: match.index + quote.length }
    const which = named.length === 2 ? 'the two' : 'the first and the last'
    const because = `${which} are dated ${first} and ${last}, ${apart} days apart`
    return [
      {
        ...place,
        kind: 'days',
        quote,
        said: `${number} ${unit}`,
        computed: `${apart} days`,
        because,
      },
    ]
  })
}
