import type { Block, Edition, Sentence } from '#domain'

/** What is to stand in the place of a passage; `part` says where it stands, `Industry pulse: Recursive leaves stealth`. */
type Better = (passage: readonly Sentence[], part: string) => Promise<readonly Sentence[]>

/** The edition with each passage of prose (lede, paragraphs, entries) given to `better` in the order of reading, and what it returns in its place. */
export async function rewriteSentences(edition: Edition, better: Better): Promise<Edition> {
  const lede = await afterCount(edition.lede, 'lede', better)
  const sections: Edition['sections'][number][] = []
  for (const section of edition.sections) {
    const blocks: Block[] = []
    for (const block of section.blocks) blocks.push(await rewritten(block, section.title, better))
    sections.push({ ...section, blocks })
  }
  return { ...edition, lede, sections }
}

// A count that opens a passage stays; the rest of it is one passage.
async function afterCount(
  sentences: readonly Sentence[],
  part: string,
  better: Better,
): Promise<readonly Sentence[]> {
  const [opening, ...rest] = sentences
  return opening && opening.origin !== 'chosen'
    ? [opening, ...(await better(rest, part))]
    : better(sentences, part)
}

async function rewritten(block: Block, section: string, better: Better): Promise<Block> {
  switch (block.kind) {
    case 'paragraph':
      return { ...block, sentences: await afterCount(block.sentences, section, better) }
    case 'bullet':
      return { ...block, sentences: await better(block.sentences, `${section}: ${block.lead}`) }
    case 'entry':
      return { ...block, sentences: await better(block.sentences, `${section}: ${block.headline}`) }
    case 'takeaway':
      return { ...block, sentences: await better(block.sentences, `${section}: ${block.claim.text}`) }
    case 'deep-dive': {
      const paragraphs: (readonly Sentence[])[] = []
      for (const paragraph of block.paragraphs)
        paragraphs.push(await better(paragraph, `${section}: ${block.title}`))
      return { ...block, paragraphs }
    }
    default:
      return block
  }
}
