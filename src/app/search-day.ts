const DAY_MS = 86_400_000
const DAYS: Readonly<Record<string, number>> = { d: 1, w: 7, m: 30, y: 365 }

/**
 * The first day of a date as a person types it: `2026-05-14`, `2026-5-1`, `2026/05`, `2026`, `today`, `yesterday`, or so
 * long before `today`: `7d`, `2w`, `3m`, `1y`. Null when it is none.
 */
export function dayTyped(value: string, today: string): string | null {
  const said = value.toLowerCase()
  if (said === 'today') return today
  if (said === 'yesterday') return daysEarlier(today, 1)
  const ago = /^(\d{1,4})([dwmy])$/.exec(said)
  if (ago) return daysEarlier(today, Number(ago[1]) * (DAYS[ago[2] ?? ''] ?? 1))
  const [, year, month = '1', day = '1'] = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/.exec(said) ?? []
  if (year === undefined) return null
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const read = new Date(`${date}T00:00:00Z`)
  // A day that no calendar has is read as one of the next month, or as none.
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(date) ? date : null
}

const daysEarlier = (today: string, days: number): string =>
  new Date(Date.parse(`${today}T00:00:00Z`) - days * DAY_MS).toISOString().slice(0, 10)
