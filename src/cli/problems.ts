import type { Problem } from '#domain'

const SHOWN = 20

/** Problems as lines for a person: what and where, what was lost first; beyond twenty, how many more. */
export function problemLines(problems: readonly Problem[]): string[] {
  const order = { lost: 0, repaired: 1, note: 2 }
  const sorted = [...problems].sort((a, b) => order[a.severity] - order[b.severity])
  const lines = sorted
    .slice(0, SHOWN)
    .map(({ severity, what, where }) => `${severity}: ${where === null ? '' : `${where}: `}${what}`)
  if (sorted.length > SHOWN) lines.push(`… and ${sorted.length - SHOWN} more (all of them with --json)`)
  return lines
}
