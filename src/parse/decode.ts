import type { Problem } from '#domain'

/** The text of a document, and what was wrong with how it said to be written. */
export type Decoded = { readonly text: string; readonly problems: readonly Problem[] }

const HEAD_BYTES = 4096
// Encodings that write other letters with ASCII bytes: being valid UTF-8 says nothing against them.
const STATEFUL = /^(?:iso-2022|csiso2022|hz|utf-7)/i

/**
 * Turns bytes into text. What wins, in order: a byte order mark; being valid UTF-8; the charset of the content type,
 * the XML declaration or the HTML meta element; Windows-1252. A claim that the bytes refute is reported as repaired.
 * The order is that of the HTML standard, except that UTF-8 which holds for every byte beats a claim: a wrong claim is
 * far commoner than text in another encoding that is UTF-8 by accident.
 */
export function decode(bytes: Uint8Array, contentType: string | null): Decoded {
  const mark = byteOrderMark(bytes)
  if (mark) return { text: read(bytes, mark) ?? '', problems: [] }
  const wide = wideWithoutMark(bytes)
  if (wide) return { text: read(bytes, wide) ?? '', problems: [] }

  const claim = claimed(bytes, contentType)
  if (claim && STATEFUL.test(claim)) {
    const text = read(bytes, claim)
    if (text !== null) return { text, problems: [] }
  }
  const utf8 = read(bytes, 'utf-8', true)
  if (utf8 !== null) return { text: utf8, problems: refuted(claim, bytes) }
  if (claim && !/^utf-?8$/i.test(claim)) {
    const text = read(bytes, claim)
    if (text !== null) return { text, problems: [] }
  }
  return guessed(bytes, claim)
}

function byteOrderMark(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  return a === 0xfe && b === 0xff ? 'utf-16be' : null
}

/** UTF-16 gives itself away by zero bytes at every other place. */
function wideWithoutMark(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes
  if (a !== 0 && b === 0 && c !== 0 && d === 0) return 'utf-16le'
  return a === 0 && b !== 0 && c === 0 && d !== 0 ? 'utf-16be' : null
}

/** The encoding that the document says it has: the content type's, else the XML declaration's, else a meta element's. */
function claimed(bytes: Uint8Array, contentType: string | null): string | null {
  const header = /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType ?? '')?.[1]
  if (header) return header
  const head = read(bytes.subarray(0, HEAD_BYTES), 'latin1') ?? ''
  const declaration = /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)["']/i.exec(head)?.[1]
  return declaration ?? /<meta[^>]{0,200}?charset\s*=\s*["']?([\w.:-]+)/i.exec(head)?.[1] ?? null
}

/** Null when there is no such encoding, or when `strict` and the bytes break its rules. */
function read(bytes: Uint8Array, encoding: string, strict = false): string | null {
  try {
    return new TextDecoder(encoding, { fatal: strict }).decode(bytes)
  } catch {
    return null
  }
}

function refuted(claim: string | null, bytes: Uint8Array): Problem[] {
  if (!claim || /^utf-?8$/i.test(claim) || bytes.every((byte) => byte < 0x80)) return []
  const what = `The document says it is written in ${claim}, but its bytes are UTF-8; it was read as UTF-8.`
  return [{ severity: 'repaired', what, where: null }]
}

/** Neither valid UTF-8 nor a known claim: a few broken characters in UTF-8, or else Windows-1252. */
function guessed(bytes: Uint8Array, claim: string | null): Decoded {
  const utf8 = read(bytes, 'utf-8') ?? ''
  const broken = utf8.match(/\uFFFD/g)?.length ?? 0
  const sound = utf8.match(/[^\p{ASCII}\uFFFD]/gu)?.length ?? 0
  const says = claim ? `says it is written in ${claim}` : 'does not say how it is written'
  if (broken <= sound) {
    const what = `The document ${says}; ${broken} places are no valid UTF-8 and show as \uFFFD. Ask its publisher to mend it.`
    return { text: utf8, problems: [{ severity: 'lost', what, where: null }] }
  }
  const what = `The document ${says} and is no valid UTF-8; it was read as Windows-1252, so accents may be wrong.`
  return {
    text: read(bytes, 'windows-1252') ?? utf8,
    problems: [{ severity: 'repaired', what, where: null }],
  }
}

/** Whether the bytes are no text at all: many control characters among the first thousands. */
export function isBinary(text: string): boolean {
  const head = text.slice(0, HEAD_BYTES)
  const controls = head.match(/[\u0000-\u0008\u000E-\u001A\u001C-\u001F\uFFFD]/g)?.length ?? 0
  return controls > 8 && controls > head.length * 0.05
}
