import type { Intake } from '#app'
import type { Edition } from '#domain'

/** What a round did, in a line. */
export function roundSaid({ captures, added, revised }: Intake, { id, counts }: Edition): string {
  const edition = counts.sourcesRead === 0 ? `${id} waits for something to tell` : `newest digest: ${id}`
  return `${captures} captures, ${added} new items, ${revised} revised; ${edition}`
}
