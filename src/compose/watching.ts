import type { Forecast, Telling, Watch } from '#domain'
import { plain } from '#text'
import type { Book } from './book.ts'
import { within } from './line.ts'
import type { Tale } from './tale.ts'
import { clipped } from './words.ts'

const MOST = 8
const WORDS = 55
const DAY_MS = 86_400_000

/** Forecasts of the day's sources that can be judged: first those with a day and a criterion. Past ones are no forecasts. */
export function watching(tales: readonly Tale[], date: string, book: Book): Watch[] {
  const found = tales.flatMap((tale) =>
    tale.dossier.tellings
      .filter(({ copyOf }) => copyOf === null)
      .flatMap((telling) =>
        telling.forecasts.map((forecast) => ({ tale, telling, forecast, days: daysLeft(forecast, date) })),
      ),
  )
  const seen = new Set<string>()
  return found
    .filter(({ forecast, days }) => (days === null ? forecast.explicit : days > 0))
    .map((one) => ({ ...one, worth: worthOf(one.forecast, one.days) + one.tale.score.score / 100 }))
    .filter(({ days, forecast }) => days !== null || forecast.criterion !== null)
    .sort(
      (a, b) => b.worth - a.worth || (a.tale.id < b.tale.id ? -1 : 1) || a.forecast.start - b.forecast.start,
    )
    .flatMap(({ tale, telling, forecast, days }): Watch[] => {
      if (seen.has(tale.id) || seen.size === MOST) return []
      const line = lineOf(tale, telling, forecast)
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

function lineOf(tale: Tale, telling: Telling, forecast: Forecast) {
  const start = plain(forecast.text).replace(/\s+/g, ' ').slice(0, 60)
  const line = tale
    .lines()
    .find((one) => one.telling.item.id === telling.item.id && one.alone && one.text.includes(start))
  return line ? within(line, WORDS) : null
}

function worthOf({ explicit, criterion, due }: Forecast, days: number | null): number {
  return (explicit ? 1 : 0) + (criterion ? 1 : 0) + (due ? 0.5 : 0) + (days !== null ? 1 : 0)
}

function daysLeft({ due, horizonDays }: Forecast, date: string): number | null {
  const last = due === null ? null : lastDay(due)
  return last === null ? horizonDays : Math.round((Date.parse(last) - Date.parse(date)) / DAY_MS)
}

/** The last day that a partial date can mean, ISO; null when it is no date. */
export function lastDay(partial: string): string | null {
  const [, year, quarter, month, day] = /^(\d{4})(?:-Q([1-4])|-(\d{2})(?:-(\d{2}))?)?/.exec(partial) ?? []
  if (!year) return null
  if (day) return `${year}-${month}-${day}`
  const lastMonth = month ? Number(month) : quarter ? Number(quarter) * 3 : 12
  return new Date(Date.UTC(Number(year), lastMonth, 0)).toISOString().slice(0, 10)
}
