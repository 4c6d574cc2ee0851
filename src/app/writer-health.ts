import { writingLine } from '#compose'
import type { WritingFault } from '#domain'
import type { House } from './house.ts'

/** Editions of a morning: a digest, a brief, sixteen dives. */
const EDITIONS_LOOKED_AT = 20

/** How the language model fared in the newest edition that was given to it. */
export type WriterHealth = {
  readonly editionId: string
  readonly line: string
  /** The first passage for which it gave no answer; one that the checks refused is no fault of the house. */
  readonly failure: WritingFault | null
}

/** Null before an edition was written with a model. */
export async function writerHealth({ store }: House): Promise<WriterHealth | null> {
  for (const { id } of await store.editions({ limit: EDITIONS_LOOKED_AT })) {
    const writing = (await store.edition(id))?.writing
    if (writing) {
      const failure = writing.faults.find(({ kind }) => kind !== 'refused') ?? null
      return { editionId: id, line: writingLine(writing), failure }
    }
  }
  return null
}
