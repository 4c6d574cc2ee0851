import { sourcesWithHealth } from '#app'
import { sourceRow } from '#wire'
import type { Deed } from '../command.ts'

export const deed: Deed = async (setting) => {
  const { house } = await setting.open()
  await house.store.saveSources(house.sources)
  const sources = (await sourcesWithHealth(house)).map(({ source, health }) => sourceRow(source, health))
  if (sources.length === 0)
    return {
      data: sources,
      text: 'No sources yet. Name some in bellwether.yaml ("bellwether init" writes one), or import files.',
    }
  const lines = sources.map(({ id, name, address, state }) => `${id}  ${name}  ${address}\n    ${state}`)
  return { data: sources, text: lines.join('\n') }
}
