import type { Claim, Forecast, Mention, Source, Story, Telling } from '#domain'
import type { Store } from '#ports'
import type { Database } from './database.ts'
import { liveStories, mergedStories } from './forwards.ts'
import { FOREVER, itemOf, newestRevision } from './item-row.ts'
import { lastPlacement } from './placement-row.ts'
import { sourceOf } from './sources.ts'
import { among, build } from './tables.ts'

type Member = {
  readonly telling: Telling
  readonly eventId: string
  readonly joinedAt: string
  readonly firstSeenAt: string
}

export function dossiers(db: Database): Pick<Store, 'dossiers' | 'storiesSeen' | 'storiesSince'> {
  // Whatever lies behind the first revision that still waits is left for a later call: nothing is passed over.
  const end = db.statement(`
    SELECT coalesce((SELECT min(revision_n) - 1 FROM awaiting), (SELECT max(n) FROM revision), 0) AS n`)
  const since = db.statement(`
    SELECT DISTINCT placement.story_id FROM revision JOIN placement ON placement.item_n = revision.item_n
    WHERE revision.n > ? AND revision.n <= ?`)
  return {
    async storiesSeen(seen) {
      return db.read(() => [...new Set(liveStories(db, storiesSeen(db, seen, FOREVER), FOREVER).values())])
    },
    async storiesSince(cursor) {
      return db.read(() => {
        const next = Number(end.get()?.n)
        if (cursor === null || next <= cursor) return { cursor: next, storyIds: [] }
        const found = since.all(cursor, next).map((row) => String(row.story_id))
        return { cursor: next, storyIds: [...new Set(liveStories(db, found, FOREVER).values())] }
      })
    },
    async dossiers({ seen, storyIds, itemIds, asOf }) {
      return db.read(() => {
        const wanted = new Set(storyIds ?? [])
        if (seen) for (const id of storiesSeen(db, seen, asOf)) wanted.add(id)
        if (itemIds) for (const id of storiesTelling(db, itemIds, asOf)) wanted.add(id)
        const live = new Set(liveStories(db, wanted, asOf).values())
        const members = membersOf(db, mergedStories(db, live, asOf), asOf)
        return [...members]
          .map(([id, told]) => ({ story: storyOf(id, told), tellings: told.map(({ telling }) => telling) }))
          .sort((a, b) => order(a.story, b.story))
      })
    },
  }
}

function storiesSeen(db: Database, seen: { from: string; to: string }, asOf: string): string[] {
  const rows = db.rows(
    build
      .selectFrom('item')
      .innerJoin('placement', 'placement.item_n', 'item.n')
      .select('placement.story_id')
      .distinct()
      .where('item.first_seen_at', '>=', seen.from)
      .where('item.first_seen_at', '<', seen.to)
      .where(lastPlacement(asOf)),
  )
  return rows.map((row) => row.story_id)
}

function storiesTelling(db: Database, itemIds: readonly string[], asOf: string): string[] {
  const rows = db.rows(
    build
      .selectFrom('item')
      .innerJoin('placement', 'placement.item_n', 'item.n')
      .select('placement.story_id')
      .distinct()
      .where('item.id', 'in', among(itemIds))
      .where(lastPlacement(asOf)),
  )
  return rows.map((row) => row.story_id)
}

/** The members of each story by `asOf`, in the order seen. `merged` leads from each story to the one that it is now. */
function membersOf(db: Database, merged: ReadonlyMap<string, string>, asOf: string): Map<string, Member[]> {
  const sources = new Map(
    db.rows(build.selectFrom('source').selectAll()).map((row) => [row.id, sourceOf(row)]),
  )
  const rows = db.rows(
    newestRevision(asOf)
      .innerJoin('placement', 'placement.item_n', 'item.n')
      .leftJoin('understanding', 'understanding.revision_n', 'revision.n')
      .select(['placement.story_id', 'placement.event_id', 'placement.joined_at', 'placement.copy_of'])
      .select(['understanding.mentions', 'understanding.claims', 'understanding.forecasts'])
      .select('item.first_seen_at')
      .where('placement.story_id', 'in', among(merged.keys()))
      .where(lastPlacement(asOf))
      .orderBy('item.first_seen_at')
      .orderBy('item.id'),
  )
  const members = new Map<string, Member[]>()
  for (const row of rows) {
    const telling: Telling = {
      item: itemOf(row),
      source: sources.get(row.source_id) ?? unregistered(row.source_id),
      copyOf: row.copy_of,
      mentions: list<Mention>(row.mentions),
      claims: list<Claim>(row.claims),
      forecasts: list<Forecast>(row.forecasts),
    }
    const storyId = merged.get(row.story_id) ?? row.story_id
    const told = members.get(storyId) ?? []
    told.push({ telling, eventId: row.event_id, joinedAt: row.joined_at, firstSeenAt: row.first_seen_at })
    members.set(storyId, told)
  }
  return members
}

function storyOf(id: string, members: readonly Member[]): Story {
  const seen = members.map(({ firstSeenAt }) => firstSeenAt)
  const newest = members.reduce((last, member) => (member.joinedAt >= last.joinedAt ? member : last))
  return {
    id,
    eventId: newest.eventId,
    title: titleOf(members.map(({ telling }) => telling)),
    itemIds: members.map(({ telling }) => telling.item.id),
    firstSeenAt: seen[0] ?? '',
    lastSeenAt: seen.at(-1) ?? '',
  }
}

/** The title in the words of the source that counts most among those who wrote their own; the first told, among equals. */
function titleOf(tellings: readonly Telling[]): string {
  const titled = tellings.filter(({ item }) => item.title !== '')
  const own = titled.filter(({ copyOf }) => copyOf === null)
  const [best] = [...(own.length > 0 ? own : titled)].sort((a, b) => b.source.weight - a.source.weight)
  return best?.item.title ?? ''
}

function order(a: Story, b: Story): number {
  if (a.firstSeenAt !== b.firstSeenAt) return a.firstSeenAt < b.firstSeenAt ? -1 : 1
  return a.id < b.id ? -1 : 1
}

/** An item may outlive its source's entry; what it says is told all the same. */
const unregistered = (id: string): Source => ({
  ...{ id, name: id, kind: 'file', address: '', family: id },
  ...{ weight: 0.5, staleAfterHours: Number.MAX_SAFE_INTEGER },
})

const list = <T>(json: string | null): readonly T[] =>
  json === null || json === '[]' ? [] : (JSON.parse(json) as T[])
