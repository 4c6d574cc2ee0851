import { rebuild } from '#app'
import type { Deed } from '../command.ts'

export const deed: Deed = async (setting) => {
  const { house } = await setting.open()
  const items = await rebuild(house)
  const { stories } = await house.store.counts()
  return { data: { items, stories }, text: `${items} items understood again: ${stories} stories.` }
}
