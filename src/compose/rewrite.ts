import type { Block, Edition, Sentence } from '#domain'

type Better = (passage: readonly Sentence[]) => Promise<readonly Sentence[]>

/** The edition with each passage of prose (lede, paragraphs, entries) given to `better` in the order of reading, and what it returns in its place. */
export async function rewriteSentences(edition: Edition, better: Better): Promise<Edition> {
  const [opening, ...rest] = edition.lede
  // The lede opens with a count that stays; the rest of it is one passage.
  const lede =
    opening && opening.origin !== 'chosen' ? [opening, ...(await better(rest))] : await better(edition.lede)
  const sections: Edition['sections'][number][] = []
  for (const section of edition.sections) {
    const blocks: Block[] = []
    for (const block of section.blocks) blocks.push(await rewritten(block, better))
    sections.push({ ...section, blocks })
  }
  return { ...edition, lede, sections }
}

async function rewritten(block: Block, better: Better): Promise<Block> {
  switch (block.kind) {
    case 'paragraph': {
      const [opening, ...rest] = block.sentences
      if (!opening || opening.origin === 'chosen')
        return { ...block, sentences: await better(block.sentences) }
      return { ...block, sentences: [opening, ...(await better(rest))] }
    }
    case 'bullet':
    case 'entry':
    case 'takeaway':
      return { ...block, sentences: await better(block.sentences) }
    case 'deep-dive': {
      const paragraphs: (readonly Sentence[])[] = []
      for (const paragraph of block.paragraphs) paragraphs.push(await better(paragraph))
      return { ...block, paragraphs }
    }
    default:
      return block
  }
}
