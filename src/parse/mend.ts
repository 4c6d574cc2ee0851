/** A document whose tags close, the line at which it stopped being well formed, and whether it broke off. */
export type Mended = { readonly text: string; readonly brokenAtLine: number | null; readonly cut: boolean }

const ENTRIES = new Set(['item', 'entry'])
const DEEPEST = 200
const LONGEST_TAG = 20_000

/**
 * Makes a malformed feed well formed, keeping every entry that can be told apart: closes what was left open, drops end
 * tags that end nothing, escapes a `<` that opens nothing, and when the document breaks off takes away the element that
 * was cut in two. One pass, in linear time; elements nested deeper than 200 are treated as text.
 */
export function mend(source: string): Mended {
  const out: string[] = []
  const open: string[] = []
  let brokenAt: number | null = null
  let childFrom = 0
  let at = 0
  const sections = sectionEnds(source)
  const broken = (place: number) => {
    brokenAt ??= place
  }

  const close = (count: number) => {
    for (let i = 0; i < count; i++) out.push(`</${open.pop()}>`)
  }

  while (at < source.length) {
    const start = source.indexOf('<', at)
    if (start < 0) {
      out.push(source.slice(at))
      break
    }
    out.push(source.slice(at, start))
    const piece = pieceAt(source, start, open.at(-1) ?? null, sections)
    if (piece.kind === 'cut') {
      broken(start)
      break
    }
    at = piece.end
    if (piece.kind === 'stray') {
      broken(start)
      out.push('&lt;')
    } else if (piece.kind === 'open') {
      const { name } = piece
      if (!piece.sound) broken(start)
      // An entry cannot stand in an entry: the one before was never closed.
      if (ENTRIES.has(name) && open.some((parent) => ENTRIES.has(parent))) {
        broken(start)
        close(open.length - open.findIndex((parent) => ENTRIES.has(parent)))
      }
      if (open.length > 0 && ENTRIES.has(open.at(-1) ?? '')) childFrom = out.length
      out.push(piece.text)
      if (!piece.empty && open.length < DEEPEST) open.push(name)
    } else if (piece.kind === 'close') {
      const depth = open.lastIndexOf(piece.name)
      if (depth !== open.length - 1) broken(start)
      if (depth >= 0) close(open.length - depth)
    } else {
      if (piece.mended) broken(start)
      out.push(piece.text)
    }
  }

  const cut = open.length > 0
  if (cut) {
    const entry = open.findIndex((name) => ENTRIES.has(name))
    // Half an address or half a text is worse than none.
    if (entry >= 0 && entry < open.length - 1) {
      out.length = childFrom
      open.length = entry + 1
    }
    broken(source.length)
    close(open.length)
  }
  return { text: out.join(''), brokenAtLine: brokenAt === null ? null : lineAt(source, brokenAt), cut }
}

type Piece =
  | { readonly kind: 'open'; readonly name: string; readonly text: string; readonly empty: boolean; readonly end: number; readonly sound: boolean }
  | { readonly kind: 'close'; readonly name: string; readonly end: number }
  | { readonly kind: 'other'; readonly text: string; readonly end: number; readonly mended?: true }
  | { readonly kind: 'stray'; readonly end: number }
  | { readonly kind: 'cut' } // biome-ignore format: a table

const OPEN = /<([\p{L}_][\p{L}\p{N}_.:-]*)/uy
const CLOSE = /<\/([\p{L}_][\p{L}\p{N}_.:-]*)\s*>/uy

type NextEnd = (from: number) => number

function pieceAt(source: string, start: number, inside: string | null, sections: NextEnd): Piece {
  if (source.startsWith('<![CDATA[', start)) return sectionAt(source, start, inside, sections(start))
  if (source.startsWith('<!--', start)) return upTo(source, start, '-->')
  if (source.startsWith('<?', start)) return upTo(source, start, '?>')
  CLOSE.lastIndex = start
  const closing = CLOSE.exec(source)
  if (closing?.[1]) return { kind: 'close', name: closing[1], end: start + closing[0].length }
  OPEN.lastIndex = start
  const opening = OPEN.exec(source)
  if (!opening?.[1]) return source.length - start < 3 ? { kind: 'cut' } : { kind: 'stray', end: start + 1 }
  const { end, sound } = tagEnd(source, start + opening[0].length)
  if (end === null)
    return source.length - start < LONGEST_TAG ? { kind: 'cut' } : { kind: 'stray', end: start + 1 }
  const told = source.slice(start, end)
  const empty = told.endsWith('/>')
  // Where a quote is never closed nobody can tell the attributes apart.
  const text = sound ? told : `${opening[0]}${empty ? '/>' : '>'}`
  return { kind: 'open', name: opening[1], text, empty, end, sound }
}

function upTo(source: string, start: number, mark: string): Piece {
  const end = source.indexOf(mark, start)
  if (end < 0) return { kind: 'cut' }
  return { kind: 'other', text: source.slice(start, end + mark.length), end: end + mark.length }
}

/** Finds the next end of a section, and looks further only when the last one found lies behind. */
function sectionEnds(source: string): NextEnd {
  let known = 0
  return (from) => {
    if (known >= 0 && known < from) known = source.indexOf(']]>', from)
    return known
  }
}

/** A section that is never closed ends where its element does; it may not swallow the entries after it. */
function sectionAt(source: string, start: number, inside: string | null, end: number): Piece {
  const reach = source.slice(start, end < 0 ? undefined : end)
  const within = inside === null ? -1 : reach.indexOf(`</${inside}>`)
  const element = within < 0 ? -1 : start + within
  const swallows = element >= 0 && (end < 0 || /<(?:item|entry)[\s>]/.test(source.slice(element, end)))
  if (!swallows) return end < 0 ? { kind: 'cut' } : upTo(source, start, ']]>')
  return { kind: 'other', text: `${source.slice(start, element)}]]>`, end: element, mended: true }
}

/** Where a tag ends: the first `>` outside quotes, or when a quote is never closed, the first `>` at all. */
function tagEnd(source: string, from: number): { readonly end: number | null; readonly sound: boolean } {
  const limit = Math.min(source.length, from + LONGEST_TAG)
  let quote = ''
  let first: number | null = null
  for (let i = from; i < limit; i++) {
    const char = source[i] as string
    if (char === '>') {
      if (quote === '') return { end: i + 1, sound: true }
      first ??= i + 1
    } else if (quote !== '') {
      if (char === quote) quote = ''
      else if (char === '<' && first !== null) return { end: first, sound: false }
    } else if (char === '"' || char === "'") quote = char
    else if (char === '<') return { end: null, sound: false }
  }
  return { end: first, sound: false }
}

const lineAt = (text: string, place: number): number => {
  let line = 1
  for (let at = text.indexOf('\n'); at >= 0 && at < place; at = text.indexOf('\n', at + 1)) line++
  return line
}
