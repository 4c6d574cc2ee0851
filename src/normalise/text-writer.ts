import type { Link } from '#domain'

/** A text with the links found in it; `cut` when there was more than the limit allowed. */
export type Read = { readonly text: string; readonly links: readonly Link[]; readonly cut: boolean }

/** Writes a text piece by piece: breaks and blanks asked for twice are written once, and none at the end. */
export type TextWriter = {
  write(words: string, verbatim: boolean): void
  /** The next words begin a line. */
  line(): void
  /** The next words begin a paragraph, or a line of the list item they stand in. */
  block(): void
  heading(level: number): void
  item(depth: number): void
  /** How many lists what follows stands in. */
  inside(depth: number): void
  row(): void
  cell(): void
  /** Where the next word will stand, unless a break or mark comes first. */
  here(): number
  since(at: number): string
  lineStart(): number
  /** Puts a mark before what stands at `at`; returns its length. */
  markBefore(at: number, mark: string): number
  full(): boolean
  text(): string
}

const DEEPEST = 8

/** A writer with nothing written, that takes at most `limit` characters. */
export function textWriter(limit: number): TextWriter {
  // What is written is kept as finished lines, which are only added to and never looked at, and the line being written:
  // looking at the end of one long text after every word would copy all of it each time.
  let lines = ''
  let out = ''
  let breaks = 0
  let blank = false
  let mark = ''
  let depth = 0
  let firstCell = false
  let full = false

  const flush = () => {
    if (lines === '' && out === '') breaks = 0
    if (breaks > 0) {
      lines += out + (breaks > 1 ? '\n\n' : '\n')
      out = ''
      if (mark === '' && depth > 0) out += '  '.repeat(depth)
    } else if (blank && out !== '' && !out.endsWith(' ')) out += ' '
    out += mark
    breaks = 0
    blank = false
    mark = ''
  }
  const put = (words: string) => {
    if (full) return
    flush()
    const room = Math.max(0, limit - lines.length - out.length)
    out += words.slice(0, room)
    full = words.length > room
  }

  return {
    write(words, verbatim) {
      if (verbatim) {
        for (const [index, line] of words.split('\n').entries()) {
          if (index > 0) breaks = Math.min(2, breaks + 1)
          if (line.trim() !== '') put(line.trimEnd())
        }
        return
      }
      const plain = words.replace(/\s+/g, ' ')
      const bare = plain.trim()
      if (plain.startsWith(' ')) blank = true
      if (bare === '') return
      put(bare)
      blank = plain.endsWith(' ')
    },
    line() {
      breaks = Math.min(2, breaks + 1)
    },
    block() {
      breaks = Math.max(breaks, depth > 0 ? 1 : 2)
    },
    heading(level) {
      breaks = 2
      mark = `${'#'.repeat(level)} `
    },
    item(listDepth) {
      breaks = Math.max(breaks, 1)
      depth = Math.min(listDepth, DEEPEST)
      mark = `${'  '.repeat(depth - 1)}- `
    },
    inside(listDepth) {
      depth = Math.min(listDepth, DEEPEST)
      if (depth === 0) breaks = 2
    },
    row() {
      breaks = Math.max(breaks, 1)
      firstCell = true
    },
    cell() {
      if (firstCell || breaks > 0 || out === '') firstCell = false
      else put(out.endsWith(' ') ? '| ' : ' | ')
    },
    here: () => lines.length + out.length,
    since: (at) => (at >= lines.length ? out.slice(at - lines.length) : (lines + out).slice(at)),
    lineStart: () => lines.length,
    markBefore(at, sign) {
      const inLine = at - lines.length
      if (inLine >= 0) out = out.slice(0, inLine) + sign + out.slice(inLine)
      else lines = lines.slice(0, at) + sign + lines.slice(at)
      return sign.length
    },
    full: () => full,
    text: () => (lines + out).trimEnd(),
  }
}
