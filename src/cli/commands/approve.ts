import { approve } from '#app'
import { type Deed, WrongUse } from '../command.ts'

/** Lets an edition out that the settings hold back; without one lists what waits. */
export const deed: Deed = async (setting, [editionId], _options) => {
  const { house } = await setting.open()
  if (editionId === undefined) {
    const acts = await house.store.acts({ kinds: ['approve'] })
    const approved = new Set(
      acts.map(({ deed: { kind, ...rest } }) => ('editionId' in rest ? rest.editionId : kind)),
    )
    const editions = await house.store.editions({ limit: 200 })
    const waiting = editions.filter(({ id, kind }) => house.held.includes(kind) && !approved.has(id))
    return {
      data: waiting,
      text: waiting.map(({ id, title }) => `${id}  ${title}`).join('\n') || 'Nothing waits.',
    }
  }
  const edition = await approve(house, editionId)
  if (!edition) throw new WrongUse(`there is no edition ${editionId}; "bellwether approve" lists what waits`)
  return { data: { editionId }, text: `${editionId} is out.` }
}
