import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { decodeHTML } from 'entities'
import { extractPage, isAllowed, type Parsed, parse, parseDate } from '#parse'
import type { Evaluation, Row } from './evaluation.ts'
import { linesOf } from './files.ts'
import { disagreements, type ExpectedFeed, instantOf } from './metrics/feed-agreement.ts'
import { meanF1, shingleOverlap } from './metrics/shingle-f1.ts'

/** Feeds, pages, robots, date strings and mail against what others expect of them. */
export const evaluation: Evaluation = {
  room: 'parse',
  async run({ own, shared }) {
    const ours = await ownCases(join(own, 'parse.jsonl'))
    if (shared === null) return [ours]
    const feeds = join(shared, 'feeds')
    const rows = [
      ours,
      await conformance(join(feeds, 'gofeed_cases.jsonl')),
      await realWorld(join(feeds, 'realworld_dev.jsonl')),
      await robots(join(feeds, 'robotstxt_spec_cases.jsonl')),
      await dateStrings(join(feeds, 'date_strings.jsonl')),
      await pages(join(shared, 'html')),
      await mails(join(shared, 'mail', 'eml_dev.jsonl')),
    ]
    return rows
  },
}

const row = (
  data: string,
  metric: string,
  right: number,
  cases: number,
  reach: number,
  reference: string,
): Row => ({
  ...{ room: 'parse', data, metric, value: right / Math.max(1, cases), cases, reference, reach },
})

/** A case's document: as text, or as base64 where its bytes are no text. */
type Case = { readonly path: string; readonly text?: string; readonly base64?: string }

const bytesOf = ({ text, base64 }: Case): Uint8Array =>
  base64 === undefined ? new TextEncoder().encode(text ?? '') : new Uint8Array(Buffer.from(base64, 'base64'))

const read = (source: Case): Promise<Parsed> =>
  parse({ bytes: bytesOf(source), contentType: null, url: source.path.split('/').at(-1) ?? null })

type OwnCase = {
  readonly id: string
  readonly content: string
  readonly url: string | null
  readonly kind: string
  readonly items: readonly Readonly<Record<string, unknown>>[]
  readonly problems: number
}

/** Right when kind, number of items and of problems, and each field that an expected item names, are as written. */
async function ownCases(path: string): Promise<Row> {
  const cases = await linesOf<OwnCase>(path)
  let right = 0
  for (const { id, content, url, kind, items, problems } of cases) {
    const parsed = await parse({ bytes: new TextEncoder().encode(content), contentType: null, url })
    const fields = items.flatMap((item, at) =>
      Object.entries(item).map(([field, value]) => ({ at, field, value })),
    )
    const wrong = fields.filter(({ at, field, value }) => {
      const got = Object.entries(parsed.items[at] ?? {}).find(([name]) => name === field)?.[1]
      return JSON.stringify(got) !== JSON.stringify(value)
    })
    const counts = parsed.items.length === items.length && parsed.problems.length === problems
    if (wrong.length === 0 && counts && parsed.kind === kind) right++
    else if (process.env.EVAL_SHOW) console.error(id, JSON.stringify({ wrong, parsed }))
  }
  return row('own', 'as written', right, cases.length, 1, 'none measured')
}

async function conformance(path: string): Promise<Row> {
  const cases = (await linesOf<Case & { expected: ExpectedFeed | null }>(path)).filter(
    (one) => one.expected !== null,
  )
  let right = 0
  for (const one of cases) {
    const wrong = disagreements(await read(one), one.expected ?? {})
    if (wrong.length === 0) right++
    else if (process.env.EVAL_SHOW) console.error(`${one.path}: ${wrong.join('; ')}`)
  }
  return row('feeds/gofeed_cases', 'agree', right, cases.length, 0.97, 'gofeed 1.000')
}

const ENTRY = /<(?:\w+:)?(?:item|entry)[\s>]|"(?:content_html|content_text)"\s*:/

async function realWorld(path: string): Promise<Row> {
  const feeds = await linesOf<Case>(path)
  let right = 0
  for (const feed of feeds) {
    try {
      const { items } = await read(feed)
      // A list of feeds, a page or a test's expected answer is no feed: it must only not throw.
      const hasEntries =
        ENTRY.test(new TextDecoder().decode(bytesOf(feed))) && !/references\/.*\.json$/.test(feed.path)
      if (items.length > 0 || !hasEntries) right++
      else if (process.env.EVAL_SHOW) console.error(`${feed.path}: no items`)
    } catch (error) {
      console.error(`${feed.path}: ${error}`)
    }
  }
  return row('feeds/realworld_dev', 'read', right, feeds.length, 1, 'none measured')
}

type RobotsCase = {
  readonly robotstxt: string
  readonly tests: readonly { readonly url: string; readonly ua: string; readonly expect: string }[]
}

async function robots(path: string): Promise<Row> {
  const verdicts = (await linesOf<RobotsCase>(path)).flatMap(({ robotstxt, tests }) =>
    tests.map(
      ({ url, ua, expect }) =>
        isAllowed({ robotsTxt: robotstxt, userAgent: ua, url }) === (expect === 'ALLOWED'),
    ),
  )
  return row(
    'feeds/robotstxt_spec_cases',
    'agree',
    verdicts.filter(Boolean).length,
    verdicts.length,
    0.98,
    'Google 1.000',
  )
}

