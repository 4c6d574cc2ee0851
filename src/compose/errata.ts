import type { Correction, Edition, Section } from '#domain'
import { correctionBlocks } from './brief-changes.ts'

/** The edition as it is shown after it was corrected: the frozen one, with its dated errata on top. */
export function withErrata(edition: Edition, corrections: readonly Correction[]): Edition {
  const own = corrections.filter(({ editionId }) => editionId === edition.id)
  if (own.length === 0) return edition
  const errata: Section = { kind: 'errata', title: 'Corrected', blocks: correctionBlocks(own), empty: null }
  return { ...edition, sections: [errata, ...edition.sections] }
}

/** The edition with what was corrected in earlier ones since the last, where there is anything. */
export function withCorrections(edition: Edition, corrections: readonly Correction[]): Edition {
  if (corrections.length === 0) return edition
  const blocks = correctionBlocks(corrections)
  return {
    ...edition,
    sections: [...edition.sections, { kind: 'corrections', title: 'Corrections', blocks, empty: null }],
  }
}
