import { composeAgain, lastClosedDate, publish } from '#app'
import type { Deed } from '../command.ts'
import { composedAgain, formatGiven, printed } from '../edition-answer.ts'
import { dayGiven } from '../options.ts'

/** Publishes the digest of a day, or prints the frozen one; a day that is not over gives a draft. */
export const deed: Deed = async (setting, _words, options) => {
  const [given, format] = [dayGiven(options.date), formatGiven(options)]
  const opened = await setting.open()
  const { house } = opened
  const date = given ?? lastClosedDate(setting.asOf ?? house.clock.now(), house.digestAt)
  if (options.again === true) return composedAgain(house, `digest-${date}`, () => composeAgain(house, date))
  return printed(await publish(house, date), opened, format)
}
