import { sentencesOf } from '#compose'
import type { Correction } from '#domain'
import { correctionsOf } from './corrections.ts'
import { deliver } from './deliver.ts'
import type { House } from './house.ts'

/**
 * Corrects published words. The edition stays as it was printed; from now on the erratum stands on it wherever it is shown,
 * and in the next edition. Throws a RangeError where the edition or the words are not there.
 */
export async function correct(
  house: House,
  { editionId, was, now }: Pick<Correction, 'editionId' | 'was' | 'now'>,
): Promise<Correction> {
  const edition = await house.store.edition(editionId)
  if (!edition) throw new RangeError(`there is no published edition ${editionId}`)
  const sentence = sentencesOf(edition).find(({ text }) => text.includes(was.trim()))
  if (!sentence || was.trim() === '')
    throw new RangeError(`${editionId} does not print “${was}”; give the words as they stand there`)
  const at = house.clock.now()
  const earlier = await correctionsOf(house, editionId)
  const id = `${editionId}-correction-${earlier.length + 1}`
  await house.store.saveAct({
    id,
    at,
    deed: { kind: 'correct', editionId, sentence: sentence.text, text: now },
  })
  await deliver(house, edition)
  return { id, editionId, at, was: sentence.text, now }
}
