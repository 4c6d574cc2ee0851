import type { Instant, Interval } from '#domain'
import { canonical } from '#normalise'
import type { Strand } from '#ports'
import type { House } from './house.ts'

/** Addresses of works: what links there cites a paper and does not point at a home page. */
const WORKS = [
  'arxiv.org/',
  'doi.org/10.',
  'huggingface.co/papers/',
  'openreview.net/forum',
  'aclanthology.org/',
]
const FEWEST_CITING = 2
const NAME_CHARACTERS = 80

/** How the names of strands of citations begin, so that a member says that it cites and not that it is about. */
export const CITED = 'cites '

/** Papers that stories link to, each a strand of the stories that cite it and of the paper's own, where we have it. */
export async function citationStrands(house: House, seen: Interval): Promise<Strand[]> {
  const byKey = new Map<string, Map<string, Instant>>()
  for (const { url, storyId, at } of await house.store.citations({ seen, works: WORKS })) {
    const { key } = canonical(url)
    if (key.startsWith('url:')) continue
    const stories = byKey.get(key) ?? new Map<string, Instant>()
    if (!stories.has(storyId)) stories.set(storyId, at)
    byKey.set(key, stories)
  }
  const cited = [...byKey].filter(([, stories]) => stories.size >= FEWEST_CITING)
  const known = await house.store.items({ keys: cited.map(([key]) => key), asOf: seen.to })
  // A post whose only link is the paper has its key, and a title of its own.
  const works = known.filter(({ kind }) => kind === 'paper')
  const titles = new Map(works.map(({ key, title }) => [key, title.slice(0, NAME_CHARACTERS)]))
  for (const { story, tellings } of await house.store.dossiers({
    itemIds: works.map(({ id }) => id),
    asOf: seen.to,
  }))
    for (const { item } of tellings)
      if (titles.has(item.key) && story.firstSeenAt >= seen.from)
        byKey.get(item.key)?.set(story.id, story.firstSeenAt)
  return cited.map(([key, stories]) => ({
    ...{ entityId: key, name: `${CITED}${titles.get(key) ?? calledBy(key)}`, type: 'paper' },
    stories: Array.from(stories, ([storyId, at]) => ({ storyId, at })),
  }))
}

/** `arxiv:2605.12483` as people write it. */
const calledBy = (key: string): string => key.replace(/^arxiv:/, 'arXiv ').replace(/^doi:/, 'doi ')
