import type { Item } from '#domain'
import { segments, spokenDate } from '#extract'
import { linkedItems } from '#normalise'
import { shortHash } from '#text'

/** The stories inside a whole that tells several: a newsletter issue, a transcript. Empty for everything else. */
export function partsOf(item: Item): Item[] {
  if (item.kind === 'issue') return linkedItems(item)
  return item.kind === 'transcript' ? spokenStories(item) : []
}

/** True for a whole whose parts are the stories: it is kept and searched, and no story is made of it as such. */
export const isWhole = (item: Item): boolean => item.kind === 'issue' || item.kind === 'transcript'

// What was said counts from the day of the recording, where the speakers name it.
function spokenStories(transcript: Item): Item[] {
  const spoken = spokenDate(transcript.text, transcript.publishedAt)
  const repaired = spoken !== null && !transcript.publishedAt?.startsWith(spoken.day)
  const dated = repaired
    ? { publishedAt: spoken.day, dateRepair: `recorded earlier: the speakers say "${spoken.quote}"` }
    : {}
  return segments(transcript.text)
    .filter((segment) => segment.kind === 'story')
    .map((segment) => {
      const text = transcript.text.slice(segment.start, segment.end).trim()
      const key = `${transcript.key}#${shortHash(text)}`
      const id = `i${shortHash(`${transcript.sourceId} ${key}`)}`
      const own = {
        id,
        key,
        title: segment.title,
        text,
        partOf: transcript.id,
        contentHash: shortHash(`${segment.title}\n${text}`),
      }
      return { ...transcript, ...dated, ...own, kind: 'article', links: [], ids: {}, signals: {} }
    })
}
