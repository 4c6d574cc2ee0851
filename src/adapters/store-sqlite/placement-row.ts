import { sql } from 'kysely'

/** Holds for the last placement of an item that was made before `asOf`: an item that moved is in its last story only. */
export const lastPlacement = (asOf: string) => sql<boolean>`placement.joined_at < ${asOf} and not exists (
  select 1 from placement as later where later.item_n = placement.item_n
  and later.joined_at > placement.joined_at and later.joined_at < ${asOf})`
