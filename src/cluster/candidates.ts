import type { Postings, Weight } from './postings.ts'
import { SETTINGS } from './settings.ts'
import { ROW, type Standings } from './standings.ts'
import type { Group, Telling } from './telling.ts'
import type { Vocabulary } from './vocabulary.ts'

export type Candidates = { readonly stories: readonly Group[]; readonly events: readonly Group[] }

/**
 * The groups that are worth an exact look: those whose members share the rarest terms with a telling, best first. No
 * scan over pairs: of each term the newest tellings are looked up, the rarest terms first, until the budget is spent.
 */
export function createCandidateSearch(vocabulary: Vocabulary, postings: Postings, standings: Standings) {
  const { groups } = standings
  // By the numbers of groups: what was tallied, and in which search.
  let tallies = new Float64Array(1024)
  let searches = new Int32Array(1024)
  let search = 0

  function begin(): void {
    search++
    if (groups.length <= tallies.length) return
    tallies = new Float64Array(groups.length * 2)
    searches = new Int32Array(groups.length * 2)
  }

  /** Notes a group that this search meets for the first time; false when it has met it before. */
  function isNew(group: number, score: number, met: number[]): boolean {
    if (searches[group] === search) return false
    searches[group] = search
    tallies[group] = score
    met.push(group)
    return true
  }

  /** The `most` groups of the highest tally, best first; the first found among equals. */
  function best(met: readonly number[], most: number): Group[] {
    const chosen: number[] = []
    for (const group of met) {
      const tally = tallies[group] as number
      if (chosen.length === most && tally <= (tallies[chosen[most - 1] as number] as number)) continue
      let at = chosen.length
      while (at > 0 && (tallies[chosen[at - 1] as number] as number) < tally) at--
      chosen.splice(at, 0, group)
      if (chosen.length > most) chosen.pop()
    }
    return chosen.map((group) => groups[group] as Group)
  }

  return (telling: Telling): Candidates => {
    begin()
    const { postingsPerTerm: mostPerTerm, postingsMax: most, shareMin, candidatesMax } = SETTINGS
    const { found, shared, clear } = postings.tally(rarestFirst(telling, vocabulary), { mostPerTerm, most })
    const rows = standings.rows()
    const stories: number[] = []
    const events: number[] = []
    const enough = shareMin * mostOf(found, shared)
    for (const n of found) {
      if ((shared[n] as number) < enough || n === telling.n) continue
      const terms = rows[n * ROW + 2] as number
      if (terms === 0) continue
      const score = (shared[n] as number) / Math.sqrt(terms)
      // A story is found by its likest member, an event by all of them.
      const [story, event] = [rows[n * ROW] as number, rows[n * ROW + 1] as number]
      if (!isNew(story, score, stories) && score > (tallies[story] as number)) tallies[story] = score
      if (!isNew(event, score, events)) tallies[event] = (tallies[event] as number) + score
    }
    clear()
    for (const event of events)
      tallies[event] = (tallies[event] as number) / Math.sqrt((groups[event] as Group).members.length)
    return { stories: best(stories, candidatesMax), events: best(events, candidatesMax) }
  }
}

/** What the telling at hand shares with itself: it is among those found. */
function mostOf(found: readonly number[], shared: Float64Array): number {
  let most = 0
  for (const n of found) if ((shared[n] as number) > most) most = shared[n] as number
  return most
}

function rarestFirst({ terms, counts }: Telling, vocabulary: Vocabulary): Weight[] {
  return Array.from(terms, (term, i) => ({
    term,
    frequency: vocabulary.frequency(term),
    weight: (counts[i] as number) * vocabulary.weight(term) ** 2,
  })).sort((a, b) => a.frequency - b.frequency)
}
