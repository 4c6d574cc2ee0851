import type { RawItem } from '#domain'
import type { DateLog } from './date-log.ts'
import { entryName } from './feed-info.ts'
import { countsOf, isJson, type Json, objectsOf, textAt } from './json.ts'
import { oneLine } from './markup.ts'
import { rawItem } from './raw-item.ts'

/** Whether a JSON list is Hugging Face's daily papers: each entry carries a `paper` with an id. */
export const isDailyPapers = (value: unknown): boolean => {
  const first = objectsOf(value)[0]
  return first !== undefined && isJson(first.paper) && textAt(first.paper, 'id') !== null
}

/** Hugging Face's daily papers, `https://huggingface.co/api/daily_papers`: one paper each, with its upvotes. */
export function readDailyPapers(value: unknown, dates: DateLog): RawItem[] {
  return objectsOf(value).flatMap((entry, index) => {
    const paper = isJson(entry.paper) ? entry.paper : entry
    const id = textAt(paper, 'id')
    const title = oneLine(textAt(paper, 'title') ?? textAt(entry, 'title'))
    if (id === null && title === null) return []
    return rawItem({
      guid: id,
      title,
      url: id === null ? null : `https://huggingface.co/papers/${id}`,
      author: authorsOf(paper),
      // When the paper came out; `publishedAt` of the entry is when the page listed it.
      published: dates.read(
        textAt(paper, 'publishedAt') ?? textAt(entry, 'publishedAt'),
        entryName(index, title),
      ),
      text: oneLine(textAt(paper, 'summary') ?? textAt(entry, 'summary')),
      kind: 'paper',
      signals: {
        ...countsOf(paper, { upvotes: 'upvotes', stars: 'githubStars' }),
        ...countsOf(entry, { comments: 'numComments' }),
      },
      tags: Array.isArray(paper.ai_keywords)
        ? paper.ai_keywords.filter((tag) => typeof tag === 'string')
        : [],
    })
  })
}

/** Names from a list of texts or of `{name}`, or a text as it stands. */
export function authorsOf(from: Json): string | null {
  const told = from.authors ?? from.author
  if (!Array.isArray(told)) return oneLine(textAt(from, 'authors', 'author'))
  const names = told.flatMap((who) =>
    typeof who === 'string' ? who : isJson(who) ? (textAt(who, 'name') ?? []) : [],
  )
  return oneLine(names.join(', '))
}
