import type { Entity, EntityType } from '#domain'
import { GAP, newScan, type Scan, scanInto } from './mentions-scan.ts'

/** How the letters of a text must be written for it to be this name. */
type CaseRule = 'exact' | 'two-capitals' | 'capital' | 'any'

/** One way of writing one entity. */
export type Spelling = {
  readonly entity: Entity
  /** From its first letter or digit to its last. */
  readonly written: string
  readonly pieces: number
  /** Gap before each piece, as `GAP` counts it. */
  readonly gaps: Uint8Array
  readonly rule: CaseRule
  /** Which pieces begin with a capital. */
  readonly capitals: Uint8Array
  /** An everyday word too: needs context. */
  readonly ambiguous: boolean
  /** With an s at the end that the registry does not write. */
  readonly plural: boolean
}

/** All spellings of a registry as one trie over the pieces of names, in an open-addressed table. */
export type NameIndex = {
  readonly mask: number
  readonly nodes: Int32Array
  readonly hashes: Int32Array
  readonly next: Int32Array
  /** The spellings that end at a node. */
  readonly ends: ReadonlyMap<number, readonly Spelling[]>
  readonly byId: ReadonlyMap<string, Entity>
  /** Accounts in lower case without the @. */
  readonly byHandle: ReadonlyMap<string, Entity>
  readonly byKey: ReadonlyMap<string, Entity>
}

const PLURAL_TYPES: ReadonlySet<EntityType> = new Set(['method', 'topic', 'hardware', 'benchmark'])
const TERM_TYPES: ReadonlySet<EntityType> = new Set(['method', 'topic', 'benchmark', 'dataset', 'model'])

