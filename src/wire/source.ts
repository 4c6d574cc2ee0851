import type { Source, SourceHealth } from '#domain'

/** A source and how it is doing, in words. */
export type SourceRow = {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly address: string
  readonly family: string
  readonly weight: number
  readonly well: boolean
  readonly state: string
  /** Why it counts as a gap now; null when it is none. */
  readonly gap: string | null
  readonly items: number
  readonly newest: string | null
}

export function sourceRow(
  source: Source,
  health: SourceHealth | null,
  { gap, items, newest }: Pick<SourceRow, 'gap' | 'items' | 'newest'> = { gap: null, items: 0, newest: null },
): SourceRow {
  const { id, name, kind, address, family, weight } = source
  const well = health === null || health.lastFailure === null
  return { id, name, kind, address, family, weight, well, state: stateOf(health), gap, items, newest }
}

function stateOf(health: SourceHealth | null): string {
  if (!health) return 'imported, or never asked'
  if (health.lastFailure === null) return `well, answered ${instant(health.lastAnsweredAt)}`
  const next = health.nextTryAt ? `; next try ${instant(health.nextTryAt)}` : ''
  return `failing (${health.failuresInARow} in a row): ${health.lastFailure}${next}`
}

const instant = (at: string | null): string => (at === null ? 'never' : at.slice(0, 16).replace('T', ' '))
