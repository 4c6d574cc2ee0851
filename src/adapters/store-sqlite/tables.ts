import {
  DummyDriver,
  Kysely,
  type RawBuilder,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  sql,
} from 'kysely'

/**
 * The tables as Kysely sees them; `migrations.ts` makes them. Numbers ending in `_n` are row numbers of this file only
 * and never leave the adapter. Instants are text that sorts, except `seen_ms`, which must be small.
 */
export type Tables = {
  // Facts
  capture: {
    hash: string
    source_id: string
    address: string
    content_type: string | null
    size_bytes: number
    captured_at: string
  }
  item: { n: number; id: string; key: string; source_id: string; first_seen_at: string }
  revision: {
    n: number
    item_n: number
    revision: number
    seen_at: string
    content_hash: string
    title: string
    text: string
    /** The fields that are read with the item and never searched for, as JSON. */
    rest: string
  }
  // Settings and state
  source: {
    id: string
    name: string
    kind: string
    address: string
    family: string
    weight: number
    stale_after_hours: number
  }
  source_health: { source_id: string; health: string }
  // Judgments
  awaiting: { seen_at: string; item_id: string; revision_n: number }
  understanding: { revision_n: number; maker: string; mentions: string; claims: string; forecasts: string }
  placement: {
    item_n: number
    joined_at: string
    story_id: string
    event_id: string
    copy_of: string | null
    maker: string
  }
  forward: { from_story_id: string; to_story_id: string; at: string; maker: string }
  named_entity: { id: string; name: string; type: string; first_week: number; last_week: number }
  /** The week comes first, so that what is written together lies together: fewer pages change with each batch. */
  naming: {
    week: number
    entity_id: string
    seen_ms: number
    story_id: string
    item_n: number
    salience: number
  }
  // The ledger
  prediction: {
    n: number
    id: string
    entered_at: string
    source_id: string | null
    replaces: string | null
    body: string
  }
  prediction_entity: { entity_id: string; prediction_n: number }
  resolution: { n: number; prediction_id: string; resolved_at: string; body: string }
  // Editions
  edition: { id: string; kind: string; date: string; title: string; body: string }
  closed_window: {
    edition_id: string
    kind: string
    date: string
    from_at: string
    to_at: string
    closed_at: string
  }
}

/**
 * Writes SQL and runs none: the text is compiled here and run synchronously by `database.ts`, so that no other work of
 * this process can come between the statements of one transaction.
 */
export const build = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
})

/** A list of any length as one parameter, for `in`: the statement stays the same and can be kept prepared. */
export function among<T extends string | number>(values: Iterable<T>): RawBuilder<T> {
  return sql<T>`(select value from json_each(${JSON.stringify([...values])}))`
}
