import type { Edition, Maker } from '#domain'
import type { Book } from './book.ts'
import type { BriefInput } from './brief-input.ts'
import type { DigestInput } from './digest-input.ts'

type Read = Pick<DigestInput | BriefInput, 'stories' | 'window' | 'read' | 'gaps' | 'madeAt' | 'makers'>

/** What a digest and a brief say alike of how they came about: what was read and cited, what was missing, who made it. */
export function madeOf(
  { stories, window, read, gaps, madeAt, makers }: Read,
  { told, book, maker }: { told: number; book: Book; maker: Maker },
): Pick<Edition, 'window' | 'evidence' | 'counts' | 'gaps' | 'silent' | 'madeAt' | 'makers'> {
  const copies = stories
    .flatMap(({ dossier }) => dossier.tellings)
    .filter(({ copyOf, item }) => copyOf !== null && item.seenAt >= window.from && item.seenAt < window.to)
  return {
    ...{ window, evidence: book.evidence(), gaps, madeAt },
    counts: {
      items: read.reduce((sum, source) => sum + source.items, 0),
      stories: told,
      copies: copies.length,
      sourcesRead: read.length,
      perSource: read.filter(({ items }) => items > 0),
      // Counted when what is not held has been withdrawn.
      ...{ leftOut: 0, sentences: 0, withdrawn: 0 },
    },
    silent: read.filter(({ items }) => items === 0).map(({ sourceName }) => sourceName),
    makers: [...new Set([...makers, maker])].sort(),
  }
}
