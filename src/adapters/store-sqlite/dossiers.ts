import type { InferResult } from 'kysely'
import type { Claim, Forecast, Mention, Source, Story, Telling } from '#domain'
import type { Store } from '#ports'
import { bestHeadline } from '#text'
import type { Database } from './database.ts'
import { liveStories, mergedStories } from './forwards.ts'
import { FOREVER, isNewest, itemOf } from './item-row.ts'
import { lastPlacement } from './placement-row.ts'
import { sourceOf } from './sources.ts'
import { among, build } from './tables.ts'

/** What a story is made of, one item of it. */
type Member = {
  readonly itemId: string
  readonly title: string
  readonly source: Source
  readonly copyOf: string | null
  readonly eventId: string
  readonly joinedAt: string
  readonly firstSeenAt: string
}
type ToldMember = Member & { readonly telling: Telling }

type DossierStore = Pick<Store, 'dossiers' | 'stories' | 'storyVersions' | 'storiesSeen' | 'storiesSince'>

export function dossiers(db: Database): DossierStore {
  // Whatever lies behind the first revision that still waits is left for a later call: nothing is passed over.
  const end = db.statement(`
    SELECT coalesce((SELECT min(revision_n) - 1 FROM awaiting), (SELECT max(n) FROM revision), 0) AS n`)
  const since = db.statement(`
    SELECT DISTINCT placement.story_id FROM revision JOIN placement ON placement.item_n = revision.item_n
    WHERE revision.n > ? AND revision.n <= ?`)
  return {
    async storiesSeen(seen, asOf = FOREVER) {
      return db.read(() => [...new Set(liveStories(db, storiesSeen(db, seen, asOf), asOf).values())])
    },
    async storiesSince(cursor) {
      return db.read(() => {
        const next = Number(end.get()?.n)
        if (cursor === null || next <= cursor) return { cursor: next, storyIds: [] }
        const found = since.all(cursor, next).map((row) => String(row.story_id))
        return { cursor: next, storyIds: [...new Set(liveStories(db, found, FOREVER).values())] }
      })
    },
    async dossiers(query) {
      return db.read(() =>
        [...byStory(tellingsOf(db, merged(db, query), query.asOf))]
          .map(([id, told]) => ({ story: storyOf(id, told), tellings: told.map(({ telling }) => telling) }))
          .sort((a, b) => order(a.story, b.story)),
      )
    },
    async storyVersions(query) {
      return db.read(() => versionsOf(db, merged(db, query), query.asOf))
    },
    async stories(query) {
      return db.read(() =>
        [...byStory(membersOf(db, merged(db, query), query.asOf))]
          .map(([id, members]) => storyOf(id, members))
          .sort(order),
      )
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

/** The stories asked for and all that had been forwarded to them, each with the one that it is now. */
function merged(
  db: Database,
  { seen, storyIds, itemIds, asOf }: Parameters<Store['stories']>[0],
): ReadonlyMap<string, string> {
  const wanted = new Set(storyIds ?? [])
  if (seen) for (const id of storiesSeen(db, seen, asOf)) wanted.add(id)
  if (itemIds) for (const id of storiesTelling(db, itemIds, asOf)) wanted.add(id)
  return mergedStories(db, new Set(liveStories(db, wanted, asOf).values()), asOf)
}

/** Every placement in one of these stories by `asOf`, with the item in its newest revision, in the order seen. */
const placed = (storyIds: Iterable<string>, asOf: string) =>
  build
    .selectFrom('placement')
    .innerJoin('item', 'item.n', 'placement.item_n')
    .innerJoin('revision', 'revision.item_n', 'item.n')
    .select(['item.id', 'item.source_id', 'item.first_seen_at', 'revision.title'])
    .select(['placement.story_id', 'placement.event_id', 'placement.joined_at', 'placement.copy_of'])
    .where('placement.story_id', 'in', among(storyIds))
    .where(lastPlacement(asOf))
    .where(isNewest(asOf))
    .orderBy('item.first_seen_at')
    .orderBy('item.id')

type Placed = InferResult<ReturnType<typeof placed>>[number]
type Found<M extends Member> = readonly { readonly storyId: string; readonly member: M }[]

/** The members of stories without what they tell: enough to say what a story is called and when it was seen. */
function membersOf(db: Database, merged: ReadonlyMap<string, string>, asOf: string): Found<Member> {
  const sources = sourcesById(db)
  return db
    .rows(placed(merged.keys(), asOf))
    .map((row) => ({ storyId: merged.get(row.story_id) ?? row.story_id, member: memberOf(row, sources) }))
}

/**
 * What a dossier depends on, member by member: its place, and its newest revision. None of the large rows is read. A story
 * of which something may still wait to be understood has no version.
 */
function versionsOf(
  db: Database,
  merged: ReadonlyMap<string, string>,
  asOf: string,
): Awaited<ReturnType<Store['storyVersions']>> {
  const members = db.statement(`
    SELECT story_id, item_n, joined_at, copy_of, maker, (
      SELECT n FROM revision WHERE revision.item_n = placement.item_n ORDER BY revision DESC LIMIT 1) AS n
    FROM placement WHERE story_id IN (SELECT value FROM json_each(?1)) AND joined_at < ?2 AND NOT EXISTS (
      SELECT 1 FROM placement later WHERE later.item_n = placement.item_n
      AND later.joined_at > placement.joined_at AND later.joined_at < ?2)
    ORDER BY item_n`)
  const waiting =
    db.statement('SELECT min(revision_n) AS n FROM awaiting').get()?.n ?? Number.MAX_SAFE_INTEGER
  const found = new Map<string, string | null>()
  for (const row of members.all(JSON.stringify([...merged.keys()]), asOf)) {
    const storyId = merged.get(String(row.story_id)) ?? String(row.story_id)
    const known = found.get(storyId)
    const member = `${row.n} ${row.joined_at} ${row.story_id} ${row.copy_of} ${row.maker};`
    found.set(storyId, known === null || Number(row.n) >= Number(waiting) ? null : (known ?? '') + member)
  }
  return found
}

/** The same members with all that they tell and that was understood of it. */
function tellingsOf(db: Database, merged: ReadonlyMap<string, string>, asOf: string): Found<ToldMember> {
  const sources = sourcesById(db)
  const query = placed(merged.keys(), asOf)
    .leftJoin('understanding', 'understanding.revision_n', 'revision.n')
    .select(['item.key', 'revision.revision', 'revision.seen_at', 'revision.content_hash'])
    .select(['revision.text', 'revision.rest'])
    .select(['understanding.mentions', 'understanding.claims', 'understanding.forecasts'])
  return db.rows(query).map((row) => {
    const member = memberOf(row, sources)
    const telling: Telling = {
      item: itemOf(row),
      ...{ source: member.source, copyOf: member.copyOf },
      mentions: list<Mention>(row.mentions),
      claims: list<Claim>(row.claims),
      forecasts: list<Forecast>(row.forecasts),
    }
    return { storyId: merged.get(row.story_id) ?? row.story_id, member: { ...member, telling } }
  })
}

function sourcesById(db: Database): ReadonlyMap<string, Source> {
  return new Map(db.rows(build.selectFrom('source').selectAll()).map((row) => [row.id, sourceOf(row)]))
}

function memberOf(row: Placed, sources: ReadonlyMap<string, Source>): Member {
  return {
    ...{
      itemId: row.id,
      title: row.title,
      source: sources.get(row.source_id) ?? unregistered(row.source_id),
    },
    ...{
      copyOf: row.copy_of,
      eventId: row.event_id,
      joinedAt: row.joined_at,
      firstSeenAt: row.first_seen_at,
    },
  }
}

function byStory<M extends Member>(found: Found<M>): Map<string, M[]> {
  const stories = new Map<string, M[]>()
  for (const { storyId, member } of found) {
    const members = stories.get(storyId)
    if (members) members.push(member)
    else stories.set(storyId, [member])
  }
  return stories
}

function storyOf(id: string, members: readonly Member[]): Story {
  const seen = members.map(({ firstSeenAt }) => firstSeenAt)
  const newest = members.reduce((last, member) => (member.joinedAt >= last.joinedAt ? member : last))
  return {
    id,
    eventId: newest.eventId,
    title: titleOf(members),
    itemIds: members.map(({ itemId }) => itemId),
    firstSeenAt: seen[0] ?? '',
    lastSeenAt: seen.at(-1) ?? '',
  }
}

/** The title in the words of a source that counts most among those who wrote their own; of equals the one that says best what happened. */
function titleOf(members: readonly Member[]): string {
  const titled = members.filter(({ title }) => title !== '')
  const own = titled.filter(({ copyOf }) => copyOf === null)
  const first = own.length > 0 ? own : titled
  const most = Math.max(...first.map(({ source }) => source.weight))
  const equals = first.filter(({ source }) => source.weight === most).map(({ title }) => title)
  return equals[bestHeadline(equals)] ?? ''
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
