import { today } from '#app'
import type { Deed } from '../command.ts'
import { firstLines } from '../edition-text.ts'

export const deed: Deed = async (setting) => {
  const { house } = await setting.open()
  const { edition, itemsSince } = await today(house, setting.asOf)
  if (!edition)
    return {
      data: { edition, itemsSince },
      text: `No digest was published yet. ${itemsSince} items are waiting; run "bellwether digest".`,
    }
  const since = itemsSince === 1 ? '1 item came in since.' : `${itemsSince} items came in since.`
  return { data: { edition, itemsSince }, text: `${await firstLines(edition)}\n${since}` }
}
