import { moversAt } from '#app'
import type { Deed } from '../command.ts'

export const deed: Deed = async (setting) => {
  const { house } = await setting.open()
  const movers = await moversAt(house, setting.asOf)
  if (movers.length === 0)
    return { data: movers, text: 'Nobody’s week differs from their own history by more than chance.' }
  const lines = movers.map(({ direction, name, type, now, before, usual, weeks }) => {
    const history =
      direction === 'new'
        ? 'new to us'
        : `${before} the week before, usually ${usual.toFixed(1)} over ${weeks} weeks`
    return `${direction.padEnd(5)}${name} (${type}): ${now} ${now === 1 ? 'story' : 'stories'}, ${history}`
  })
  return { data: movers, text: lines.join('\n') }
}
