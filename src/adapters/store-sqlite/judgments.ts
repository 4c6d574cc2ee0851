import { sql } from 'kysely'
import type { Mention, Placement } from '#domain'
import type { Store } from '#ports'
import { MOVES } from './acts.ts'
import type { Database } from './database.ts'
import { everyRevision, FOREVER, itemOf } from './item-row.ts'
import { lastPlacement } from './placement-row.ts'
import { saveJudgments } from './save-judgments.ts'
import { among, build, type Tables } from './tables.ts'

type JudgmentStore = Pick<Store, 'awaiting' | 'saveJudgments' | 'dropJudgments' | 'placedSince'>

const JUDGMENT_TABLES = [
  'understanding',
  'placement',
  'forward',
  'named_entity',
  'naming',
  'awaiting',
  'unobeyed',
  'related',
]

export function judgments(db: Database): JudgmentStore {
  return {
    async awaiting(limit, after) {
      let queue = build.selectFrom('awaiting').selectAll()
      if (after) queue = queue.where(sql<boolean>`(seen_at, item_id) > (${after.seenAt}, ${after.id})`)
      const first = queue
        .orderBy('seen_at')
        .orderBy('item_id')
        .orderBy('revision_n')
        .limit(limit)
        .as('awaiting')
      const query = everyRevision
        .innerJoin(first, 'awaiting.revision_n', 'revision.n')
        .orderBy('awaiting.seen_at')
        .orderBy('awaiting.item_id')
        .orderBy('awaiting.revision_n')
      return db.rows(query).map(itemOf)
    },

    saveJudgments: saveJudgments(db),

    async dropJudgments() {
      db.write(() => {
        for (const table of JUDGMENT_TABLES) db.statement(`DELETE FROM ${table}`).run()
        db.statement(
          'INSERT INTO awaiting SELECT r.seen_at, i.id, r.n FROM revision r JOIN item i ON i.n = r.item_n',
        ).run()
        db.statement(`INSERT INTO unobeyed SELECT n FROM act WHERE ${MOVES}`).run()
      })
    },

    async *placedSince(since) {
      // First where they stand, then what they say, some at a time: the texts of weeks are too much to hold at once.
      const places = db.rows(placesSince(since))
      for (let at = 0; at < places.length; at += STEP_ITEMS) {
        const step = places.slice(at, at + STEP_ITEMS)
        const told = everyRevision
          .innerJoin('understanding', 'understanding.revision_n', 'revision.n')
          .select(['revision.n', 'understanding.mentions'])
          .where('revision.n', 'in', among(step.map(({ n }) => n)))
        const rows = new Map(db.rows(told).map((row) => [row.n, row]))
        for (const place of step) {
          const row = rows.get(place.n)
          if (!row) continue
          const mentions = JSON.parse(row.mentions) as Mention[]
          yield { item: itemOf(row), placement: placementOf(row.id, place), mentions }
        }
      }
    },
  }
}

const STEP_ITEMS = 500

/** The last places of items placed or revised since an instant, each with its newest revision that was understood. */
const placesSince = (since: string) =>
  newestUnderstood
    .innerJoin('placement', 'placement.item_n', 'item.n')
    .select(['revision.n', 'placement.joined_at', 'placement.story_id', 'placement.event_id'])
    .select('placement.copy_of')
    .where(({ or, eb }) =>
      or([eb('placement.joined_at', '>=', since), eb('item.n', 'in', revisedSince(since))]),
    )
    .where(lastPlacement(FOREVER))
    .orderBy('revision.seen_at')
    .orderBy('item.id')

/** Every item in the newest of its revisions that were understood: one that still waits has decided nothing yet. */
const newestUnderstood = build
  .selectFrom('item')
  .innerJoin('revision', 'revision.item_n', 'item.n')
  .innerJoin('understanding', 'understanding.revision_n', 'revision.n')
  .where(({ not, exists, selectFrom }) =>
    not(
      exists(
        selectFrom('revision as newer')
          .innerJoin('understanding as known', 'known.revision_n', 'newer.n')
          .select('newer.n')
          .whereRef('newer.item_n', '=', 'revision.item_n')
          .whereRef('newer.revision', '>', 'revision.revision'),
      ),
    ),
  )

const revisedSince = (since: string) =>
  build
    .selectFrom('revision')
    .select('revision.item_n')
    .where('revision.revision', '>', sql.lit(1))
    .where('revision.seen_at', '>=', since)

function placementOf(
  itemId: string,
  row: Pick<Tables['placement'], 'story_id' | 'event_id' | 'joined_at' | 'copy_of'>,
): Placement {
  const { story_id, event_id, joined_at, copy_of } = row
  return { itemId, storyId: story_id, eventId: event_id, joinedAt: joined_at, copyOf: copy_of }
}
