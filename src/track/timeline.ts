import type { Claim, Dossier, Telling, Turn, TurnNews } from '#domain'
import { meet, reachOf } from './claim-reach.ts'
import { keyOf } from './disagreements.ts'

type Given = { readonly itemId: string; readonly family: string; readonly claim: Claim }

const NUMBERS_MAX = 6

/**
 * How a story grew: a step for each telling in words of its own that added something, in the order seen: the first
 * telling, a new publisher family, numbers of a measure that nobody had given, a revision, and a number that excludes what
 * another family had said last of the same measure. Copies add nothing; claims without a subject or a metric are left alone.
 */
export function timeline({ tellings }: Dossier): Turn[] {
  const families = new Set<string>()
  const given = new Map<string, Given[]>()
  return tellings
    .filter(({ copyOf }) => copyOf === null)
    .sort((a, b) => (a.item.seenAt < b.item.seenAt ? -1 : a.item.seenAt > b.item.seenAt ? 1 : 0))
    .map((telling): Turn => {
      const { id: itemId, seenAt: at, revision } = telling.item
      const who: TurnNews[] = familyNews(telling, families)
      const revised: TurnNews[] = revision > 1 ? [{ kind: 'revision', revision }] : []
      return { at, itemId, news: [...who, ...revised, ...numberNews(telling, given)] }
    })
    .filter(({ news }) => news.length > 0)
}

const familyOf = ({ source }: Telling): string => source.family || source.id

function familyNews(telling: Telling, families: Set<string>): TurnNews[] {
  const family = familyOf(telling)
  const isFirst = families.size === 0
  const isKnown = families.has(family)
  families.add(family)
  return isFirst ? [{ kind: 'first' }] : isKnown ? [] : [{ kind: 'publisher', family }]
}

/** What the numbers of a telling add to those given before it, which they then join. */
function numberNews(telling: Telling, given: Map<string, Given[]>): TurnNews[] {
  const family = familyOf(telling)
  const values = new Set<string>()
  const contradictions: TurnNews[] = []
  const own = telling.claims.flatMap((claim) => {
    const key = keyOf(claim, telling)
    return key === null ? [] : [{ key, claim }]
  })
  for (const { key, claim } of own) {
    const before = given.get(key) ?? []
    const agrees = before.some((other) => meet(reachOf(other.claim), reachOf(claim)))
    const rival = before.findLast((other) => other.family !== family)
    if (before.length === 0) values.add(claim.value)
    else if (!agrees && rival) contradictions.push(against(claim, rival))
  }
  for (const { key, claim } of own)
    given.set(key, [...(given.get(key) ?? []), { itemId: telling.item.id, family, claim }])
  const numbers: TurnNews[] =
    values.size === 0 ? [] : [{ kind: 'numbers', values: [...values].slice(0, NUMBERS_MAX) }]
  return [...numbers, ...contradictions]
}

function against({ subject, metric, value }: Claim, rival: Given): TurnNews {
  const said = { itemId: rival.itemId, value: rival.claim.value }
  return { kind: 'contradiction', subject: subject ?? '', metric: metric ?? '', value, against: said }
}
