import type { RawItem } from '#domain'
import type { DateLog } from './date-log.ts'
import { oneLine } from './markup.ts'
import { rawItem } from './raw-item.ts'
import { isCaptions } from './sniff.ts'

const HEAD_LINES = 40
const HEADING_UNITS = 120
const FIELD =
  /\*\*(podcast|published|show|date|host|hosts|guests?|url|link|source|title):\*\*\s*([^\n]*?)(?=\s*\*\*[a-z ]{3,20}:\*\*|\s*$)/gim

/**
 * A transcript as one item: plain text as it stands, WebVTT or SubRip captions without their times. Attribution lines
 * above the transcript (`**Podcast:** …`, `**Published:** …`) become its author and date.
 */
export function readTranscript(text: string, dates: DateLog): RawItem[] {
  const captions = isCaptions(text)
  const head = captions ? '' : text.split('\n', HEAD_LINES).join('\n')
  const told = Object.fromEntries(
    Array.from(head.matchAll(FIELD), ([, name, value]) => [name?.toLowerCase(), value]),
  )
  const start = captions ? null : /^##?\s+transcript\s*$/im.exec(text)
  const spoken = captions
    ? spokenWords(text)
    : start
      ? text.slice(start.index + start[0].length)
      : withoutHead(text, head)
  if (spoken.trim() === '') return []
  const title = oneLine(/^#\s+(.+)$/m.exec(head)?.[1] ?? told.title)
  const url = told.url ?? told.link
  return [
    rawItem({
      title,
      url: url && /^https?:\/\//i.test(url) ? url : null,
      author: oneLine(told.podcast ?? told.show ?? told.source),
      published: dates.read(
        oneLine(told.published ?? told.date ?? dayInHeading(head)),
        'the attribution lines',
      ),
      text: spoken.trim(),
      kind: 'transcript',
    }),
  ]
}

/** The day that a short first line names: `Daily digest | 2026-05-13`. */
function dayInHeading(head: string): string | undefined {
  const [first = ''] = head.trimStart().split('\n', 1)
  return first.length <= HEADING_UNITS ? /\b\d{4}-\d{2}-\d{2}\b/.exec(first)?.[0] : undefined
}

/** The text without its heading and attribution lines. */
function withoutHead(text: string, head: string): string {
  const lines = head.split('\n').filter((line) => !/^#\s|^\s*\*\*[a-z ]{3,20}:\*\*/i.test(line))
  return lines.join('\n') + text.slice(head.length)
}

/**
 * What is said in captions: no times, numbers, notes or styles; a line that rolls on is told once, and a speaker is named
 * where another begins.
 */
function spokenWords(text: string): string {
  const said: string[] = []
  let last = ''
  let speaker = ''
  for (const block of text.replaceAll('\r', '').split(/\n{2,}/)) {
    if (/^\s*(?:WEBVTT|NOTE|STYLE|REGION)\b/.test(block)) continue
    const lines = block.split('\n')
    const times = lines.findIndex((line) => line.includes('-->'))
    for (const line of lines.slice(times + 1)) {
      const voice = /<v(?:\.[\w.-]{1,40})?\s+([^>]{1,80})>/.exec(line)?.[1]?.trim()
      const words = line.replace(/<[^>]{0,80}>/g, '').trim()
      if (words === '' || words === last) continue
      last = words
      said.push(voice !== undefined && voice !== speaker ? `${voice}: ${words}` : words)
      speaker = voice ?? speaker
    }
  }
  return sentencesOf(said).join('\n')
}

const SENTENCE_END = /[.!?…]["'”’)]*$/
const NAMED = /^[^:.!?]{1,80}: /
const LONGEST_SENTENCE = 400

/** Captions break where the screen ends: what one line begins and the next goes on is one line. Without full stops, as it is. */
function sentencesOf(lines: readonly string[]): readonly string[] {
  if (!lines.some((line) => SENTENCE_END.test(line))) return lines
  const whole: string[] = []
  for (const line of lines) {
    const open = whole.at(-1)
    const goesOn = open !== undefined && !SENTENCE_END.test(open) && !NAMED.test(line)
    if (goesOn && open.length + line.length < LONGEST_SENTENCE) whole[whole.length - 1] = `${open} ${line}`
    else whole.push(line)
  }
  return whole
}