/** Spelling without anything that writers vary: case, spaces, joints, accents. */
export function nameKey(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\+/g, 'plus')
    .replace(/#/g, 'sharp')
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** Builds the index; a second entity with a spelling already taken does not get it. Linear in the registry. */
export function indexNames(registry: readonly Entity[]): NameIndex {
  const builder = new TrieBuilder()
  const byId = new Map<string, Entity>()
  const byHandle = new Map<string, Entity>()
  const byKey = new Map<string, Entity>()
  for (const entity of registry) {
    byId.set(entity.id, entity)
    for (const handle of entity.handles) {
      if (handle.startsWith('x:')) byHandle.set(handle.slice(2).toLowerCase(), entity)
    }
    let ownNameIsAmbiguous = false
    for (const alias of entity.aliases) {
      const ambiguous = alias.startsWith('?')
      const written = ambiguous ? alias.slice(1) : alias
      if (ambiguous && written === entity.name) ownNameIsAmbiguous = true
      builder.add(entity, written, ambiguous)
      if (!ambiguous) keepFirst(byKey, nameKey(written), entity)
    }
    if (!ownNameIsAmbiguous) builder.add(entity, entity.name, false)
    byKey.set(nameKey(entity.name), entity)
  }
  return { ...builder.table(), byId, byHandle, byKey }
}

function keepFirst<K, V>(map: Map<K, V>, key: K, value: V): void {
  if (!map.has(key)) map.set(key, value)
}

class TrieBuilder {
  private readonly scan: Scan = newScan()
  private capacity = 1 << 13
  private nodes = new Int32Array(this.capacity).fill(-1)
  private hashes = new Int32Array(this.capacity)
  private next = new Int32Array(this.capacity)
  private size = 1
  private readonly ends = new Map<number, Spelling[]>()

  add(entity: Entity, written: string, ambiguous: boolean): void {
    scanInto(this.scan, written)
    const count = this.scan.pieces
    if (count === 0) return
    const gaps = this.scan.gap.slice(0, count)
    const rule = caseRule(entity.type, written, this.scan)
    const capitals = Uint8Array.from({ length: count }, (_, piece) =>
      Number(isUpper(written.charCodeAt(this.scan.start[piece] ?? 0))),
    )
    const bare = written.slice(this.scan.start[0], this.scan.end[count - 1])
    const spelling = { entity, written: bare, pieces: count, gaps, rule, capitals, ambiguous, plural: false }
    let node = 0
    for (let piece = 0; piece < count - 1; piece++) node = this.child(node, this.scan.hash[piece] ?? 0)
    const hash = this.scan.hash[count - 1] ?? 0
    this.end(this.child(node, hash), spelling)
    if (PLURAL_TYPES.has(entity.type) && /[\p{L}]{2}$/u.test(written) && !/s$/i.test(written)) {
      this.end(this.child(node, Math.imul(hash ^ 115, 0x01000193)), { ...spelling, plural: true })
    }
  }

  table() {
    return {
      mask: this.capacity - 1,
      nodes: this.nodes,
      hashes: this.hashes,
      next: this.next,
      ends: this.ends,
    }
  }

  private end(node: number, spelling: Spelling): void {
    const held = this.ends.get(node)
    if (!held) this.ends.set(node, [spelling])
    else held.push(spelling)
  }

  private child(node: number, hash: number): number {
    if (this.size * 2 > this.capacity) this.grow()
    let slot = slotOf(node, hash) & (this.capacity - 1)
    while (this.nodes[slot] !== -1) {
      if (this.nodes[slot] === node && this.hashes[slot] === hash) return this.next[slot] ?? -1
      slot = (slot + 1) & (this.capacity - 1)
    }
    this.nodes[slot] = node
    this.hashes[slot] = hash
    this.next[slot] = this.size
    return this.size++
  }

  private grow(): void {
    const { nodes, hashes, next } = this
    this.capacity *= 2
    this.nodes = new Int32Array(this.capacity).fill(-1)
    this.hashes = new Int32Array(this.capacity)
    this.next = new Int32Array(this.capacity)
    for (let old = 0; old < nodes.length; old++) {
      const node = nodes[old] ?? -1
      if (node === -1) continue
      const hash = hashes[old] ?? 0
      let slot = slotOf(node, hash) & (this.capacity - 1)
      while (this.nodes[slot] !== -1) slot = (slot + 1) & (this.capacity - 1)
      this.nodes[slot] = node
      this.hashes[slot] = hash
      this.next[slot] = next[old] ?? -1
    }
  }
}

function slotOf(node: number, hash: number): number {
  const mixed = Math.imul(hash ^ Math.imul(node, 0x9e3779b1), 0x85ebca6b)
  return mixed ^ (mixed >>> 15)
}

/** The node reached from `node` by a piece, or -1. */
export function step(index: NameIndex, node: number, hash: number): number {
  let slot = slotOf(node, hash) & index.mask
  for (;;) {
    const held = index.nodes[slot]
    if (held === -1) return -1
    if (held === node && index.hashes[slot] === hash) return index.next[slot] ?? -1
    slot = (slot + 1) & index.mask
  }
}

function caseRule(type: EntityType, written: string, scan: Scan): CaseRule {
  const letters = written.replace(/[^\p{L}]/gu, '')
  if (/\p{N}/u.test(written)) return letters.length <= 2 ? 'exact' : 'any'
  const upper = letters.replace(/[^\p{Lu}]/gu, '').length
  if (upper === 0) return 'any'
  if (scan.words > 1) return TERM_TYPES.has(type) ? 'any' : 'capital'
  if (upper === letters.length)
    return letters.length <= 5 ? 'exact' : letters.length <= 9 ? 'two-capitals' : 'any'
  if (/^\p{Lu}[^\p{Lu}]*$/u.test(letters)) return 'capital'
  // Of "arXiv" no two capitals can be asked.
  return letters.length > 5 ? 'any' : upper < 2 ? 'exact' : 'two-capitals'
}

/** Whether the text at these pieces is written as the spelling asks. */
export function isWritten(scan: Scan, first: number, spelling: Spelling): boolean {
  for (let piece = 1; piece < spelling.pieces; piece++) {
    if (!gapFits(scan, first + piece, spelling.gaps[piece] ?? 0)) return false
  }
  const begin = scan.start[first] ?? 0
  switch (spelling.rule) {
    case 'any':
      return true
    case 'capital':
      for (let piece = 0; piece < spelling.pieces; piece++)
        if (spelling.capitals[piece] && !isUpper(scan.text.charCodeAt(scan.start[first + piece] ?? 0)))
          return false
      return true
    case 'two-capitals':
      return /\p{Lu}.*\p{Lu}/u.test(scan.text.slice(begin, scan.end[first + spelling.pieces - 1]))
    case 'exact': {
      const surface = scan.text.slice(begin, scan.end[first + spelling.pieces - 1])
      return (spelling.plural ? surface.slice(0, -1) : surface) === spelling.written
    }
  }
}

const isUpper = (code: number): boolean => code !== lowerCode(code)

function lowerCode(code: number): number {
  return code < 128
    ? code >= 65 && code <= 90
      ? code | 32
      : code
    : String.fromCharCode(code).toLowerCase().charCodeAt(0)
}

// A name may be written closer or wider than the registry has it, but `o1` is not `o 1` and `4.5` is not `4 5`.
function gapFits(scan: Scan, piece: number, wanted: number): boolean {
  const gap = scan.gap[piece] ?? GAP.far
  if (gap === wanted) return true
  if (gap > GAP.space) return false
  const before = scan.text.charCodeAt((scan.end[piece] ?? 0) - 1)
  const digits = before >= 48 && before <= 57
  const longBefore = (scan.end[piece - 1] ?? 0) - (scan.start[piece - 1] ?? 0) > 2
  if (wanted === GAP.none) return digits && longBefore
  if (gap === GAP.none) return digits || wanted === GAP.joint
  const left = scan.text.charCodeAt((scan.end[piece - 1] ?? 1) - 1)
  return !(digits && left >= 48 && left <= 57) || gap === GAP.joint
}
