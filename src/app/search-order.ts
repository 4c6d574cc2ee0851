import type { Instant, Item, Story } from '#domain'
import type { SearchHit } from '#ports'

/** A hit that stands for its story, with how many more of that story's tellings were found. */
export type Ranked = {
  readonly item: Item
  readonly hit: SearchHit
  readonly storyId: string | null
  readonly more: number
}

const DAY_MS = 86_400_000
/** What was told long ago keeps this share of its worth; half of the rest goes in so many days. */
const OLD_SHARE = 0.55
const HALF_LIFE_DAYS = 45
/** Each doubling of a story's tellings, up to sixteen of them. */
const PER_DOUBLING = 0.12
const DOUBLINGS_MAX = 4
/** A headline, or a post that is no more than its title, tells less than a text. */
const TEXT_CHARACTERS = 400
const BARE_SHARE = 0.7

/**
 * Hits in the order that a reader wants: what holds all words first; of equal words the newer, the story that many tell,
 * and the one that has something to say. Of each story the best hit stands for all. Without words hits keep their order,
 * which is that of time; what was called by its id stays first.
 */
export function inReadersOrder(
  hits: readonly SearchHit[],
  known: {
    readonly items: ReadonlyMap<string, Item>
    readonly stories: readonly Story[]
    readonly asOf: Instant
    readonly words: string
  },
): Ranked[] {
  const { items, stories, asOf, words } = known
  const storyOf = new Map(stories.flatMap((story) => story.itemIds.map((id) => [id, story] as const)))
  const weighed = hits.flatMap((hit, at) => {
    const item = items.get(hit.itemId)
    if (!item) return []
    const story = storyOf.get(item.id) ?? null
    const worth = hit.score * fresh(item, asOf) * reach(story?.itemIds.length ?? 1) * substance(item)
    return [{ item, hit, storyId: story?.id ?? null, worth: hit.score === 0 ? Number.MAX_VALUE : worth, at }]
  })
  if (words !== '')
    weighed.sort(
      (a, b) => Number(b.hit.holdsAll) - Number(a.hit.holdsAll) || b.worth - a.worth || a.at - b.at,
    )
  return onePerStory(weighed)
}

function onePerStory(hits: readonly Omit<Ranked, 'more'>[]): Ranked[] {
  const first = new Map<string, { ranked: Omit<Ranked, 'more'>; more: number }>()
  for (const ranked of hits) {
    const key = ranked.storyId ?? ranked.item.id
    const known = first.get(key)
    if (known) known.more++
    else first.set(key, { ranked, more: 0 })
  }
  return Array.from(first.values(), ({ ranked: { item, hit, storyId }, more }) => ({
    item,
    hit,
    storyId,
    more,
  }))
}

function fresh({ seenAt }: Item, asOf: Instant): number {
  const days = Math.max(0, Date.parse(asOf) - Date.parse(seenAt)) / DAY_MS
  return OLD_SHARE + (1 - OLD_SHARE) * 0.5 ** (days / HALF_LIFE_DAYS)
}

const reach = (tellings: number): number =>
  1 + PER_DOUBLING * Math.min(DOUBLINGS_MAX, Math.log2(Math.max(1, tellings)))

const substance = ({ text }: Item): number =>
  BARE_SHARE + (1 - BARE_SHARE) * Math.min(1, text.length / TEXT_CHARACTERS)
