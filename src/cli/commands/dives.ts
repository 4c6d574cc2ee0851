import { diveAgain, divesOfWeek, lastClosedWeek, publishDive } from '#app'
import { type Deed, WrongUse } from '../command.ts'
import { composedAgain, formatGiven, printed } from '../edition-answer.ts'
import { weekGiven } from '../options.ts'

/** The list of topics; with a topic its newest page; with --all the pages of all of them. */
export const deed: Deed = async (setting, [wanted], options) => {
  const format = formatGiven(options)
  const opened = await setting.open()
  const { house } = opened
  const week = weekGiven(options) ?? lastClosedWeek(setting.asOf ?? house.clock.now(), house.digestAt)
  if (options.all === true) {
    const editions = await divesOfWeek(house, week)
    const text = editions.map(({ id, counts }) => `${id}: ${counts.stories} stories`).join('\n')
    return { data: editions.map(({ id, title, counts }) => ({ id, title, counts })), text }
  }
  if (wanted === undefined) {
    const text = house.dives.map(({ id, name, words }) => `${id}  ${name}: ${words.join(', ')}`).join('\n')
    return { data: house.dives, text }
  }
  const topic = house.dives.find(
    ({ id, name }) => id === wanted || name.toLowerCase() === wanted.toLowerCase(),
  )
  if (!topic)
    throw new WrongUse(`no deep dive "${wanted}"; there are ${house.dives.map(({ id }) => id).join(', ')}`)
  if (options.again === true)
    return composedAgain(house, `dive-${topic.id}-${week}`, () => diveAgain(house, topic, week))
  return printed(await publishDive(house, topic, week), opened, format)
}
