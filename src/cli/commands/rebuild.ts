import { rebuild } from '#app'
import type { Deed } from '../command.ts'
import { problemLines } from '../problems.ts'

export const deed: Deed = async (setting) => {
  const { house } = await setting.open()
  const { items, problems } = await rebuild(house)
  for (const line of problemLines(problems)) setting.tell(line)
  const { stories } = await house.store.counts()
  return { data: { items, stories }, text: `${items} items understood again: ${stories} stories.` }
}
