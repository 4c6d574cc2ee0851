import type { EntityType } from '#domain'
import { bagOf } from './dive-match.ts'
import type { Tale } from './tale.ts'

/** A place in a reading list, with what it gives to those after it. */
export type Step = {
  readonly tale: Tale
  readonly level: 'prerequisite' | 'core' | 'advanced'
  /** A name that it is about and that later ones use; null where nothing leans on it. */
  readonly gives: string | null
  /** Those after it that use the name. */
  readonly to: readonly Tale[]
}

const INTRODUCES =
  /\b(?:survey|overview|introduction|tutorial|guide|primer|explain(?:s|ed|er)?|what is|how .{1,30} works?|basics|from scratch|handbook|review of)\b/i

type Node = {
  readonly tale: Tale
  readonly difficulty: number
  readonly about: ReadonlySet<string>
  readonly uses: ReadonlySet<string>
}

/**
 * Texts from prerequisite to advanced: one goes before another when it is about a name that the other only uses and not
 * the other way round (reference distance, after Liang et al. 2015, "Measuring prerequisite relations among concepts");
 * among those free to come next the easier one, measured by how rare its words are, with surveys and guides first.
 */
export function readingOrder(tales: readonly Tale[]): Step[] {
  const nodes = nodesOf(tales)
  const before = new Map(nodes.map((node) => [node, nodes.filter((other) => isPrerequisite(other, node))]))
  const ordered: Node[] = []
  const left = new Set(nodes)
  while (left.size > 0) {
    const free = [...left].filter((node) => !(before.get(node) ?? []).some((other) => left.has(other)))
    // Texts that lean on each other in a ring are read by their difficulty.
    const [next] = (free.length > 0 ? free : [...left]).sort(easierFirst)
    if (!next) break
    ordered.push(next)
    left.delete(next)
  }
  return ordered.map((node, at) => stepOf(node, ordered.slice(at + 1), at / Math.max(1, ordered.length)))
}

const easierFirst = (a: Node, b: Node) =>
  a.difficulty - b.difficulty || (a.tale.lead.item.seenAt < b.tale.lead.item.seenAt ? -1 : 1)

// What one text explains and another builds on; a topic or a company is no knowledge that is carried on.
const CARRIED: ReadonlySet<EntityType> = new Set([
  ...(['method', 'model', 'benchmark', 'dataset', 'hardware', 'product', 'paper'] as const),
])

const EVERYTHING = 3

function stepOf(node: Node, later: readonly Node[], place: number): Step {
  let best: { name: string; to: Tale[] } | null = null
  for (const id of node.about) {
    if (!CARRIED.has(node.tale.names.get(id)?.type ?? 'topic')) continue
    const to = later.filter(({ uses, about }) => uses.has(id) || about.has(id)).map(({ tale }) => tale)
    // What everything there leans on is what the list is about, and no reason to read one thing first.
    if (to.length === later.length && later.length > EVERYTHING) continue
    if (to.length > (best?.to.length ?? 0)) best = { name: node.tale.names.get(id)?.name ?? id, to }
  }
  const level = place < 1 / 3 ? 'prerequisite' : place < 2 / 3 ? 'core' : 'advanced'
  return { tale: node.tale, level, gives: best?.name ?? null, to: best?.to ?? [] }
}

function isPrerequisite(a: Node, b: Node): boolean {
  if (a === b) return false
  const leans = (from: Node, on: Node) => [...on.about].filter((id) => from.uses.has(id)).length
  return leans(b, a) > leans(a, b)
}

const EASE_OF_A_GUIDE = 3
const TEXT_CHARACTERS = 4000

function nodesOf(tales: readonly Tale[]): Node[] {
  const bags = tales.map(({ lead }) =>
    bagOf(`${lead.item.title} ${lead.item.text.slice(0, TEXT_CHARACTERS)}`),
  )
  const holders = new Map<string, number>()
  for (const bag of bags) for (const term of bag.keys()) holders.set(term, (holders.get(term) ?? 0) + 1)
  return tales.map((tale, at) => {
    const bag = bags[at] ?? new Map<string, number>()
    const rarity = [...bag.keys()].reduce(
      (sum, term) => sum + Math.log((tales.length + 1) / (holders.get(term) ?? 1)),
      0,
    )
    const names = [...tale.names]
    return {
      tale,
      difficulty:
        rarity / Math.max(1, bag.size) - (INTRODUCES.test(tale.lead.item.title) ? EASE_OF_A_GUIDE : 0),
      about: new Set(names.filter(([, { salience }]) => salience === 3).map(([id]) => id)),
      uses: new Set(names.filter(([, { salience }]) => salience < 3).map(([id]) => id)),
    }
  })
}
