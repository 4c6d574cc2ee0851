import type { Constraints } from './doc.ts'

/** People's decisions, ready to be asked: with whom an item must be, and with whom it must not. */
export function readConstraints({ together, apart }: Constraints) {
  const parents = new Map<string, string>()
  const rootOf = (id: string): string => {
    let root = id
    for (let next = parents.get(root); next !== undefined; next = parents.get(root)) root = next
    return root
  }
  for (const [first, ...others] of together) {
    if (first === undefined) continue
    for (const other of others) {
      const [a, b] = [rootOf(first), rootOf(other)]
      if (a !== b) parents.set(b, a)
    }
  }
  const companions = new Map<string, string[]>()
  for (const id of new Set(together.flat())) {
    const root = rootOf(id)
    companions.set(root, [...(companions.get(root) ?? []), id])
  }
  const enemies = new Map<string, Set<string>>()
  for (const [a, b] of apart) {
    enemies.set(a, (enemies.get(a) ?? new Set()).add(b))
    enemies.set(b, (enemies.get(b) ?? new Set()).add(a))
  }
  return {
    /** All that must be with an item, itself left out. */
    companionsOf: (id: string): readonly string[] =>
      (companions.get(rootOf(id)) ?? []).filter((other) => other !== id),
    /** True when one of these must not be where the item is. */
    forbids(id: string, members: readonly { readonly id: string }[]): boolean {
      const own = enemies.get(id)
      return own !== undefined && members.some((member) => own.has(member.id))
    },
  }
}

export type Ruling = ReturnType<typeof readConstraints>
