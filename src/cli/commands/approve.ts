import { approve, deliver, heldBackIn } from '#app'
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
  const approved = await approve(house, editionId)
  if (!approved) throw new WrongUse(`there is no edition ${editionId}; "bellwether approve" lists what waits`)
  await deliver(house, approved.edition)
  const failed = (await house.store.sendings({ editionId })).filter(({ state }) => state !== 'delivered')
  const lines = failed.map(
    ({ delivery, receiver, state, why }) =>
      `not yet: ${delivery}, ${receiver} (${state === 'waiting' ? 'tried again later' : 'given up'}): ${why}`,
  )
  return { data: { editionId, failed }, text: [`${editionId} is out.`, ...lines].join('\n') }
}
