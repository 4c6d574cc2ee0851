import type { Block, Edition, Sentence, StoryRef } from '#domain'
import { sentencesOf, withdraw } from './withdraw.ts'

/** What must not leave the house: items of private sources, stories that they tell, and the names of the sources. */
export type Private = {
  readonly itemIds: ReadonlySet<string>
  readonly storyIds: ReadonlySet<string>
  readonly sourceNames: ReadonlySet<string>
}

/**
 * The edition as others may see it: without any sentence, entry, link, count or name that rests on a private source. What
 * was counted over everything goes too, since it would tell that there is more; how our model fared is nobody else's matter.
 * Without private items it is otherwise the same edition.
 */
export function publicEdition(whole: Edition, hidden: Private): Edition {
  const edition = withoutWriting(whole)
  const secret = new Set(
    edition.evidence.filter(({ itemId }) => hidden.itemIds.has(itemId)).map(({ number }) => number),
  )
  if (hidden.sourceNames.size === 0 && secret.size === 0) return edition
  const rests = ({ evidence, tallies }: Sentence) =>
    evidence.some((number) => secret.has(number)) ||
    tallies.some(
      ({ of }) =>
        typeof of === 'string' || of.some((id) => hidden.storyIds.has(id) || hidden.itemIds.has(id)),
    )
  const sections = edition.sections.map((section) => {
    const blocks = section.blocks.flatMap((block) => shown(block, hidden, secret))
    return {
      ...section,
      blocks,
      empty: blocks.length > 0 ? null : (section.empty ?? 'Nothing here is for everyone.'),
    }
  })
  const left = { ...edition, sections }
  const told = withdraw(left, new Set(sentencesOf(left).filter(rests)))
  const perSource = edition.counts.perSource.filter(({ sourceName }) => !hidden.sourceNames.has(sourceName))
  const items = perSource.reduce((sum, source) => sum + source.items, 0)
  return {
    ...told,
    counts: {
      ...{ items, stories: Math.max(0, edition.counts.stories - hidden.storyIds.size), copies: 0 },
      ...{ sourcesRead: perSource.length, perSource, leftOut: 0 },
      ...{ sentences: told.counts.sentences, withdrawn: edition.counts.withdrawn },
    },
    gaps: edition.gaps.filter(({ sourceName }) => !hidden.sourceNames.has(sourceName)),
    silent: edition.silent.filter((name) => !hidden.sourceNames.has(name)),
  }
}

function withoutWriting(edition: Edition): Edition {
  if (edition.writing === undefined) return edition
  const { writing: _, ...rest } = edition
  return rest
}

function shown(block: Block, { storyIds }: Private, secret: ReadonlySet<number>): Block[] {
  if ('storyId' in block && block.storyId !== null && storyIds.has(block.storyId)) return []
  const open = (ref: StoryRef) =>
    !storyIds.has(ref.storyId) && !ref.evidence.some((number) => secret.has(number))
  switch (block.kind) {
    // Movers count stories of every source.
    case 'table':
      return []
    case 'thread': {
      const members = block.members.filter(open)
      return members.length === block.members.length ? [block] : []
    }
    case 'picture': {
      const rows = block.rows
        .map((row) => ({ ...row, left: row.left.filter(open), right: row.right.filter(open) }))
        .filter(({ left, right }) => left.length > 0 && right.length > 0)
      return rows.length > 0 ? [{ ...block, rows }] : []
    }
    case 'figures': {
      const rows = block.rows.filter(({ evidence }) => !evidence.some((number) => secret.has(number)))
      return rows.length > 0 ? [{ ...block, rows }] : []
    }
    default:
      return [block]
  }
}
