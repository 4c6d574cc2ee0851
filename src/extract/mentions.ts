import type { Entity, Mention } from '#domain'
import { indexNames, isWritten, type NameIndex, type Spelling, step } from './mentions-index.ts'
import { newScan, type Scan, scanInto, spanOf } from './mentions-scan.ts'
import { CUES } from './mentions-words.ts'

export const MENTIONS_MAKER = 'extract/mentions@0'

type Named = { readonly title: string; readonly text: string }

/** Finds who and what a title and text name. The index is built once; the function returned may be called for ever. */
export function createMentionFinder(registry: readonly Entity[]): (item: Named) => Mention[] {
  const index = indexNames(registry)
  const scan = newScan()
  return ({ title, text }) => {
    const found = (['title', 'text'] as const).flatMap((field) => {
      scanInto(scan, field === 'title' ? title : text)
      return namesIn(scan, index).map(({ spelling, start, end }) => ({ field, spelling, start, end }))
    })
    const counts = new Map<string, number>()
    const titled = new Set<string>()
    for (const { field, spelling } of found) {
      counts.set(spelling.entity.id, (counts.get(spelling.entity.id) ?? 0) + 1)
      if (field === 'title') titled.add(spelling.entity.id)
    }
    return found.map(({ field, spelling: { entity }, start, end }) => ({
      start,
      end,
      field,
      surface: (field === 'title' ? title : text).slice(start, end),
      name: entity.name,
      entityId: entity.id,
      known: true,
      type: entity.type,
      salience: titled.has(entity.id) ? 3 : (counts.get(entity.id) ?? 0) > 2 ? 2 : 1,
    }))
  }
}

type Found = { readonly spelling: Spelling; readonly start: number; readonly end: number }

function namesIn(scan: Scan, index: NameIndex): Found[] {
  const found: Found[] = []
  for (let first = 0; first < scan.pieces; ) {
    const spelling = longestAt(scan, index, first)
    if (!spelling) {
      first++
      continue
    }
    found.push({ spelling, ...spanOf(scan, first, first + spelling.pieces - 1) })
    first += spelling.pieces
  }
  return found
}

function longestAt(scan: Scan, index: NameIndex, first: number): Spelling | null {
  let node = 0
  let best: Spelling | null = null
  for (let piece = first; piece < scan.pieces; piece++) {
    node = step(index, node, scan.hash[piece] ?? 0)
    if (node === -1) return best
    const ends = index.ends.get(node)
    best =
      ends?.find((one) => isWritten(scan, first, one) && (!one.ambiguous || isMeant(scan, first, one))) ??
      best
  }
  return best
}

function isMeant(scan: Scan, first: number, { entity, pieces }: Spelling): boolean {
  const cues = CUES[entity.type]
  const from = scan.start[Math.max(0, first - 5)] ?? 0
  const to = scan.end[Math.min(scan.pieces - 1, first + pieces + 5)] ?? 0
  return (
    cues !== undefined &&
    scan.text
      .slice(from, to)
      .toLowerCase()
      .split(/[^\p{L}\p{N}-]+/u)
      .some((word) => cues.has(word))
  )
}
