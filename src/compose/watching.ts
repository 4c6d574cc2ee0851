import type { Claim, Forecast, Telling, Watch } from '#domain'
import { plain } from '#text'
import { type Book, tally } from './book.ts'
import { computedHeld, type Pen } from './held.ts'
import { within } from './line.ts'
import { hedged, isMeasured } from './measures.ts'
import type { Tale } from './tale.ts'
import { clipped } from './words.ts'

const MOST = 8
/** Forecasts are rare; with fewer than this, figures that rest on one publisher fill up. */
const LEAST = 5
const MOST_FIGURES = 2
/** Only the first stories of the day are worth a watch. */
const LOOKED_AT = 24
const CONFIRMED_WITHIN_DAYS = 90
const WORDS = 55
const DAY_MS = 86_400_000

/**
 * What to keep an eye on: forecasts of the day's sources that can be judged, those with a day and a criterion first (past
 * ones are no forecasts); then figures of the first stories that rest on one publisher, which a second may confirm.
 */
export function watching(tales: readonly Tale[], date: string, pen: Pen): Watch[] {
  const forecasts = forecastsOf(tales, date, pen.book)
  const told = new Set(forecasts.map(({ storyId }) => storyId))
  const figures = singleFigures(
    tales.slice(0, LOOKED_AT).filter(({ id }) => !told.has(id)),
    date,
    pen,
  )
  return [...forecasts, ...figures.slice(0, Math.max(0, Math.min(MOST_FIGURES, LEAST - forecasts.length)))]
}

function forecastsOf(tales: readonly Tale[], date: string, book: Book): Watch[] {
  const found = tales.flatMap((tale) =>
    tale.dossier.tellings
      .filter(({ copyOf }) => copyOf === null)
      .flatMap((telling) =>
        telling.forecasts.map((forecast) => ({ tale, telling, forecast, days: daysLeft(forecast, date) })),
      ),
  )
  const seen = new Set<string>()
  return found
    .filter(({ forecast }) => forecast.stance !== 'appointment')
    .filter(({ forecast, days }) => (days === null ? forecast.explicit : days > 0))
    .map((one) => ({ ...one, worth: worthOf(one.forecast, one.days) + one.tale.score.score / 100 }))
    .filter(({ days, forecast }) => days !== null || forecast.criterion !== null)
    .sort(
      (a, b) => b.worth - a.worth || (a.tale.id < b.tale.id ? -1 : 1) || a.forecast.start - b.forecast.start,
    )
    .flatMap(({ tale, telling, forecast, days }): Watch[] => {
      if (seen.has(tale.id) || seen.size === MOST) return []
      const line = lineOf(tale, telling, forecast, book)
      if (!line) return []
      seen.add(tale.id)
      return [
        {
          kind: 'watch',
          lead: tale.name,
          url: tale.url,
          storyId: tale.id,
          by: forecast.by,
          days,
          due: forecast.due,
          sentence: book.chosen(line),
          criterion: forecast.criterion === null ? null : clipped(plain(forecast.criterion), 240),
        },
      ]
    })
}

// A gain that one publisher reports: what would settle it is a second publisher's figure for the same measure.
function singleFigures(tales: readonly Tale[], date: string, pen: Pen): Watch[] {
  // Where all is read from one publisher, that a figure rests on it says nothing.
  if (new Set(tales.flatMap(({ families }) => families)).size < 2) return []
  return tales.flatMap((tale): Watch[] => {
    if (tale.families.length > 1 || tale.genre === 'practice' || (tale.score.tier ?? 1) > 2) return []
    const claim = tale.lead.claims.find((one) => isWatchable(one) && isMeasured(one, tale.lead))
    const publisher = tale.lead.source.name
    if (!claim?.metric) return []
    const value = hedged(claim)
    const sentence = computedHeld(
      pen,
      `The figure for ${plain(claim.metric)}, ${value}, rests on one publisher so far, ${publisher}.`,
      [tale.lead],
      [tally('publisher', tale.families)],
    )
    if (sentence === null) return []
    return [
      {
        kind: 'watch',
        lead: `${tale.name}: a second measurement`,
        url: tale.url,
        storyId: tale.id,
        by: null,
        days: CONFIRMED_WITHIN_DAYS,
        due: dayAfter(date, CONFIRMED_WITHIN_DAYS),
        sentence,
        criterion: `another publisher gives a figure for ${plain(claim.metric)}, and it confirms or contradicts this one`,
      },
    ]
  })
}

const WATCHABLE_UNITS: ReadonlySet<string> = new Set(['%', 'pp', 'x', 'point'])

// What any paper may have: nobody can say which of them a second publisher should measure.
const OF_ANYTHING =
  /^(?:(?:average|mean|best|overall|total|final|relative|absolute|headline) )?(?:scores?|improvements?|performance|accuracy|gains?|results?|values?|costs?|throughput|speed|speedup|quality|success rate)$/i

function isWatchable({ metric, kind, unit, sentence }: Claim): boolean {
  return (
    metric !== null &&
    (kind === 'improvement' || kind === 'comparison') &&
    WATCHABLE_UNITS.has(unit) &&
    !OF_ANYTHING.test(metric) &&
    sentence.includes(metric)
  )
}

function lineOf(tale: Tale, telling: Telling, forecast: Forecast, book: Book) {
  const start = plain(forecast.text).replace(/\s+/g, ' ').slice(0, 60)
  const line = tale
    .lines()
    .find(
      (one) =>
        one.telling.item.id === telling.item.id &&
        one.alone &&
        !book.isPrinted(one) &&
        one.text.includes(start),
    )
  const fitting = line ? within(line, WORDS) : null
  return fitting && book.isHeld(fitting) ? fitting : null
}

function worthOf({ explicit, criterion, due }: Forecast, days: number | null): number {
  return (explicit ? 1 : 0) + (criterion ? 1 : 0) + (due ? 0.5 : 0) + (days !== null ? 1 : 0)
}

function daysLeft({ due, horizonDays }: Forecast, date: string): number | null {
  const last = due === null ? null : lastDay(due)
  return last === null ? horizonDays : Math.round((Date.parse(last) - Date.parse(date)) / DAY_MS)
}

function dayAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10)
}

/** The last day that a partial date can mean, ISO; null when it is no date. */
export function lastDay(partial: string): string | null {
  const [, year, quarter, month, day] = /^(\d{4})(?:-Q([1-4])|-(\d{2})(?:-(\d{2}))?)?/.exec(partial) ?? []
  if (!year) return null
  if (day) return `${year}-${month}-${day}`
  const lastMonth = month ? Number(month) : quarter ? Number(quarter) * 3 : 12
  return new Date(Date.UTC(Number(year), lastMonth, 0)).toISOString().slice(0, 10)
}
