import type { Postings, Weight } from './postings.ts'
import { SETTINGS } from './settings.ts'
import type { Group, Telling } from './telling.ts'
import type { Vocabulary } from './vocabulary.ts'

export type Candidates = { readonly stories: readonly Group[]; readonly events: readonly Group[] }

/**
 * The groups that are worth an exact look: those whose members share the rarest terms with a telling, best first. No
 * scan over pairs: of each term the newest tellings are looked up, the rarest terms first, until the budget is spent.
 */
export function createCandidateSearch(
  tellings: readonly Telling[],
  vocabulary: Vocabulary,
  postings: Postings,
) {
  let search = 0

  /** Notes a group that this search meets for the first time; false when it has met it before. */
  function isNew(group: Group, score: number, met: Group[]): boolean {
    if (group.search === search) return false
    group.search = search
    group.tally = score
    met.push(group)
    return true
  }

  return (telling: Telling): Candidates => {
    search++
    const { postingsPerTerm: mostPerTerm, postingsMax: most, shareMin, candidatesMax } = SETTINGS
    const { found, shared, clear } = postings.tally(rarestFirst(telling, vocabulary), { mostPerTerm, most })
    const stories: Group[] = []
    const events: Group[] = []
    const enough = shareMin * mostOf(found, shared)
    for (const n of found) {
      if ((shared[n] as number) < enough) continue
      const other = tellings[n] as Telling
      if (!other.live || other === telling) continue
      const score = (shared[n] as number) / Math.sqrt(other.terms.length)
      // A story is found by its likest member, an event by all of them.
      const { story, event } = other
      if (!isNew(story, score, stories) && score > story.tally) story.tally = score
      if (!isNew(event, score, events)) event.tally += score
    }
    clear()
    for (const event of events) event.tally /= Math.sqrt(event.members.length)
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

/** The `most` groups of the highest tally, best first; the first found among equals. */
function best(groups: readonly Group[], most: number): Group[] {
  const chosen: Group[] = []
  for (const group of groups) {
    if (chosen.length === most && group.tally <= (chosen[most - 1] as Group).tally) continue
    let at = chosen.length
    while (at > 0 && (chosen[at - 1] as Group).tally < group.tally) at--
    chosen.splice(at, 0, group)
    if (chosen.length > most) chosen.pop()
  }
  return chosen
}
