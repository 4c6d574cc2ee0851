import { approve, heldBackIn } from '#app'
import { type Deed, WrongUse } from '../command.ts'

/** Lets an edition out that the settings hold back; without one lists what waits. */
export const deed: Deed = async (setting, [editionId], _options) => {
  const { house } = await setting.open()
  if (editionId === undefined) {
    const isHeld = await heldBackIn(house)
    const waiting = (await house.store.editions({ limit: 200 })).filter(isHeld)
    return {
      data: waiting,
      text: waiting.map(({ id, title }) => `${id}  ${title}`).join('\n') || 'Nothing waits.',
    }
  }
  if (!(await approve(house, editionId)))
    throw new WrongUse(`there is no edition ${editionId}; "bellwether approve" lists what waits`)
  return { data: { editionId }, text: `${editionId} is out.` }
}
