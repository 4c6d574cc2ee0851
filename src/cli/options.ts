import { weekOf } from '#app'
import { WrongUse } from './command.ts'

const MOST = 1000

/** A count given as an option, 1 to 1000; `usual` when it was not given. */
export function countOption(option: string | boolean | undefined, flag: string, usual: number): number {
  if (option === undefined) return usual
  const count = Number(option)
  if (!Number.isInteger(count) || count < 1 || count > MOST)
    throw new WrongUse(`${flag} ${option}: a whole number from 1 to ${MOST}`)
  return count
}

/** The ISO week named by `--week`, or the one that holds the day of `--date`; null when neither was given. */
export function weekGiven({ week, date }: Readonly<Record<string, string | boolean>>): string | null {
  if (typeof week === 'string') {
    if (!isWeek(week)) throw new WrongUse(`--week ${week}: write a week of the calendar as 2026-W20`)
    return week
  }
  const day = dayGiven(date)
  return day === null ? null : weekOf(day)
}

/** The day named by `--date`, one that the calendar has; null when it was not given. */
export function dayGiven(option: string | boolean | undefined): string | null {
  if (typeof option !== 'string') return null
  const at = /^\d{4}-\d{2}-\d{2}$/.test(option) ? new Date(`${option}T00:00Z`) : null
  // Date.parse takes 30 February for 2 March: only a day that comes back as it was written is one.
  if (!at || Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== option)
    throw new WrongUse(`--date ${option}: write a day of the calendar as 2026-05-14`)
  return option
}

/** Whether the year has this ISO week: 1 to 52, and 53 where 28 December is in it. */
function isWeek(text: string): boolean {
  const [, year, number] = /^(\d{4})-W(\d{2})$/.exec(text) ?? []
  return number !== undefined && number !== '00' && text <= weekOf(`${year}-12-28`)
}
