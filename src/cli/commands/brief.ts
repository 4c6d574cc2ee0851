import { briefOf, lastClosedWeek, publishBrief, weekOf } from '#app'
import { type Deed, WrongUse } from '../command.ts'
import { composedAgain, printed } from '../edition-answer.ts'

/** Publishes the brief of a week, or prints the frozen one; a week that is not over gives a draft. */
export const deed: Deed = async (setting, _words, options) => {
  const opened = await setting.open()
  const { house } = opened
  const week = weekGiven(options) ?? lastClosedWeek(setting.asOf ?? house.clock.now(), house.digestAt)
  if (options.again === true) return composedAgain(house, `brief-${week}`, () => briefOf(house, week))
  return printed(await publishBrief(house, week), opened, options.format)
}

function weekGiven({ week, date }: Readonly<Record<string, string | boolean>>): string | null {
  if (typeof week === 'string') {
    if (!/^\d{4}-W\d{2}$/.test(week)) throw new WrongUse(`--week ${week}: write a week as 2026-W20`)
    return week
  }
  if (typeof date !== 'string') return null
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(Date.parse(date)))
    throw new WrongUse(`--date ${date}: write a day as 2026-05-14`)
  return weekOf(date)
}
