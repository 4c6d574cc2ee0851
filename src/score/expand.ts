import type { Entity } from '#domain'
import { CONCEPTS, type Concept } from './field.ts'
import { BEYOND } from './field-beyond.ts'
import type { Alternative, Topic } from './topic.ts'
import { stems } from './words.ts'

/** A phrase that speaks for a topic: 1 says it outright, less only points to it. */
type Term = {
  readonly stems: readonly string[]
  readonly weight: number
  /** The only spelling that counts; null when any does. */
  readonly exactly: string | null
}

const FIELD: readonly Concept[] = [...CONCEPTS, ...BEYOND]

// Measured on the dev day within wide plateaus; only their order matters much.
const MEANS = 1
const SHOWS = 0.55
const HINTS = 0.25
const NARROWER = 0.85
const BY_HEAD = 0.9
const DOUBTFUL = 0.5
const MAX_DEPTH = 3

/** What a topic's words can be replaced by: the trade's vocabulary and the registry's topics and methods. */
export type Thesaurus = {
  readonly termsOf: (topic: Topic) => Term[]
  readonly terms: (all: readonly Alternative[]) => Term[]
}

type Node = { readonly id: string; readonly terms: readonly Term[]; readonly narrower: string[] }

/** Builds the thesaurus once; entities of other types than topic and method take no part. */
export function thesaurus(vocabulary: readonly Entity[]): Thesaurus {
  const nodes = new Map<string, Node>()
  const named = new Map<string, string[]>()
  for (const concept of FIELD) addConcept(concept, nodes, named)
  for (const entity of vocabulary)
    if (entity.type === 'topic' || entity.type === 'method') addEntity(entity, nodes, named)
  joinNarrower(vocabulary, nodes)

  const terms = (alternatives: readonly Alternative[]): Term[] => {
    const best = new Map<string, Term>()
    for (const alternative of alternatives) {
      const found = lookUp(alternative.stems, named)
      // A single everyday word that the trade knows speaks through its entry; a reader's own jargon speaks for itself.
      if (found.ids.length === 0 || alternative.stems.length > 1)
        keep(best, {
          stems: alternative.stems,
          weight: isEveryday(alternative) ? DOUBTFUL : MEANS,
          exactly: null,
        })
      for (const id of found.ids) spread(id, found.weight, 0, nodes, best)
    }
    return [...best.values()]
  }
  return { terms, termsOf: (topic) => terms(topic.alternatives) }
}

/** "memory" in "hardware (GPUs, memory)": what it is a part of must be there too. */
function isEveryday({ isPart, stems: words, phrase }: Alternative): boolean {
  return isPart && words.length === 1 && /^[a-z]+$/.test(phrase)
}

function addConcept(concept: Concept, nodes: Map<string, Node>, named: Map<string, string[]>): void {
  const terms = [
    ...phrases(concept.means, MEANS),
    ...phrases(concept.shows ?? '', SHOWS),
    ...phrases(concept.hints ?? '', HINTS),
  ]
  nodes.set(concept.id, { id: concept.id, terms, narrower: [] })
  for (const name of phrases(concept.names, 1)) register(named, name.stems, concept.id)
}

function addEntity(entity: Entity, nodes: Map<string, Node>, named: Map<string, string[]>): void {
  const id = `entity:${entity.id}`
  const terms = [entity.name, ...entity.aliases].map((name) => ({
    stems: stems(name),
    weight: name.startsWith('?') ? DOUBTFUL : MEANS,
    exactly: null,
  }))
  nodes.set(id, { id, terms: terms.filter((term) => term.stems.length > 0), narrower: [] })
  for (const term of terms) if (term.weight === MEANS) register(named, term.stems, id)
}

function joinNarrower(vocabulary: readonly Entity[], nodes: Map<string, Node>): void {
  for (const concept of FIELD)
    for (const broader of concept.within ?? []) nodes.get(broader)?.narrower.push(concept.id)
  for (const entity of vocabulary) {
    const id = `entity:${entity.id}`
    if (entity.parent !== null && nodes.has(id)) nodes.get(`entity:${entity.parent}`)?.narrower.push(id)
  }
}

/** Entries whose name is the phrase, or else those whose one-word name is its head: "agent trajectory routing". */
const LOOSE_HEAD: ReadonlySet<string> = new Set(stems('models systems methods tools applications'))

function lookUp(
  phrase: readonly string[],
  named: ReadonlyMap<string, string[]>,
): { ids: string[]; weight: number } {
  const exact = named.get(phrase.join(' ')) ?? named.get(phrase.filter((word) => word !== 'ai').join(' '))
  if (exact !== undefined) return { ids: trades(exact), weight: 1 }
  // "drug discovery models" are about drug discovery.
  const subject =
    phrase.length > 2 && LOOSE_HEAD.has(phrase.at(-1) ?? '')
      ? named.get(phrase.slice(0, -1).join(' '))
      : undefined
  if (subject !== undefined) return { ids: subject, weight: BY_HEAD }
  const head = phrase.length > 1 ? named.get(phrase.at(-1) ?? '') : undefined
  return { ids: (head ?? []).filter((id) => !id.startsWith('entity:')), weight: BY_HEAD }
}

// Where the trade has an entry of its own, it outranks a wider subject that the registry gives the phrase as one of its names.
function trades(ids: readonly string[]): string[] {
  const own = ids.filter((id) => !id.startsWith('entity:'))
  return own.length > 0 ? own : [...ids]
}

function spread(
  id: string,
  weight: number,
  depth: number,
  nodes: ReadonlyMap<string, Node>,
  best: Map<string, Term>,
): void {
  const node = nodes.get(id)
  if (node === undefined || depth > MAX_DEPTH) return
  for (const term of node.terms) keep(best, { ...term, weight: term.weight * weight })
  for (const narrower of node.narrower) spread(narrower, weight * NARROWER, depth + 1, nodes, best)
}

function keep(best: Map<string, Term>, term: Term): void {
  const key = term.stems.join(' ')
  const known = best.get(key)
  if (key !== '' && (known === undefined || known.weight < term.weight)) best.set(key, term)
}

function register(named: Map<string, string[]>, name: readonly string[], id: string): void {
  const key = name.join(' ')
  if (key === '') return
  const ids = named.get(key)
  if (ids === undefined) named.set(key, [id])
  else if (!ids.includes(id)) ids.push(id)
}

function phrases(list: string, weight: number): Term[] {
  return list
    .split('|')
    .map((phrase) => ({
      stems: stems(phrase),
      weight,
      exactly: phrase.startsWith('=') ? phrase.slice(1) : null,
    }))
    .filter((term) => term.stems.length > 0)
}
