import type { Item, Link } from '#domain'
import { sentences, shortHash } from '#text'
import { isBoilerplate, isIdleSection } from './boilerplate.ts'
import { familyOf } from './family.ts'
import { type IssueBlock, issueBlocks } from './issue-blocks.ts'
import { headlineLink, leadOf, withoutCounts } from './lead.ts'
import { shortened } from './letters.ts'
import { idsOfAll, isPlace, posterOf, primaryOf, readings } from './primary-link.ts'

const LONGEST_STORY = 2_400
const SHORTEST_STORY = 40
const LONGEST_LABEL = 140
const LONGEST_HEADED = 3_000

/** One telling inside an issue, before it has a title. */
type Telling = {
  readonly text: string
  /** Where its first line stands in the issue's text, marks included. */
  readonly start: number
  readonly title: string | null
  readonly links: readonly Link[]
  readonly sections: readonly string[]
}

/**
 * The stories of a newsletter issue or digest, each an item of its own with `partOf` set: one for each list item or
 * paragraph that leads with a clause and links to something, and one for each headed passage of a few paragraphs.
 * A list item that is only a label hands its place to the items below it; what else lies below belongs to the story.
 * Sponsors, job boards, subscription talk and the like are left out. A story has 40 to 2,400 characters; its sections are
 * tags, its date is the issue's, its key that of its primary link (with a fragment where two tellings share it).
 */
export function linkedItems(issue: Item): Item[] {
  const ownFamily = issue.url === null ? '' : familyOf(issue.url)
  const used = new Set<string>()
  return tellings(issue.text, issue.links).flatMap((telling) => {
    const headline = headlineLink(issue.text.slice(telling.start), telling.start, telling.links)
    const found = readings(telling.links, ownFamily)
    const primary = primaryOf(found, headline)
    if (primary === null) return []
    const text = withoutCounts(withoutLastLabel(telling.text, telling.links))
    const title = telling.title ?? headline?.text ?? leadOf(text, telling.links)
    const poster = posterOf(primary)
    if (withoutAddresses(text).length < SHORTEST_STORY || title === '') return []
    const key = used.has(primary.named.key) ? `${primary.named.key}#${shortHash(text)}` : primary.named.key
    if (used.has(key)) return []
    used.add(key)
    return {
      ...issue,
      // Another issue of the same source may cite the same thing: it is a telling of its own.
      id: `i${shortHash(`${issue.id} ${key}`)}`,
      key,
      kind: 'article',
      url: primary.named.url,
      title,
      // What is told of a post is that person's word.
      authors: poster === null ? issue.authors : [poster],
      text,
      ids: idsOfAll(found, primary),
      links: telling.links.map(({ url, text: label }) => ({ url, text: label })),
      tags: telling.sections,
      signals: {},
      partOf: issue.id,
      contentHash: shortHash(`${title}\n${text}`),
    }
  })
}

/** How many tellings a digest has at least, and what share of its text they make up: three must be nearly all of it. */
const FEWEST_TELLINGS = 3
const enough = (count: number): number => (count === FEWEST_TELLINGS ? 0.7 : 0.5)

/** Whether a text is a digest of other people's stories: several tellings, each about something else, make up most of it. */
export function tellsMany(whole: { url: string | null; text: string; links: readonly Link[] }): boolean {
  if (whole.links.length < FEWEST_TELLINGS) return false
  const ownFamily = whole.url === null ? '' : familyOf(whole.url)
  const found = tellings(whole.text, whole.links)
  if (found.length < FEWEST_TELLINGS) return false
  const targets = new Set(found.map(({ links }) => primaryOf(readings(links, ownFamily), null)?.named.key))
  targets.delete(undefined)
  const told = found.reduce((sum, { title, text }) => sum + (title?.length ?? 0) + text.length, 0)
  const each = Math.min(found.length, FEWEST_TELLINGS + 1)
  return targets.size >= each && told >= whole.text.length * enough(found.length)
}

