import type { Claim, Dossier, Instant, Telling } from '#domain'
import type { StoryQuery } from '#ports'
import type { House } from '../house.ts'
import { judgeOf } from '../judge.ts'
import type { Judge } from '../score.ts'
import { namesIn, type RiverStory, riverStory } from './river-story.ts'

/** What is said of a story where it stands among others: its line, who is named in it, what is claimed with a measure. */
export type StoryLine = {
  readonly line: RiverStory
  readonly names: readonly { readonly id: string; readonly name: string }[]
  /** Claims in own words, each with its telling, of which only item and source are kept, without the text. */
  readonly claims: readonly { readonly claim: Claim; readonly telling: Telling }[]
}

const MOST_KEPT = 2000
const kept = new WeakMap<Judge, Map<string, StoryLine>>()

/**
 * Lines of stories, in the order in which their first items were seen. To weigh a story its texts are read word by word,
 * so a line is kept while the story tells the same, for the minute: scores fall with the hours.
 */
export async function linesOf(house: House, query: StoryQuery): Promise<StoryLine[]> {
  const { asOf } = query
  const judge = await judgeOf(house)
  const lines = kept.get(judge) ?? new Map<string, StoryLine>()
  kept.set(judge, lines)
  const found: StoryLine[] = []
  const missing = new Map<string, string | null>()
  for (const [storyId, version] of await house.store.storyVersions(query)) {
    const key = version && `${storyId} ${asOf.slice(0, 16)} ${version}`
    const known = key && lines.get(key)
    if (known) found.push(known)
    else missing.set(storyId, key)
  }
  if (lines.size + missing.size > MOST_KEPT) lines.clear()
  const dossiers = missing.size > 0 ? await house.store.dossiers({ storyIds: [...missing.keys()], asOf }) : []
  for (const dossier of dossiers) {
    const made = lineOf(dossier, judge, asOf)
    const key = missing.get(dossier.story.id)
    if (key) lines.set(key, made)
    found.push(made)
  }
  return found.sort((a, b) => order(a.line.story, b.line.story))
}

function lineOf(dossier: Dossier, judge: Judge, now: Instant): StoryLine {
  const own = dossier.tellings.filter(({ copyOf }) => copyOf === null)
  return {
    line: riverStory(dossier, judge(dossier, { now })),
    names: namesIn(dossier.tellings).map(({ id, name }) => ({ id, name })),
    claims: own.flatMap((telling) =>
      telling.claims
        .filter(({ metric }) => metric !== null)
        .map((claim) => ({ claim, telling: withoutText(telling) })),
    ),
  }
}

const withoutText = ({ item, source, copyOf }: Telling): Telling => ({
  ...{ item: { ...item, text: '' }, source, copyOf },
  ...{ mentions: [], claims: [], forecasts: [] },
})

function order(a: RiverStory['story'], b: RiverStory['story']): number {
  if (a.firstSeenAt !== b.firstSeenAt) return a.firstSeenAt < b.firstSeenAt ? -1 : 1
  return a.id < b.id ? -1 : 1
}
