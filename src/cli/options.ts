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
    if (!/^\d{4}-W\d{2}$/.test(week)) throw new WrongUse(`--week ${week}: write a week as 2026-W20`)
    return week
  }
  if (typeof date !== 'string') return null
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(Date.parse(date)))
    throw new WrongUse(`--date ${date}: write a day as 2026-05-14`)
  return weekOf(date)
}
