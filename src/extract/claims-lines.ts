/** A line of a text with what it is: prose, a heading over what follows, or part of a drawing or table. */
export type Line = {
  readonly start: number
  readonly end: number
  readonly drawn: boolean
  readonly heading: boolean
  /** What the lines up to the next heading, or this bullet, are about; null when nothing says so. */
  readonly topic: string | null
  /** Whom the topic beats, where its title says so: OpenAI of "Anthropic overtakes OpenAI in …". */
  readonly rival: string | null
}

const DRAWN = /[─-╿▀-▟►◄▲▼→←↑↓]|\|.*\||[-=_]{4,}|\S {3,}\S/u
const MOST_HEADING = 120
const HEADING_END = /[.!?;,]["'”’)]*$/
const BULLET = /^[\s]*(?:[-*•‣–—→]+|\d{1,2}[.)]|#{1,6})\s+/
const MARKS = /\*\*|__|`/g

// Names of sections: they say where a reader is, not what the text is about.
const SECTION =
  /^(?:tl;?dr|abstract|introduction|background|results?|methods?|methodology|discussion|conclusions?|references|sources?|links?|overview|summary|highlights|contents|appendix|related work|limitations|evaluation|experiments?|the big picture|deep dives?|quick hits|industry pulse|connecting the dots|worth (?:watching|reading)|also this week|from the lab|the big story|key takeaways|watch & listen first|why it matters|research angle|what's new|what’s new|updates?|news|papers?|models?|tools?|funding|research|industry|policy|in brief|full summary|key (?:results|findings|points)|main (?:results|findings)|comments?|notes?|changelog|features?|pricing|availability)\b[:.]?$/i
const LABELS =
  /^(?:source|links?|paper|why it matters|research angle|tier|note|update|edit|signal|twitter signal|reddit|via|by|author|date|falsifiable|cross-paper thread #\d+)\b[^:]{0,20}:\s*/i

/** The lines of a text in order, each with its topic. A drawing is a run of short lines of which some hold drawn characters. */
export function linesIn(text: string): Line[] {
  const found: Line[] = []
  let heading: string | null = null
  let start = 0
  const raw = text.split('\n')
  const drawn = drawnLines(raw)
  for (const [at, line] of raw.entries()) {
    const end = start + line.length
    const isDrawn = drawn[at] ?? false
    const bare = isDrawn ? '' : line.replace(BULLET, '').replace(BULLET, '').replace(MARKS, '').trim()
    let topic = heading
    let rival: string | null = null
    let isHeading = false
    if (bare !== '') {
      const title = titleOf(bare, BULLET.test(line))
      if (title !== null) {
        topic = headOf(title)
        rival = RIVAL.exec(title)?.[1] ?? null
      } else if (looksLikeHeading(bare, raw[at + 1] ?? '') && raw.length > 1) {
        isHeading = true
        heading = SECTION.test(bare) ? null : headOf(bare.split(' · ')[0] ?? bare)
        topic = heading
      }
    }
    found.push({ start, end, drawn: isDrawn, heading: isHeading, topic, rival })
    start = end + 1
  }
  return found
}

/** The line that holds a place; lines are in order. */
export const lineAt = (lines: readonly Line[], place: number): Line | null =>
  lines[indexOfLine(lines, place)] ?? null

/** Where that line stands among them; 0 for a place before the first. */
export function indexOfLine(lines: readonly Line[], place: number): number {
  let low = 0
  let high = lines.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((lines[middle]?.start ?? 0) <= place) low = middle
    else high = middle - 1
  }
  return low
}

function drawnLines(raw: readonly string[]): boolean[] {
  const drawn = raw.map((line) => line.length < 160 && DRAWN.test(line) && !/[.!?]["')]*\s*$/.test(line))
  const marks = raw.map((line, at) => drawn[at] === true && /[─-╿▀-▟►◄▲▼]/u.test(line))
  // Lines of a drawing without a drawn character lie between lines that have one.
  for (let at = 0; at < raw.length; at++) {
    if (!marks[at]) continue
    for (let step = 1; step <= 12; step++) {
      const line = raw[at + step]
      if (line === undefined || line.trim() === '' || line.length > 100 || /[.!?]$/.test(line.trim())) break
      drawn[at + step] = true
    }
  }
  // The titles of its columns stand above the first rule.
  for (let at = 1; at < raw.length; at++) {
    const title = raw[at - 1]?.trim() ?? ''
    if (marks[at] && !drawn[at - 1] && title !== '' && title.length < 100 && !/[.!?:]$/.test(title))
      drawn[at - 1] = true
  }
  return drawn
}

// The next line of a wrapped paragraph goes on in lower case.
const looksLikeHeading = (line: string, next: string): boolean =>
  !/^\s*\p{Ll}/u.test(next) &&
  line.length <= MOST_HEADING &&
  line.length > 3 &&
  /^[\p{Lu}\p{N}"“δ]/u.test(line) &&
  !HEADING_END.test(line) &&
  !/^(?:source|links?|https?)\b/i.test(line)

const IN_BRACKETS =
  /^(.{2,110}?) \((?:arXiv|@|[A-Z][^()]{1,60}|newsletter|retweet|Substack)[^()]{0,80}\)(?:[.:]|$)/
const DATED = /^([^.:]{3,90}?)[,.] \d{1,3}(?:[-–]\d{1,3})? days?\b/

// "Name (arXiv 2605.12483). …", "Name, 90 days. …", "**Name**: …" at the head of a bullet or paragraph.
function titleOf(line: string, bullet: boolean): string | null {
  const bare = line.replace(LABELS, '')
  const bracketed = IN_BRACKETS.exec(bare)
  const title = bracketed?.[1]
  if (title && title.split(' ').length <= 16) {
    // "The Register: Orbit ships … (The Register)": the publisher is not the topic.
    const source = title.split(': ')[0] ?? ''
    return source !== title && bare.slice(title.length).startsWith(` (${source})`)
      ? title.slice(source.length + 2)
      : title
  }
  const dated = DATED.exec(bare)?.[1]
  if (dated) return dated
  const colon = bullet ? /^([\p{Lu}δ][^.:;]{2,60}): /u.exec(bare)?.[1] : undefined
  return colon && !SECTION.test(colon) ? colon : null
}

const RIVAL =
  /\b(?:overtakes?|beats?|passes|outperforms?|surpasses|tops|edges(?: out)?|leads|outsells?|outscores?) (\p{Lu}[\p{L}\p{N}.-]*(?: \p{Lu}[\p{L}\p{N}.-]*)*)/u

const VERB =
  /^(?:[a-z]+(?:es|ed|ing)|[a-z]{3,}s|Launches|Publishes|Adds|Releases|Raises|Ships|Runs|Beats|Hits|Unveils|Announces|Introduces|Gets|Cuts|Buys|Acquires|Expands|Debuts|Opens|Becomes|Overtakes|Says|Wins|Drops|Reaches|Plans|Leads|Makes|Turns|Joins|Signs|Hires|Builds|Brings|Scores|Tops)$/
const NO_VERB =
  /^(?:models|agents|tokens|weights|results|papers|labs|benchmarks|features|faces|experts|transformers|tools|rewards|needs|across|versus|less|has|is|was|its|this|vs|thus|towards|always)$/i

// "Anthropic overtakes OpenAI …" is about Anthropic; "FocuSFT: attention sinks …" about FocuSFT.
function headOf(title: string): string {
  const first = title.split(/:\s|\s[—–|]\s/)[0] ?? title
  const words = first.split(' ')
  for (let at = 1; at < Math.min(words.length, 6); at++) {
    const word = words[at] ?? ''
    if (/^[a-z]/.test(word) || VERB.test(word)) {
      const lead = words.slice(0, at)
      const verb = VERB.test(word) && !NO_VERB.test(word) && !/ing$/.test(word)
      if (
        verb &&
        lead.every((one) => /^[\p{Lu}\p{N}δ&-]/u.test(one)) &&
        !/^(?:The|A|An|How|Why|What|When)$/.test(lead[0] ?? '')
      )
        return lead.join(' ')
      if (!/^(?:of|the|and|for|in|on|to|a|with|as)$/.test(word)) break
    }
  }
  return first.trim()
}
