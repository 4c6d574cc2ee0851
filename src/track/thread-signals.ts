import type { Dossier, Resolution, ThreadSignal } from '#domain'
import { sentences, terms } from '#text'
import { disagreements } from './disagreements.ts'

const DAY_MS = 86_400_000
const TOGETHER_DAYS = 14
const THIRD = 3
const KIND_DAYS = 30
const MOST_GAPS = 3
const ANSWERED_SHARE = 0.6
const FEWEST_TERMS = 4
const MOST_SENTENCES = 120

/**
 * What happened within a thread, in order of time, from its stories in order of time: two groups with no author or
 * publisher in common that tell of it within two weeks; numbers that contradict each other (both sides, no winner); an
 * open question of one story that a later one takes up; the third of a kind; a prediction that one of them settled.
 * `name` says what the members share.
 */
export function threadSignals(
  name: string,
  stories: readonly Dossier[],
  resolutions: readonly Resolution[],
): ThreadSignal[] {
  return [
    ...confirmed(stories),
    ...contradicted(stories),
    ...gapsFilled(stories),
    ...thirdOfAKind(name, stories),
    ...resolved(stories, resolutions),
  ].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

/** The first two stories, close in time, that no author and no publisher of the other had a hand in. */
function confirmed(stories: readonly Dossier[]): ThreadSignal[] {
  for (const [at, later] of stories.entries()) {
    const earlier = stories.slice(0, at).find((one) => {
      const days = daysApart(one, later)
      return days <= TOGETHER_DAYS && isWork(one) && isWork(later) && nobodyInCommon(one, later)
    })
    if (!earlier) continue
    const days = Math.round(daysApart(earlier, later))
    const when = days === 0 ? 'on one day' : days === 1 ? 'a day apart' : `${days} days apart`
    return [
      {
        ...{ kind: 'confirmed', at: later.story.firstSeenAt },
        because: `Two groups with nobody in common, ${when}: "${earlier.story.title}" and "${later.story.title}".`,
        itemIds: [...earlier.story.itemIds, ...later.story.itemIds],
      },
    ]
  }
  return []
}

/** A paper, a model or code: somebody's own work and not a report of it. */
const isWork = ({ tellings }: Dossier): boolean =>
  tellings.some(({ item }) => ['paper', 'model', 'repository'].includes(item.kind) && item.authors.length > 0)

function nobodyInCommon(one: Dossier, other: Dossier): boolean {
  const authors = (dossier: Dossier) =>
    new Set(dossier.tellings.flatMap(({ item }) => item.authors.map((author) => author.toLowerCase())))
  const [a, b] = [authors(one), authors(other)]
  return ![...a].some((author) => b.has(author))
}

function contradicted(stories: readonly Dossier[]): ThreadSignal[] {
  const [first] = stories
  if (!first) return []
  const tellings = stories.flatMap((dossier) => dossier.tellings)
  const times = new Map(tellings.map(({ item }) => [item.id, item.seenAt]))
  return disagreements({ story: first.story, tellings }).map(({ subject, metric, sides }) => ({
    ...{ kind: 'contradicted', at: latest(sides.map(({ itemId }) => times.get(itemId) ?? '')) },
    because: `${subject}, ${metric}: ${sides.map(({ claim }) => claim.value).join(' against ')}.`,
    itemIds: sides.map(({ itemId }) => itemId),
  }))
}

const OPEN =
  /\b(?:open question|remains? (?:open|unclear|unknown|untested)|future work|we leave|not (?:yet )?(?:been )?(?:tested|measured|shown|explored|studied)|unexplored|untested|no one has|nobody has|has anyone)\b/i

/** An open question whose telling words a later story's title and first sentences hold. */
function gapsFilled(stories: readonly Dossier[]): ThreadSignal[] {
  const found: ThreadSignal[] = []
  for (const [at, earlier] of stories.entries()) {
    const questions = earlier.tellings.flatMap(({ item }) =>
      sentences(item.text)
        .slice(0, MOST_SENTENCES)
        .filter(({ text }) => OPEN.test(text))
        .map(({ text }) => ({ text, item, words: new Set(terms(text.replace(OPEN, ' '))) })),
    )
    for (const { text, item, words } of questions) {
      if (words.size < FEWEST_TERMS) continue
      const answer = stories.slice(at + 1).find((later) => {
        const [told] = later.tellings
        if (!told || later.story.id === earlier.story.id) return false
        const held = new Set(terms(`${told.item.title} ${told.item.text.slice(0, 800)}`))
        return [...words].filter((word) => held.has(word)).length >= ANSWERED_SHARE * words.size
      })
      if (answer)
        found.push({
          ...{ kind: 'gap-filled', at: answer.story.firstSeenAt },
          because: `"${answer.story.title}" takes up what was open: "${text.trim()}"`,
          itemIds: [item.id, ...answer.story.itemIds.slice(0, 1)],
        })
    }
  }
  return found.slice(0, MOST_GAPS)
}

/** The first three stories within a month. */
function thirdOfAKind(name: string, stories: readonly Dossier[]): ThreadSignal[] {
  for (const [at, first] of stories.entries()) {
    const third = stories[at + THIRD - 1]
    if (!third) return []
    const days = Math.max(1, Math.round(daysApart(first, third)))
    if (days > KIND_DAYS) continue
    return [
      {
        ...{ kind: 'third-of-a-kind', at: third.story.firstSeenAt },
        because: `The third story on ${name} in ${days === 1 ? 'a day' : `${days} days`}.`,
        itemIds: stories.slice(at, at + THIRD).flatMap(({ story }) => story.itemIds.slice(0, 1)),
      },
    ]
  }
  return []
}

function resolved(stories: readonly Dossier[], resolutions: readonly Resolution[]): ThreadSignal[] {
  const members = new Set(stories.flatMap(({ story }) => story.itemIds))
  return resolutions
    .filter(({ outcome, itemIds }) => outcome !== 'open' && itemIds.some((id) => members.has(id)))
    .map(({ predictionId, outcome, because, resolvedAt, itemIds }) => ({
      ...{ kind: 'prediction-resolved', at: resolvedAt, itemIds },
      because: `Prediction ${predictionId} is ${outcome}: ${because}`,
    }))
}

const daysApart = (one: Dossier, other: Dossier): number =>
  Math.abs(Date.parse(other.story.firstSeenAt) - Date.parse(one.story.firstSeenAt)) / DAY_MS
const latest = (times: readonly string[]): string => times.reduce((last, at) => (at > last ? at : last), '')
