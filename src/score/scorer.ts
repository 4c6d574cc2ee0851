import type { Dossier, Entity, Instant, Profile, RelatedPhrase, Score, Telling } from '#domain'
import { artifacts } from './artifacts.ts'
import { attention, curation, type UsualOf } from './attention.ts'
import {
  claims,
  corroborated,
  type EarlierStoriesOf,
  kind,
  novelty,
  sourceWeight,
  substance,
  topicFit,
} from './factors.ts'
import { evidenceOf, indexTopics } from './match.ts'
import { type Factor, total, weighed } from './reason.ts'
import { NO_TASTE, type Taste, tasteFor, traitsOf } from './taste.ts'
import { placeOf } from './tier.ts'
import { boost, heard, muted, wishesOf } from './wishes.ts'

export const SCORE_MAKER = 'score@1'

/** What lies outside the story: the instant of judging, and what memory knows where it was asked. */
export type ScoreContext = {
  readonly now: Instant
  readonly earlierStoriesOf?: EarlierStoriesOf
  readonly usualOf?: UsualOf
}

const MAX_TELLINGS = 12
const unknown = () => null

/**
 * Makes the judge of one reader: a story's tier, its worth from 0 to 100, and every reason with its share; the shares
 * add up to the score. `vocabulary` is the registry: its topics and methods widen the profile's words by their aliases;
 * `taste` is what this reader's own acts taught, `related` what their corpus taught of the words around their topics.
 * The same dossier always gets the same score; `now` is not weighed yet, since a window already holds only its own news.
 */
export function createScorer(
  profile: Profile,
  vocabulary: readonly Entity[],
  { taste = NO_TASTE, related = [] }: { taste?: Taste; related?: readonly RelatedPhrase[] } = {},
): (dossier: Dossier, context: ScoreContext) => Score {
  const index = indexTopics(profile, vocabulary, related)
  const wishes = wishesOf(profile)

  return (dossier, { earlierStoriesOf = unknown, usualOf = unknown }) => {
    const tellings = heard(dossier.tellings, wishes)
    const storyId = dossier.story.id
    const silence = tellings.length === 0 ? 'every source of it is muted' : muted(tellings, wishes)
    const place = silence === null ? placeOf(evidenceOf(passages(tellings), index), index) : null
    const factors: Factor[] = [
      topicFit(place),
      corroborated({ ...dossier, tellings }),
      sourceWeight(tellings),
      kind(tellings),
      substance(tellings),
      attention(tellings, usualOf),
      curation(tellings),
      novelty(tellings, earlierStoriesOf),
      artifacts(tellings),
      claims(tellings),
      boost(tellings, wishes),
      tasteFor(traitsOf({ ...dossier, tellings }, place?.topic ?? null), taste),
    ].map((factor) => weighed(factor, profile.weights ?? {}))
    if (silence !== null) {
      const given = total(
        factors.filter((factor) => factor !== null && factor.factor !== 'boost' && factor.factor !== 'taste'),
      )
      const reasons = [...given.reasons, { factor: 'mute', share: -given.score, because: silence }]
      return { storyId, tier: null, topic: null, score: 0, reasons }
    }
    return { storyId, tier: place?.tier ?? null, topic: place?.topic ?? null, ...total(factors) }
  }
}

/** The tellings in their own words, as they are read for topics; copies add nothing but their title. */
export function passages(tellings: readonly Telling[]) {
  const own = tellings.filter((telling) => telling.copyOf === null)
  const read = own.length > 0 ? own : tellings
  return read.slice(0, MAX_TELLINGS).map(({ item }) => ({
    title: item.title,
    text: item.text,
    isPaper: item.kind === 'paper',
  }))
}
