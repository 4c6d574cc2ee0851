import { briefOf, composeAgain, lastClosedDate, lastClosedWeek } from '#app'
import { type Deed, WrongUse } from '../command.ts'
import { formatGiven, printed } from '../edition-answer.ts'
import { weekGiven } from '../options.ts'

/** An edition as it would be, published and delivered to nobody. */
export const deed: Deed = async (setting, [kind], options) => {
  const format = formatGiven({ format: 'md', ...options })
  const opened = await setting.open()
  const { house } = opened
  const now = setting.asOf ?? house.clock.now()
  if (kind === 'brief')
    return printed(
      await briefOf(house, weekGiven(options) ?? lastClosedWeek(now, house.digestAt)),
      opened,
      format,
    )
  if (kind !== 'digest') throw new WrongUse(`preview ${kind ?? ''}: digest or brief`)
  const date = typeof options.date === 'string' ? options.date : lastClosedDate(now, house.digestAt)
  return printed(await composeAgain(house, date), opened, format)
}
