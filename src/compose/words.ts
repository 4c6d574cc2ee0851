/** How many words a reader counts: runs without a space that hold a letter or digit. */
export function wordCount(text: string): number {
  let count = 0
  for (const piece of text.split(/\s+/)) if (/[\p{L}\p{N}]/u.test(piece)) count++
  return count
}

/** The text with its first letter large; a name such as vLLM or xAI keeps its small one. */
export function capitalised(text: string): string {
  return /^(?=\p{Script=Latin})(?!\S*\d)\p{Ll}+(?:[^\p{L}\d-]|-\p{Ll}|$)/u.test(text)
    ? text.charAt(0).toUpperCase() + text.slice(1)
    : text
}

/** The text closed like a sentence. */
export function closed(text: string): string {
  const bare = text.replace(/[\s,;:–—-]+$/, '')
  return /[.!?…]["”’)]*$/.test(bare) ? bare : `${bare}.`
}

/** `A`, `A and B`, `A, B and C`. */
export function listed(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? ''
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

/** `1 story`, `3 stories`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

/** The text within so many characters, cut at a word and marked with an ellipsis when something is lost. */
export function clipped(text: string, most: number): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most - 1)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2)).replace(/[\s,;:–—-]+$/, '')}…`
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** `12 May`, with the year when it is not the year of `today`; both dates ISO. */
export function dayOf(instant: string, today: string): string {
  const [year = '', month = '1', day = '1'] = instant.slice(0, 10).split('-')
  const named = `${Number(day)} ${MONTHS[Number(month) - 1] ?? month}`
  return year === today.slice(0, 4) ? named : `${named} ${year}`
}

/** `11 to 17 May 2026`, `29 June to 5 July 2026`: the days from one instant up to the day before another. */
export function spanOfDays(from: string, to: string): string {
  const last = new Date(Date.parse(to) - 86_400_000).toISOString().slice(0, 10)
  const [firstDay, lastDay] = [dayOf(from, last), dayOf(last, last)]
  const sameMonth = from.slice(0, 7) === last.slice(0, 7)
  return `${sameMonth ? Number(from.slice(8, 10)) : firstDay} to ${lastDay} ${last.slice(0, 4)}`
}

/** A date as precise as its source was: `5 May 2026`, `May 2026`, `second quarter of 2026`, `2026`. */
export function partialDay(date: string): string {
  const [, year = '', quarter, month, day] = /^(\d{4})(?:-Q([1-4])|-(\d{2})(?:-(\d{2}))?)?/.exec(date) ?? []
  if (quarter) return `${['first', 'second', 'third', 'fourth'][Number(quarter) - 1]} quarter of ${year}`
  if (!month) return year || date
  const named = MONTHS[Number(month) - 1] ?? month
  return day ? `${Number(day)} ${named} ${year}` : `${named} ${year}`
}

/** `Wednesday 13 May 2026`. */
export function longDay(date: string): string {
  const [year = 1970, month = 1, day = 1] = date.split('-').map(Number)
  return `${weekday(year, month, day)} ${day} ${MONTHS[month - 1] ?? month} ${year}`
}

// Zeller's congruence, so that no clock and no zone has a say in it.
function weekday(year: number, month: number, day: number): string {
  const [y, m] = month < 3 ? [year - 1, month + 12] : [year, month]
  const index =
    (day +
      Math.floor((13 * (m + 1)) / 5) +
      y +
      Math.floor(y / 4) -
      Math.floor(y / 100) +
      Math.floor(y / 400)) %
    7
  return ['Saturday', 'Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'][index] ?? ''
}
