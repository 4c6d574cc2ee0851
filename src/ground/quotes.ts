import { flatOf, type Holding } from './holding.ts'

const QUOTED = /“([^“”]{2,600})”|"([^"]{2,600})"|«([^«»]{2,600})»/g

/** Quotations that no evidence has word for word; spelling of quotation marks, spaces and an ellipsis apart. */
export function missingQuotes(sentence: string, holdings: readonly Holding[]): string[] {
  if (!/["“«]/.test(sentence)) return []
  const missing: string[] = []
  for (const match of sentence.matchAll(QUOTED)) {
    const quote = match[1] ?? match[2] ?? match[3] ?? ''
    const pieces = quote
      .split(/\s*(?:\[?…\]?|\[?\.\.\.\]?)\s*/)
      .filter((piece) => flatOf(piece).trim() !== '')
    if (!holdings.some(({ flat }) => pieces.every((piece) => holdsPiece(flat, piece))))
      missing.push(`quote: ${quote}`)
  }
  return missing
}

// A quotation cut inside a word ("…distilla") is held up to the cut.
function holdsPiece(flat: string, piece: string): boolean {
  return flat.includes(flatOf(piece))
}