function tellings(text: string, links: readonly Link[]): Telling[] {
  const found: Telling[] = []
  const headings: IssueBlock[] = []
  let idleLevel = 0
  const blocks = issueBlocks(text, links)
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]
    if (!block) continue
    if (block.kind === 'heading') {
      while ((headings.at(-1)?.level ?? 0) >= block.level) headings.pop()
      if (idleLevel >= block.level) idleLevel = 0
      if (idleLevel === 0 && isIdleSection(block.text)) idleLevel = block.level
      const headed = idleLevel === 0 ? headedStory(blocks, i) : null
      if (headed) {
        found.push({ ...headed.telling, sections: headings.map(label) })
        i = headed.last
      } else headings.push(block)
    } else if (idleLevel === 0) {
      found.push(...tellingsOf(block, headings.map(label)))
    }
  }
  return found
}

const label = (heading: IssueBlock): string => shortened(heading.text.replace(/\s+/g, ' '), LONGEST_LABEL)

/** A heading with a link or a clause of its own, over a few paragraphs and no more, is one story. */
function headedStory(
  blocks: readonly IssueBlock[],
  at: number,
): { telling: Omit<Telling, 'sections'>; last: number } | null {
  const heading = blocks[at]
  if (!heading || heading.text.length > 250) return null
  const body: IssueBlock[] = []
  for (let i = at + 1; blocks[i] && blocks[i]?.kind !== 'heading'; i++) body.push(blocks[i] as IssueBlock)
  const paragraphs = body.filter(({ text, kind }) => !(kind === 'paragraph' && isBoilerplate(text)))
  const size = paragraphs.reduce((sum, { text }) => sum + text.length, 0)
  // A heading that leads to a channel or a front page names a place, not a story.
  const linked = heading.links.some((link) => !isPlace(link))
  const few = paragraphs.length > 0 && paragraphs.length <= 4 && size <= LONGEST_HEADED
  const clause = heading.links.length === 0 && heading.text.trim().split(/\s+/).length >= 4
  if (!few || !(linked || (clause && paragraphs.every(({ kind }) => kind === 'paragraph')))) return null
  const text = fitted(paragraphs.flatMap((block) => [block.text, ...below(block)]))
  const links = [heading, ...paragraphs].flatMap(allLinks)
  if (links.length === 0) return null
  const title = shortened(heading.text.replace(/\s+/g, ' '), 200)
  return { telling: { text, title, links, start: heading.start }, last: at + body.length }
}

function tellingsOf(block: IssueBlock, sections: readonly string[]): Telling[] {
  if (isBoilerplate(block.text)) return []
  const isLabel =
    block.kind === 'bullet' &&
    block.below.length > 1 &&
    block.links.length === 0 &&
    block.text.length <= LONGEST_LABEL
  if (isLabel && block.below.filter((inner) => allLinks(inner).length > 0).length > 1) {
    const inner = [...sections, label(block).replace(/[:\s]+$/, '')]
    return block.below.flatMap((item) => tellingsOf(item, inner))
  }
  const links = allLinks(block)
  if (links.length === 0) return []
  const text = fitted([block.text, ...below(block)])
  return [{ text, title: null, links, sections, start: block.start }]
}

const withoutAddresses = (text: string): string => text.replace(/https?:\/\/\S+/g, '')

/** Letters end a story with a bare link: `… are swapped. Read more`. It is no sentence of it. */
function withoutLastLabel(text: string, links: readonly Link[]): string {
  const last = /(?<=[.!?:]["”’)]?)\s+([^\s.!?][^.!?\n]{0,60})[→»>]?$/.exec(text)
  const label = last?.[1]?.trim()
  return last && links.some((link) => link.text === label) ? text.slice(0, last.index) : text
}

const allLinks = (block: IssueBlock): Link[] => [...block.links, ...block.below.flatMap(allLinks)]

const below = (block: IssueBlock): string[] =>
  block.below.flatMap((item) => [`- ${item.text}`, ...below(item).map((line) => `  ${line}`)])

/** The pieces joined by line breaks as long as they fit; a first piece that is too long ends with a sentence. */
function fitted(pieces: readonly string[]): string {
  let text = ''
  for (const piece of pieces) {
    if (text === '') text = piece.length <= LONGEST_STORY ? piece : wholeSentences(piece)
    else if (text.length + piece.length + 1 <= LONGEST_STORY) text += `\n${piece}`
    else break
  }
  return text.trim()
}

function wholeSentences(text: string): string {
  let end = 0
  for (const sentence of sentences(text.slice(0, LONGEST_STORY * 2)))
    if (sentence.end <= LONGEST_STORY) end = sentence.end
  return end > 0 ? text.slice(0, end) : shortened(text, LONGEST_STORY)
}
