const NAMED = /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/g
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

/**
 * The days of the week that a text names, a bit each. News says on which day a thing happened: tellings of one happening
 * agree on it, and tellings of the next day's do not, however alike they are otherwise (time as a dimension of its own,
 * after Makkonen, Ahonen-Myka and Salmenkivi 2004).
 */
export function weekdaysOf(text: string): number {
  let days = 0
  for (const [day] of text.matchAll(NAMED)) days |= 1 << DAYS.indexOf(day)
  return days
}

export const weekdaysOfAll = (members: readonly { readonly weekdays: number }[]): number =>
  members.reduce((days, { weekdays }) => days | weekdays, 0)

/** 1 when some of the others name a day of these, -1 when they name other days only, 0 when either is silent. */
export function sameDay(days: number, others: number): -1 | 0 | 1 {
  if (days === 0 || others === 0) return 0
  return (days & others) === 0 ? -1 : 1
}
