import type { Block, Contrast, Edition, Evidence, Implication, Section, Sentence } from '#domain'

type Sift = {
  /** The sentence as it will stand, or nothing. */
  keep(sentence: Sentence): Sentence[]
  /** The numbers that these evidence numbers will have. */
  renumber(evidence: readonly number[]): number[]
}

/**
 * The edition without these sentences (by identity): evidence is numbered anew in the order of reading and what nothing
 * cites any more is gone, blocks left empty go and their section says why, all counts are counted again.
 */
export function withdraw(edition: Edition, unsupported: ReadonlySet<Sentence>): Edition {
  const numbers = new Map<number, number>()
  const tellings = { kept: 0, withdrawn: 0 }
  const renumber = (evidence: readonly number[]) =>
    evidence.map((number) => {
      const known = numbers.get(number) ?? numbers.size + 1
      numbers.set(number, known)
      return known
    })
  const keep = (sentence: Sentence): Sentence[] => {
    if (unsupported.has(sentence)) {
      tellings.withdrawn++
      return []
    }
    tellings.kept++
    return [{ ...sentence, evidence: renumber(sentence.evidence) }]
  }
  const lede = edition.lede.flatMap(keep)
  const sections = edition.sections.map((section) => sifted(section, { keep, renumber }))
  const byNumber = new Map(edition.evidence.map((evidence) => [evidence.number, evidence]))
  const evidence = [...numbers].flatMap(([before, number]): Evidence[] => {
    const known = byNumber.get(before)
    return known ? [{ ...known, number }] : []
  })
  return {
    ...edition,
    lede,
    sections,
    evidence,
    counts: {
      ...edition.counts,
      leftOut: Math.max(0, edition.counts.stories - storiesIn(sections).size),
      sentences: tellings.kept,
      withdrawn: edition.counts.withdrawn + tellings.withdrawn,
    },
  }
}

/** Every sentence of an edition in the order of reading. */
export function sentencesOf(edition: Edition): Sentence[] {
  const found: Sentence[] = []
  const sift: Sift = {
    keep(sentence) {
      found.push(sentence)
      return [sentence]
    },
    renumber: (evidence) => [...evidence],
  }
  edition.lede.forEach(sift.keep)
  for (const section of edition.sections) sifted(section, sift)
  return found
}

function sifted(section: Section, sift: Sift): Section {
  const blocks = section.blocks.flatMap((block) => siftedBlock(block, sift))
  const lost = section.blocks.length > 0 && blocks.length === 0
  return {
    ...section,
    blocks,
    empty: lost ? 'Everything here was withdrawn: its evidence did not hold it.' : section.empty,
  }
}

function siftedBlock(block: Block, { keep, renumber }: Sift): Block[] {
  const all = (sentences: readonly Sentence[]) => sentences.flatMap(keep)
  switch (block.kind) {
    case 'paragraph': {
      const sentences = all(block.sentences)
      return sentences.length > 0 ? [{ ...block, sentences }] : []
    }
    case 'bullet': {
      const sentences = all(block.sentences)
      return sentences.length > 0 || block.sentences.length === 0 ? [{ ...block, sentences }] : []
    }
    case 'deep-dive': {
      const deck = block.deck ? (keep(block.deck)[0] ?? null) : null
      const contrast = siftedContrast(block.contrast, all)
      const paragraphs = block.paragraphs.map(all).filter((sentences) => sentences.length > 0)
      const claims = block.claims.map((row) => ({ ...row, evidence: renumber(row.evidence) }))
      const notes = block.notes
        .map(({ label, sentences }) => ({ label, sentences: all(sentences) }))
        .filter(({ sentences }) => sentences.length > 0)
      return deck || paragraphs.length > 0 ? [{ ...block, deck, contrast, paragraphs, claims, notes }] : []
    }
    case 'watch': {
      const [sentence] = keep(block.sentence)
      return sentence ? [{ ...block, sentence }] : []
    }
    case 'thread': {
      const [size] = keep(block.size)
      const sentences = all(block.sentences)
      const members = block.members.map((member) => ({ ...member, evidence: renumber(member.evidence) }))
      return size ? [{ ...block, size, sentences, members }] : []
    }
    case 'picture': {
      const side = (refs: (typeof block.rows)[number]['left']) =>
        refs.map((ref) => ({ ...ref, evidence: renumber(ref.evidence) }))
      return [
        {
          ...block,
          rows: block.rows.map((row) => ({ ...row, left: side(row.left), right: side(row.right) })),
        },
      ]
    }
    case 'takeaway': {
      const [claim] = keep(block.claim)
      const sentences = all(block.sentences)
      return claim ? [{ ...block, claim, sentences, means: kept(block.means, keep) }] : []
    }
    case 'entry': {
      const sentences = all(block.sentences)
      const means = kept(block.means, keep)
      return sentences.length > 0 || block.sentences.length === 0 ? [{ ...block, sentences, means }] : []
    }
    case 'figures':
      return [{ ...block, rows: block.rows.map((row) => ({ ...row, evidence: renumber(row.evidence) })) }]
    case 'pick':
    case 'channel':
    case 'table':
      return [block]
    default:
      return block satisfies never
  }
}

// One side alone is set against nothing.
function siftedContrast(
  contrast: Contrast | null,
  all: (sentences: readonly Sentence[]) => Sentence[],
): Contrast | null {
  if (contrast === null) return null
  const left = { ...contrast.left, sentences: all(contrast.left.sentences) }
  const right = { ...contrast.right, sentences: all(contrast.right.sentences) }
  return left.sentences.length > 0 && right.sentences.length > 0 ? { left, right } : null
}

function kept(means: Implication | null, keep: Sift['keep']): Implication | null {
  const [sentence] = means ? keep(means.sentence) : []
  return means && sentence ? { ...means, sentence } : null
}

function storiesIn(sections: readonly Section[]): Set<string> {
  const found = new Set<string>()
  for (const { blocks } of sections) {
    for (const block of blocks) {
      if ('storyId' in block && block.storyId !== null) found.add(block.storyId)
      if (block.kind === 'picture')
        for (const { left, right } of block.rows)
          for (const { storyId } of [...left, ...right]) found.add(storyId)
      if (block.kind === 'thread') for (const { storyId } of block.members) found.add(storyId)
    }
  }
  return found
}
