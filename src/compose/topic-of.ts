import type { Score } from '#domain'
import type { Tale } from './tale.ts'

/** The topic that gave the tier, as short as it can be said: of a list of alternatives the one that the story names. */
export function topicOf({ score, lead }: Tale): string | null {
  if (score.topic === null) return null
  if (isShelf(score.topic)) return seenOf(score) ?? score.topic
  const bare = score.topic.replace(/\s*\(.*$/, '')
  const choices = bare.split(/\s+\/\s+/)
  const text = `${lead.item.title} ${lead.item.text}`.toLowerCase()
  return (
    choices.find((choice) => text.includes(choice.toLowerCase().slice(0, Math.max(5, choice.length - 4)))) ??
    choices[0] ??
    bare
  )
}

/** A topic that takes what nothing else does ("General LLM papers") says nothing of the story. */
export const isShelf = (topic: string): boolean =>
  /^(?:general|other|misc\w*|anything|everything|all)\b/i.test(topic)

const SEEN = 2

// What the scorer saw of the topic: words of the title first.
function seenOf({ reasons }: Score): string | null {
  const because = reasons.find(({ factor }) => factor === 'topic')?.because.replace(/^.*?\): /, '') ?? ''
  const seen = [...because.matchAll(/"([^"]{2,40})"([^"]*)/g)].map(([, word = '', where = '']) => ({
    word,
    where,
  }))
  const titled = seen.filter(({ where }) => where.includes('title'))
  const words = (titled.length > 0 ? titled : seen).map(({ word }) => word).slice(0, SEEN)
  return words.length > 0 ? words.join(', ') : null
}
