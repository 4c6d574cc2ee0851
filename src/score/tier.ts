import type { Tier } from '#domain'
import type { Evidence, Findings, TopicIndex, Trace } from './match.ts'

/** Where a story stands in a profile, and why, in words. */
export type Place = {
  readonly tier: Tier
  readonly topic: string
  /** 0 to 1: how surely the story is about the topic. */
  readonly fit: number
  readonly because: string
}

// What a story must bring to be about a topic. A headline says it once; a text of 120 words repeats what it is about.
const ABOUT_HEADLINE = 1
const ABOUT_TEXT = 1.6
const TEXT_WORDS = 120
// Below this share of its strongest topic, a topic is an aside of the story.
const ASIDE = 0.45
// A whole field takes part in much that is about something narrower, so it must be more than that.
const ASIDE_BROAD = 0.6
const FIT_SCALE = 2.5

/**
 * The highest tier (smallest number) with a topic that the story is about; within a tier the topic with most evidence.
 * Null when the story is about none. A topic with an exception gives way when the exception is there too.
 */
export function placeOf({ topics: evidence, words }: Findings, index: TopicIndex): Place | null {
  const about = ABOUT_HEADLINE + (ABOUT_TEXT - ABOUT_HEADLINE) * Math.min(1, words / TEXT_WORDS)
  const standing = evidence.filter((one) => !one.denied)
  const strongest = Math.max(0, ...standing.map((one) => one.amount))
  const enough = ({ topic }: Evidence) =>
    Math.max(about, strongest * (index.topics[topic]?.broad === true ? ASIDE_BROAD : ASIDE))
  let best: Evidence | null = null
  for (const one of standing) {
    if (one.amount < enough(one)) continue
    if (best === null || order(one, best, index) < 0) best = one
  }
  const topic = best === null ? undefined : index.topics[best.topic]
  if (best === null || topic === undefined) return null
  const tookLearnt = best.amount - best.byLearnt < enough(best)
  return {
    tier: topic.tier,
    topic: topic.phrase,
    fit: (1 - Math.exp(-best.amount / FIT_SCALE)) * (0.5 + (0.5 * best.amount) / strongest),
    because: `topic "${topic.phrase}" (tier ${topic.tier}): ${seen(best, tookLearnt).map(told).join(', ')}`,
  }
}

function order(a: Evidence, b: Evidence, index: TopicIndex): number {
  const tierOf = (one: Evidence) => index.topics[one.topic]?.tier ?? 4
  return tierOf(a) - tierOf(b) || b.amount - a.amount
}

const WORDS_SHOWN = 3

// One small word once in a text convinces nobody ("reasons" for reasoning); it is shown only where nothing else was seen.
// Where it took a learnt word to be about the topic, the strongest of them is shown.
function seen({ traces }: Evidence, tookLearnt: boolean): readonly Trace[] {
  const convincing = traces.filter(
    ({ surface, inTitle, timesInText }) => inTitle || timesInText > 1 || !/^\p{Ll}+$/u.test(surface),
  )
  const shown = (convincing.length > 0 ? convincing : traces).slice(0, WORDS_SHOWN)
  const learnt = tookLearnt ? traces.find((trace) => trace.learnt !== null) : undefined
  return learnt && !shown.includes(learnt) ? [...shown.slice(0, WORDS_SHOWN - 1), learnt] : shown
}

function told({ surface, inTitle, timesInText, learnt }: Trace): string {
  const inText = timesInText > 1 ? `${timesInText} times in the text` : 'in the text'
  const place = inTitle ? (timesInText > 0 ? `in the title and ${inText}` : 'in the title') : inText
  const why = learnt ? ` (seen with this topic in ${learnt.together} of ${learnt.stories} stories)` : ''
  return `"${surface}" ${place}${why}`
}
