import { today } from '#app'
import type { Deed } from '../command.ts'
import { firstLines } from '../edition-text.ts'

export const deed: Deed = async (setting) => {
  const { house } = await setting.open()
  const { edition, itemsSince } = await today(house, setting.asOf)
  if (!edition)
    return {
      data: { edition, itemsSince },
      text: `No digest was published yet. ${waiting(itemsSince)}`,
    }
  const since = itemsSince === 1 ? '1 item came in since.' : `${itemsSince} items came in since.`
  return { data: { edition, itemsSince }, text: `${await firstLines(edition)}\n${since}` }
}

function waiting(items: number): string {
  if (items === 0)
    return 'Nothing has come in either: "bellwether init" writes the settings, "bellwether run --once" reads the sources.'
  return `${items === 1 ? '1 item is' : `${items} items are`} waiting; run "bellwether digest".`
}
