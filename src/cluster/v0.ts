import type { Forward, Ids, Instant } from '#domain'
import { countOf, shortHash, terms } from '#text'

export const CLUSTER_MAKER = 'cluster@0'
export type ClusterDoc = {
  id: string
  title: string
  text: string
  key: string | null
  ids: Ids
  seenAt: Instant | null
  sourceId: string | null
  entities: readonly string[]
  links: readonly string[]
  copyOf: string | null
}
export type Place = { storyId: string; eventId: string }
export type Clusterer = {
  place(doc: ClusterDoc): Place & { forwards: Forward[] }
  restore(doc: ClusterDoc, at: Place): void
  settled(): ReadonlyMap<string, Place>
}
type S = { id: string; sum: Map<string, number>; n: number; q: number; keys: Set<string>; last: number }
export function createClusterer(): Clusterer {
  const df = new Map<string, number>()
  let n = 0
  const stories: S[] = []
  const post = new Map<string, number[]>()
  const byKey = new Map<string, number>()
  const byId = new Map<string, number>()
  const byStory = new Map<string, number>()
  const places = new Map<string, Place>()
  const vec = (doc: ClusterDoc) => {
    const tf = countOf([...terms(doc.title), ...terms(doc.title), ...terms(doc.text.slice(0, 1500))])
    n++
    const v: [string, number][] = []
    let q = 0
    for (const [t, f] of tf) {
      const d = (df.get(t) ?? 0) + 1
      df.set(t, d)
      const w = (1 + Math.log(f)) * Math.log(1 + (n + 50) / (0.5 + d))
      v.push([t, w])
      q += w * w
    }
    q = Math.sqrt(q) || 1
    return v
      .map(([t, w]): [string, number] => [t, w / q])
      .sort((a, b) => b[1] - a[1])
      .slice(0, 40)
  }
  const join = (at: number, doc: ClusterDoc, v: [string, number][]) => {
    const s = stories[at]
    if (!s) return
    for (const [t, w] of v) {
      const x = s.sum.get(t)
      if (x === undefined) {
        const l = post.get(t)
        if (l) {
          l.push(at)
          if (l.length > 400) l.splice(0, 200)
        } else post.set(t, [at])
      }
      s.q += 2 * w * (x ?? 0) + w * w
      s.sum.set(t, (x ?? 0) + w)
    }
    s.n++
    s.last = Date.parse(doc.seenAt ?? '') || s.last
    if (doc.key) {
      s.keys.add(doc.key)
      byKey.set(doc.key, at)
    }
    byId.set(doc.id, at)
    const p = { storyId: s.id, eventId: `e${s.id.slice(1)}` }
    places.set(doc.id, p)
    return p
  }
  const open = (id: string) => {
    const at = stories.push({ id, sum: new Map(), n: 0, q: 0, keys: new Set(), last: 0 }) - 1
    byStory.set(id, at)
    return at
  }
  return {
    place(doc) {
      const v = vec(doc)
      let at =
        byId.get(doc.id) ??
        (doc.key ? byKey.get(doc.key) : undefined) ??
        (doc.copyOf ? byId.get(doc.copyOf) : undefined)
      if (at === undefined) {
        const acc = new Map<number, number>()
        for (const [t] of v.slice(0, 12)) for (const c of post.get(t) ?? []) acc.set(c, 0)
        let bs = 0.36
        for (const c of acc.keys()) {
          const s = stories[c]
          if (!s) continue
          let dot = 0
          for (const [t, w] of v) dot += w * (s.sum.get(t) ?? 0)
          const sim = dot / Math.sqrt(s.q)
          if (
            sim > bs &&
            !(doc.key?.startsWith('arxiv:') && [...s.keys].some((k) => k.startsWith('arxiv:')))
          ) {
            bs = sim
            at = c
          }
        }
      }
      at ??= open(`s${shortHash(doc.id)}`)
      const p = join(at, doc, v) ?? { storyId: '', eventId: '' }
      return { ...p, forwards: [] }
    },
    restore(doc, { storyId }) {
      join(byStory.get(storyId) ?? open(storyId), doc, vec(doc))
    },
    settled: () => places,
  }
}