type DateCase = { readonly input: string; readonly expected_utc: string | null; readonly must_fail: boolean }

async function dateStrings(path: string): Promise<Row> {
  const cases = await linesOf<DateCase>(path)
  const right = cases.filter(({ input, expected_utc, must_fail }) => {
    const date = parseDate(input)?.date ?? null
    if (must_fail || date === null) return must_fail && date === null
    return expected_utc === null || instantOf(date) === Date.parse(expected_utc)
  })
  return row('feeds/date_strings', 'exact', right.length, cases.length, 1, 'their own parsers 1.000')
}

async function pages(folder: string): Promise<Row> {
  const truth = join(folder, 'ground-truth.json')
  const wanted: Record<string, { articleBody: string; url: string }> = existsSync(truth)
    ? JSON.parse(await readFile(truth, 'utf8'))
    : {}
  const overlaps = []
  for (const [id, { articleBody, url }] of Object.entries(wanted)) {
    const html = gunzipSync(await readFile(join(folder, 'pages', `${id}.html.gz`))).toString('utf8')
    overlaps.push(shingleOverlap(articleBody, (await extractPage(html, url)).text, 4))
  }
  const value = overlaps.length === 0 ? 0 : meanF1(overlaps)
  const reference = 'Readability.js .947, trafilatura .958, best .970'
  return { ...row('html', 'shingle-4 F1', 0, overlaps.length, 0.96, reference), value }
}

type MailPart = {
  readonly headers: readonly { readonly name: unknown; readonly value: unknown }[]
  readonly body: { readonly Text?: string; readonly Html?: string }
}
type MailCase = Case & {
  readonly expected: {
    readonly html_body: readonly number[]
    readonly text_body: readonly number[]
    readonly parts: readonly MailPart[]
  } | null
}

const words = (text: string): string =>
  text
    .replace(/<[^>]*>/g, ' ')
    .replace(/&\w+;/g, (entity) => decodeHTML(entity))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Subject, sender and date as the first part's headers have them; the body holds the words of the first text part. */
async function mails(path: string): Promise<Row> {
  const cases = (await linesOf<MailCase>(path)).filter((one) => one.expected !== null)
  let right = 0
  for (const one of cases) {
    const parsed = await parse({ bytes: bytesOf(one), contentType: 'message/rfc822', url: one.path })
    const wrong = mailFaults(parsed, one.expected)
    if (wrong.length === 0) right++
    else if (process.env.EVAL_SHOW) console.error(`${one.path}: ${wrong.join('; ')}`)
  }
  return row('mail/eml_dev', 'agree', right, cases.length, 0.97, 'none measured')
}

function mailFaults({ items }: Parsed, expected: MailCase['expected']): string[] {
  const item = items[0]
  const parts = expected?.parts ?? []
  const header = (name: string) => parts[0]?.headers.find((one) => one.name === name)?.value
  const subject = (header('subject') as { Text?: string } | undefined)?.Text
  const from = header('from') as
    | { Address?: { List?: { name: string | null; address: string | null }[] } }
    | undefined
  const sender = from?.Address?.List?.[0]
  const date = header('date') as { DateTime?: Record<string, number> } | undefined
  const wrong: string[] = []
  if (subject && !agrees(subject, item?.title ?? '')) wrong.push(`subject ${item?.title} for ${subject}`)
  if (
    sender &&
    ![sender.name, sender.address].some((name) => name && words(name) === words(item?.author ?? ''))
  ) {
    if (sender.name || sender.address) wrong.push(`from ${item?.author} for ${sender.name} ${sender.address}`)
  }
  if (date?.DateTime && item?.published && instantOf(item.published) !== mailInstant(date.DateTime)) {
    wrong.push(`date ${item.published} for ${JSON.stringify(date.DateTime)}`)
  }
  if (date?.DateTime && !item?.published) wrong.push(`no date for ${JSON.stringify(date.DateTime)}`)
  const said = words(`${item?.text ?? ''} ${item?.html ?? ''}`)
  for (const at of new Set([expected?.text_body[0], expected?.html_body[0]])) {
    const body = at === undefined ? undefined : parts[at]?.body
    const want = words((body?.Text ?? body?.Html ?? '').split('\uFFFD', 1)[0] ?? '')
    if (want && !said.includes(want.slice(0, 60).trim()))
      wrong.push(`body "${said.slice(0, 40)}" for "${want.slice(0, 40)}"`)
  }
  return wrong
}

/** Where the expected text shows that its parser lost a letter, any letter of ours will do. */
const agrees = (want: string, got: string): boolean =>
  want.includes('\uFFFD')
    ? want.split('\uFFFD').every((piece) => words(got).includes(words(piece)))
    : words(want) === words(got)

function mailInstant(at: Record<string, number | boolean>): number {
  const number = (field: string) => Number(at[field] ?? 0)
  const local = Date.UTC(
    number('year'),
    number('month') - 1,
    number('day'),
    number('hour'),
    number('minute'),
    number('second'),
  )
  const offset = (number('tz_hour') * 60 + number('tz_minute')) * 60_000
  return local + (at.tz_before_gmt ? offset : -offset)
}
