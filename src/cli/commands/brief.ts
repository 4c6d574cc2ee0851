import { briefOf, lastClosedWeek, publishBrief } from '#app'
import type { Deed } from '../command.ts'
import { composedAgain, formatGiven, printed } from '../edition-answer.ts'
import { weekGiven } from '../options.ts'

/** Publishes the brief of a week, or prints the frozen one; a week that is not over gives a draft. */
export const deed: Deed = async (setting, _words, options) => {
  const [given, format] = [weekGiven(options), formatGiven(options)]
  const opened = await setting.open()
  const { house } = opened
  const week = given ?? lastClosedWeek(setting.asOf ?? house.clock.now(), house.digestAt)
  if (options.again === true) return composedAgain(house, `brief-${week}`, () => briefOf(house, week))
  return printed(await publishBrief(house, week), opened, format)
}
