import { composeDive, createTopicMatch, type DigestStory, PLACED } from '#compose'
import type { Dossier, Edition, Interval } from '#domain'
import { disagreements } from '#track'
import { VERSIONS } from './compose.ts'
import { deliver } from './deliver.ts'
import { gapsIn } from './gaps.ts'
import { groundEdition, holdsIn } from './held.ts'
import type { DiveTopic, House } from './house.ts'
import { scorerAt } from './score.ts'
import { daysBefore, weekWindow } from './windows.ts'
import { written } from './write.ts'

/** How far back a dive reads. */
const CORPUS_WEEKS = 12
/** What a page can tell, those of the week first; the rest is counted and not read. */
const MOST_STORIES = 120
const MOST_ISSUES = 1000
const MATCH_WEIGHT = 2

/** The deep dive on a topic as of an ISO week; a published one is frozen and only delivered again, an open week gives a draft. */
export async function publishDive(house: House, topic: DiveTopic, week: string): Promise<Edition> {
  const frozen = await house.store.edition(`dive-${topic.id}-${week}`)
  if (frozen) return deliver(house, frozen)
  return publishNew(house, await diveOf(house, topic, week, await corpusOf(house, week)))
}

/** The dive as it would be composed today, published or not: for a closed week the same bytes each time. */
export async function diveAgain(house: House, topic: DiveTopic, week: string): Promise<Edition> {
  return diveOf(house, topic, week, await corpusOf(house, week))
}

/** All dives of a week; the corpus is read once. */
export async function divesOfWeek(house: House, week: string): Promise<Edition[]> {
  let corpus: Dossier[] | null = null
  const editions: Edition[] = []
  for (const [done, topic] of house.dives.entries()) {
    house.progress({ what: 'deep dives', done, total: house.dives.length })
    const frozen = await house.store.edition(`dive-${topic.id}-${week}`)
    if (!frozen) corpus ??= await corpusOf(house, week)
    editions.push(
      frozen
        ? await deliver(house, frozen)
        : await publishNew(house, await diveOf(house, topic, week, corpus ?? [])),
    )
  }
  return editions
}

async function publishNew(house: House, edition: Edition): Promise<Edition> {
  // A page is renewed when there is something on its topic at all.
  if (edition.window.to > house.clock.now() || edition.counts.stories === 0) return edition
  await house.store.publish(edition)
  return deliver(house, edition)
}

const corpusIn = (window: Interval): Interval => ({
  from: daysBefore(window.to, 7 * CORPUS_WEEKS),
  to: window.to,
})

async function corpusOf(house: House, week: string): Promise<Dossier[]> {
  const corpus = corpusIn(weekWindow(week, house.digestAt))
  return house.store.dossiers({ seen: corpus, asOf: corpus.to })
}

/** The dive as today's judgments give it. */
async function diveOf(
  house: House,
  topic: DiveTopic,
  week: string,
  corpus: readonly Dossier[],
): Promise<Edition> {
  const window = weekWindow(week, house.digestAt)
  const frozen = await house.store.edition(`dive-${topic.id}-${week}`)
  const issues = (await house.store.editions({ kind: 'dive', limit: MOST_ISSUES })).filter(
    ({ id, date }) => id.startsWith(`dive-${topic.id}-2`) && date <= window.from.slice(0, 10),
  )
  const placed = await placedIn(house, topic, corpus, window)
  const isOfWeek = ({ dossier }: DigestStory) => dossier.story.lastSeenAt >= window.from
  const stories = [...placed.filter(isOfWeek), ...placed.filter((story) => !isOfWeek(story))].slice(
    0,
    MOST_STORIES,
  )
  const sources = new Set(stories.flatMap(({ dossier }) => dossier.tellings.map(({ source }) => source.id)))
  const edition = composeDive(
    {
      placed: placed.map(({ dossier: { story } }) => ({ storyId: story.id, lastSeenAt: story.lastSeenAt })),
      ...{ topic, week, issue: issues.length + 1, window, corpus: corpusIn(window), stories },
      registry: house.registry,
      gaps: frozen?.gaps ?? (await gapsIn(house, house.sources, window)),
      sourcesRead: sources.size,
      items: stories.reduce((sum, { dossier }) => sum + dossier.tellings.length, 0),
      madeAt: frozen?.madeAt ?? house.clock.now(),
      makers: VERSIONS,
    },
    holdsIn,
  )
  return written(house, await groundEdition(house, edition, stories))
}

/** Stories of the corpus that are about the topic, those first that are most about it and worth most. */
async function placedIn(
  house: House,
  topic: DiveTopic,
  corpus: readonly Dossier[],
  window: Interval,
): Promise<DigestStory[]> {
  const match = createTopicMatch(topic.words)
  const scorer = await scorerAt(house, window.to, null)
  const placed = corpus
    .map((dossier) => ({ dossier, match: match(dossier) }))
    .filter((one) => one.match >= PLACED)
  return placed
    .map(({ dossier, match: surely }) => {
      const score = scorer(dossier, { now: window.to })
      const worth = score.score + MATCH_WEIGHT * Math.min(10, surely)
      return { dossier, score, worth, disagreements: disagreements(dossier), previous: [] }
    })
    .sort((a, b) => b.worth - a.worth || (a.dossier.story.id < b.dossier.story.id ? -1 : 1))
}
