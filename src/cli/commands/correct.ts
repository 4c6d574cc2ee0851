import { correct, correctionsOf } from '#app'
import { type Deed, WrongUse } from '../command.ts'

/** Corrects a published edition by a dated erratum; without --was lists the errata it has. */
export const deed: Deed = async (setting, [editionId = ''], options) => {
  const { house } = await setting.open()
  if (typeof options.was !== 'string') {
    const errata = await correctionsOf(house, editionId)
    const text = errata.map(
      ({ at, was, now }) => `${at.slice(0, 10)}: “${was}” → ${now ? `“${now}”` : 'taken back'}`,
    )
    return { data: errata, text: text.join('\n') || `${editionId} has no errata.` }
  }
  const erratum = await correct(house, {
    ...{ editionId, was: options.was, now: typeof options.now === 'string' ? options.now : '' },
  }).catch((error: unknown) => {
    throw error instanceof RangeError ? new WrongUse(error.message) : error
  })
  return {
    data: erratum,
    text: `${editionId} is corrected as of ${erratum.at.slice(0, 10)}; the printed words stay beside it.`,
  }
}
