import type { Source, SourceHealth } from '#domain'

/** A source and how it is doing, in words. */
export type SourceRow = {
  readonly id: string
  readonly name: string
  readonly address: string
  readonly well: boolean
  readonly state: string
}

export function sourceRow(source: Source, health: SourceHealth | null): SourceRow {
  const { id, name, address } = source
  return { id, name, address, well: health?.lastFailure === null || health === null, state: stateOf(health) }
}

function stateOf(health: SourceHealth | null): string {
  if (!health) return 'imported, or never asked'
  if (health.lastFailure === null)
    return `well; last answer ${health.lastAnsweredAt ?? 'never'}, last news ${health.lastNewItemAt ?? 'never'}`
  const next = health.nextTryAt ? `; next try ${health.nextTryAt}` : ''
  return `failing (${health.failuresInARow} in a row): ${health.lastFailure}${next}`
}
