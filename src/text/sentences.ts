/** A sentence with its place in UTF-16 units; `text` is exactly `whole.slice(start, end)`. */
export type SentenceSpan = { readonly text: string; readonly start: number; readonly end: number }

// Words whose full stop does not end a sentence, when something follows on the same line.
const ABBREVIATIONS = new Set(
  `al approx art ca cf ch co corp dept dr ed eds e.g eg eq eqs est etc fig figs gen gov i.e ie inc incl jr lt ltd max min mr
  mrs ms mt no nos p pp prof ref refs rep rev sec sen sr st tab tbl v vol vols vs viz u.s u.k u.n ph.d m.sc b.sc a.m p.m
  jan feb mar apr jun jul aug sep sept oct nov dec`.split(/\s+/),
)
// These end a sentence when a capital follows ("et al. The …" is rare, "U.S. The" is not), the others never do.
const MAY_END = new Set([
  'etc',
  'inc',
  'corp',
  'ltd',
  'co',
  'jr',
  'sr',
  'u.s',
  'u.k',
  'u.n',
  'a.m',
  'p.m',
  'ph.d',
  'al',
])
const STARTERS =
  /^(?:The|This|That|These|Those|It|Its|He|She|They|We|In|On|At|For|But|And|However|While|When|As|If|A|An|Our|Their|To|By|With|From|Our|There|Here|Both|Each|Some|Such|Now|Then|So|Yet|Or|Not)\b/

const BREAK =
  /\n[ \t]*\n\s*|\n(?=[ \t]*(?:[-*•‣–—]|\d{1,2}[.)]|#{1,6})[ \t])|[.!?…]+["'”’)\]]*(?=\s|$)|[。！？]/gu

/**
 * The sentences of a text in order. Blank lines, list bullets and headings separate; a full stop does unless it belongs
 * to an abbreviation, an initial, a number, a version or an address. Every character outside white space is in one.
 */
export function sentences(text: string): SentenceSpan[] {
  const found: SentenceSpan[] = []
  let from = 0
  const close = (to: number) => {
    const span = trimmed(text, from, to)
    if (span) found.push(span)
    from = to
  }
  for (const match of text.matchAll(BREAK)) {
    const mark = match[0]
    const after = match.index + mark.length
    if (mark.startsWith('\n')) close(match.index)
    else if (endsSentence(text, match.index, mark, after)) close(after)
  }
  close(text.length)
  return found
}

function endsSentence(text: string, at: number, mark: string, after: number): boolean {
  if (!mark.startsWith('.') || mark.startsWith('..'))
    return mark !== '...' && mark !== '…' ? true : startsUpper(text, after)
  const word = wordBefore(text, at)
  const rest = text.slice(after, after + 24).trimStart()
  if (rest === '') return true
  if (/^\p{Lu}$/u.test(word)) return STARTERS.test(rest) && !/^A\b/.test(rest)
  if (/^\d{1,2}$/.test(word) && isListNumber(text, at - word.length)) return false
  const abbreviation = word.toLowerCase()
  if (ABBREVIATIONS.has(abbreviation)) return MAY_END.has(abbreviation) && STARTERS.test(rest)
  return !/^[\p{Ll},;:]/u.test(rest) || /^(?:arXiv|e[A-Z]|i[A-Z]|x[A-Z]|vLLM|llama\.cpp)/.test(rest)
}

function wordBefore(text: string, at: number): string {
  let start = at
  while (start > 0 && /[\p{L}\p{N}.]/u.test(text.charAt(start - 1))) start--
  return text.slice(start, at).replace(/^\.+/, '')
}

function isListNumber(text: string, at: number): boolean {
  return at === 0 || /\n[ \t]*$/.test(text.slice(Math.max(0, at - 8), at))
}

function startsUpper(text: string, at: number): boolean {
  return /^\s*["'“‘([]*[\p{Lu}\p{N}]/u.test(text.slice(at, at + 12))
}

function trimmed(text: string, from: number, to: number): SentenceSpan | null {
  let start = from
  let end = to
  while (start < end && /\s/.test(text.charAt(start))) start++
  while (end > start && /\s/.test(text.charAt(end - 1))) end--
  return start === end ? null : { text: text.slice(start, end), start, end }
}
