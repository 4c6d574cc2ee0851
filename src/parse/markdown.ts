import { marked } from 'marked'
import { LineCounter, parseDocument } from 'yaml'
import type { Problem, RawItem } from '#domain'
import type { DateLog } from './date-log.ts'
import { isJson, type Json, textAt, textsAt } from './json.ts'
import { oneLine, plainTitle } from './markup.ts'
import { authorsOf } from './papers.ts'
import { rawItem } from './raw-item.ts'
import { safeHtml } from './sanitise.ts'

const FENCE = /^---[ \t]*\r?\n/
const FENCE_END = /^(?:---|\.\.\.)[ \t]*$/m
const LONGEST_BODY = 4_000_000
const MOST_WORK = 2e8

/**
 * A Markdown document as one item. Front matter gives title, date, url, author, tags; without a title the first heading
 * is the title. A mistake in the YAML loses only the lines that it spoils.
 */
export function readMarkdown(text: string, dates: DateLog): { items: RawItem[]; problems: Problem[] } {
  const { fields, body, problems } = frontMatter(text)
  const heading = /^#\s+(.+?)\s*#*\s*$/m.exec(body.slice(0, 5_000))
  const title = oneLine(textAt(fields, 'title', 'name')) ?? plainTitle(withoutMarks(heading?.[1]))
  const url = textAt(fields, 'url', 'link', 'permalink', 'canonical_url', 'canonical', 'source')
  const web = url && /^https?:\/\//i.test(url) ? url : null
  const html = rendered(body, web, problems)
  if (html === '' && title === null) return { items: [], problems }
  const item = rawItem({
    // An `id` of front matter is unique in nobody's sight but its writer's; two newsletters of the field print one for all.
    guid: textAt(fields, 'guid') ?? web,
    title,
    url: web,
    author: authorsOf(fields) ?? oneLine(textAt(fields, 'by')),
    published: dates.read(textAt(fields, 'date', 'published', 'publishedAt', 'created'), 'the front matter'),
    updated: dates.read(textAt(fields, 'updated', 'modified', 'lastmod'), 'the front matter'),
    html: html || null,
    text: html ? null : oneLine(textAt(fields, 'description', 'summary')),
    tags: [
      ...new Set(['tags', 'categories', 'keywords', 'topics'].flatMap((field) => textsAt(fields, field))),
    ],
  })
  return { items: [item], problems }
}

function rendered(body: string, base: string | null, problems: Problem[]): string {
  const cut = body.length > LONGEST_BODY
  if (cut) {
    const what = `Only the first ${LONGEST_BODY} characters were read. Split the file to have it whole.`
    problems.push({ severity: 'lost', what, where: null })
  }
  const read = cut ? body.slice(0, LONGEST_BODY) : body
  try {
    if (emphasisWork(read) < MOST_WORK) return blocks(read, base)
    throw new Error('too many marks of emphasis')
  } catch {
    problems.push({
      severity: 'repaired',
      what: 'The Markdown cannot be rendered; it was kept as text.',
      where: null,
    })
    return `<pre>${read.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</pre>`
  }
}

/** Block by block, so that one picture does not send the whole document through the sanitiser. */
const blocks = (body: string, base: string | null): string =>
  marked
    .lexer(body, { gfm: true })
    .map((block) => safeHtml(marked.parser([block]), base))
    .filter(Boolean)
    .join('\n')

/** The library matches each mark of emphasis in a paragraph with every other: their squares are what it costs. */
function emphasisWork(body: string): number {
  let work = 0
  let marks = 0
  for (let at = 0; at < body.length; at++) {
    const code = body.charCodeAt(at)
    if (code === 0x2a || code === 0x5f || code === 0x7e || code === 0x60) marks++
    else if (code === 0x0a && body.charCodeAt(at + 1) === 0x0a) {
      work += marks * marks
      marks = 0
    }
  }
  return work + marks * marks
}

type FrontMatter = { readonly fields: Json; readonly body: string; readonly problems: Problem[] }

function frontMatter(text: string): FrontMatter {
  const open = FENCE.exec(text)
  if (!open) return { fields: {}, body: text, problems: [] }
  const rest = text.slice(open[0].length)
  const end = FENCE_END.exec(rest)
  if (!end) {
    const what =
      'The front matter is never closed: end it with a line that holds only ---. All was read as text.'
    return { fields: {}, body: rest, problems: [{ severity: 'repaired', what, where: 'line 1' }] }
  }
  const { fields, problems } = yamlFields(rest.slice(0, end.index))
  return { fields, body: rest.slice(end.index + end[0].length), problems }
}

function yamlFields(source: string): { fields: Json; problems: Problem[] } {
  const lines = new LineCounter()
  try {
    // Dates stay as they are printed (no timestamps in this schema), and an alias bomb is not blown up.
    const document = parseDocument(source, {
      schema: 'core',
      lineCounter: lines,
      prettyErrors: false,
      logLevel: 'silent',
    })
    const fault = document.errors[0]
    const value: unknown = fault ? fieldsByLine(source) : document.toJS({ maxAliasCount: 50 })
    const fields = isJson(value) ? value : {}
    if (!fault) return { fields, problems: [] }
    // Line 1 of the YAML is line 2 of the file.
    const where = `line ${lines.linePos(fault.pos[0]).line + 1}`
    const what = `The front matter has a mistake: ${fault.message}. Correct it there; the fields on lines of their own were read.`
    return { fields, problems: [{ severity: 'lost', what, where }] }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    const what = `The front matter cannot be read: ${why}. The fields on lines of their own were read.`
    return { fields: fieldsByLine(source), problems: [{ severity: 'lost', what, where: 'front matter' }] }
  }
}

/** `name: value` lines at the margin, quotes taken off: what can be trusted in broken YAML. */
function fieldsByLine(source: string): Json {
  const found = source.matchAll(/^([A-Za-z_][\w-]*):[ \t]+(\S.*)$/gm)
  return Object.fromEntries(
    Array.from(found, ([, name, value]) => [name, value?.trim().replace(/^(["'])(.*?)\1?$/, '$2')] as const),
  )
}

const withoutMarks = (heading: string | undefined): string | undefined =>
  heading?.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/(\*\*|__|[*`])/g, '')
