import type { Mention, Telling } from '#domain'
import { plain, sentences } from '#text'
import { isClause } from './clause.ts'
import { clipped, wordCount } from './words.ts'

const TITLE_CHARACTERS = 130
const POST_CHARACTERS = 80
/** A heading so short is no name alone and is told after its subject; a longer one says enough. */
const HEADING_CHARACTERS = 40

/** The title of a telling as it is printed: no marks, addresses or counters, cut at a clause border when it is long. */
export function titleOf({ item }: Telling): string {
  const bare = bareTitle(item.title)
  const said = bare.replace(/^@\w+: /, '')
  // A post has no title of its own: what stands there is the start of its text, cut anywhere.
  if (item.kind === 'post' && plain(item.text).replace(/\s+/g, ' ').startsWith(said.slice(0, 40))) {
    const whole = plain(item.text)
      .replace(/https?:\/\/\S+/g, '')
      .replace(/\s+/g, ' ')
      .trim()
    const first = whole.split(/(?<=[.!?])\s/)[0] ?? whole
    return cutAtBorder((first.length >= 20 ? first : whole).replace(/\.$/, ''), POST_CHARACTERS)
  }
  return cutAtBorder(item.partOf === null ? said : uncut(said, item.text), TITLE_CHARACTERS) || 'Untitled'
}

// The start of a text that was made a title and cut at a word goes on there: then it can be cut where a clause ends.
function uncut(title: string, text: string): string {
  if (!title.endsWith('…')) return title
  const [first] = sentences(plain(text.slice(0, HEAD_CHARACTERS)).replace(/\s+/g, ' '))
  const whole = first ? bareTitle(first.text).replace(/\.$/, '') : ''
  return whole.startsWith(title.slice(0, -1)) ? whole : title
}

const HEAD_CHARACTERS = 1200

/** The title of an earlier story as it is printed. */
export const printedTitle = (title: string): string =>
  cutAtBorder(bareTitle(title).replace(/^@\w+: /, ''), POST_CHARACTERS)

function bareTitle(title: string): string {
  return plain(title.replace(/\s*\[[A-Z]{1,3}\](?=\s*(?:\[|$))/g, ''))
    .replace(/\p{Extended_Pictographic}\uFE0F?/gu, '')
    .replace(/\b(?:https?:\/\/|(?:www|nitter)\.)\S+/g, '')
    .replace(/\s*\(Activity\b.*$/, '')
    .replace(/(?<!(?:,|\b(?:and|or|by|from|per|with|of|via|to|for|at|in|on|as)))(?: @\w{2,30})+$/, '')
    .replace(/ \(\d+ messages?\)(?=:?$)/, '')
    .replace(/:$/, '')
    .replace(/\s+([,.;:!?])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
}

/** What a bold lead says: a paper's own name for its thing, a bare heading after the name that it is about, else the title. */
export function nameOf(telling: Telling, title: string, isPaper: boolean): string {
  if (isPaper) return paperName(telling, title)
  const needsOne =
    leansBack(telling, title) ||
    (title.length <= HEADING_CHARACTERS && !/^\p{Lu}{2}/u.test(title) && isHeading(telling, title))
  const subject = needsOne ? subjectOf(telling) : null
  return subject === null ? title : `${subject}: ${title.charAt(0).toLowerCase()}${title.slice(1)}`
}

/** Whether a heading of a newsletter speaks of what stood before it: "It raises the importance of efficiency". */
export const leansBack = ({ item }: Pick<Telling, 'item'>, title: string): boolean =>
  item.partOf !== null && !FORUM.test(item.url ?? '') && LEANS_BACK.test(title)

// What the headings of a forum point at is the post itself.
const FORUM = /^https?:\/\/(?:[\w-]+\.)*(?:reddit\.com|news\.ycombinator\.com)\//
const LEANS_BACK =
  /^(?:it|its|this|that|these|those|they|their|the (?:model|models|release|launch|paper|company|move|result|results|same|latter|former|first|second|third))\b(?! (?:day|week|month|year))/i

/** What a title says after the name: `Bilevel Optimization for …`; null when the name is all of it. */
export function subtitleOf(title: string, name: string): string | null {
  const rest = title.startsWith(name) ? /^(?:: | [—–] )(.+)$/.exec(title.slice(name.length))?.[1] : undefined
  return rest ?? null
}

function paperName({ item }: Telling, title: string): string {
  const [head = '', ...rest] = title.split(/: | [—–] /)
  if (rest.length > 0 && wordCount(head) <= 5 && head.length <= 48) return head
  const named =
    /\b(?:we|paper|work) (?:\w+ ){0,2}(?:propose|introduce|present|develop) (?:the )?([\p{Lu}δ][\p{L}\d+-]*(?: [\p{Lu}][\p{L}\d+-]*){0,3})(?: \(([\p{L}\d+-]{2,12})\))?,/u.exec(
      plain(item.text.slice(0, 3000)),
    )
  const coined = named?.[1]
  return coined && /\p{Lu}.*\p{Lu}|\d|-/u.test(coined) ? coined : title
}

// A newsletter's own heading over several pieces of news ("Open evaluation work is maturing") names nothing that happened.
function isHeading({ item, mentions }: Telling, title: string): boolean {
  if (item.partOf === null || /\d/.test(title)) return false
  const named = mentions.some(
    ({ field, salience, type }) => field === 'title' && salience > 1 && type !== 'topic',
  )
  return !named && !/[\p{Ll}\s]\p{Lu}|\p{Lu}{2}/u.test(title.slice(1))
}

const SUBJECTS: readonly (readonly Mention['type'][])[] = [
  ['model', 'product', 'benchmark', 'dataset', 'paper'],
  ['company', 'lab', 'government'],
]

// What the text names first, things before their makers; only within its opening sentences.
function subjectOf({ item, mentions }: Telling): string | null {
  const end = Math.min(item.text.length, 400)
  const early = mentions.filter(({ field, start }) => field === 'text' && start < end)
  for (const types of SUBJECTS) {
    const [first] = early.filter(({ type }) => types.includes(type)).sort((a, b) => a.start - b.start)
    if (first) return first.name
  }
  return null
}

const BORDERS = [
  /\s[—–]\s/gu,
  /[:;]\s/gu,
  /(?<=[,;][”"])\s/gu,
  /,?\s\((?=[^)]*$|[^)]*\)[^()]*$)/gu,
  /,\s/gu,
] as const

const SHORTEST = 0.25

/** The title within so many characters: at the last clause border that leaves something to read, else at a word with an ellipsis. */
function cutAtBorder(title: string, most: number): string {
  if (title.length <= most) return title
  const cuts = BORDERS.flatMap((border) =>
    [...title.matchAll(border)].map((match) => title.slice(0, match.index)),
  )
  const [longest] = cuts
    .filter(
      (cut) =>
        cut.length <= most &&
        cut.length >= most * SHORTEST &&
        wordCount(cut) >= 4 &&
        isClause(cut) &&
        isClosed(cut),
    )
    .sort((a, b) => b.length - a.length)
  return longest?.replace(/[\s,;:]+$/, '').replace(/[,;](?=[”"]$)/, '') ?? clipped(title, most)
}

function isClosed(text: string): boolean {
  const count = (mark: RegExp) => text.match(mark)?.length ?? 0
  return (
    count(/\(/g) === count(/\)/g) &&
    count(/“/g) === count(/”/g) &&
    count(/"/g) % 2 === 0 &&
    !/\b(?:and|or|of|the|a|an|to|for|with|as)$/i.test(text)
  )
}
