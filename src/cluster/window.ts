import type { Instant } from '#domain'
import { createAnchors } from './anchors.ts'
import { createCandidateSearch } from './candidates.ts'
import type { ClusterDoc } from './doc.ts'
import { gistOf } from './gist.ts'
import { createGroup, createSums } from './group.ts'
import { createLikeness } from './likeness.ts'
import { createPostings } from './postings.ts'
import { SETTINGS } from './settings.ts'
import { createStandings } from './standings.ts'
import type { Group, Telling } from './telling.ts'
import { createVocabulary } from './vocabulary.ts'

const DAY_MS = 86_400_000
const WEEK_MS = 7 * DAY_MS

/** From when on items take part in the decision on one seen at this instant: its week, and the days before that week. */
export function liveSince(seenAt: Instant): Instant {
  return new Date(liveFrom(weekOf(Date.parse(seenAt)))).toISOString()
}

const weekOf = (seenMs: number): number => Math.floor(seenMs / WEEK_MS)
const liveFrom = (week: number): number => week * WEEK_MS - SETTINGS.liveDays * DAY_MS

/** The live items, with everything by which they can be found. */
export type Window = ReturnType<typeof createWindow>

/**
 * Items are live for the days of the setting, counted back from the week at hand (weeks of seven days since 1970), so that
 * what is live during a week follows from the week. When a week begins, or the window is full, it is swept: everything is
 * built anew from what stays. A window restored from that week's items is therefore in the very same state.
 */
export function createWindow() {
  let shelf = emptyShelf()
  let week = Number.NEGATIVE_INFINITY

  function sweep(stays: (telling: Telling) => boolean): void {
    const old = shelf
    shelf = emptyShelf()
    for (const telling of old.tellings) {
      if (!telling.live || !stays(telling)) continue
      telling.terms = telling.terms.map((term) => shelf.vocabulary.numberOf(old.vocabulary.hashOf(term)))
      telling.lengthEpoch = -1
      shelve(telling)
      join(telling, groupOf(telling.story.id), groupOf(telling.event.id))
    }
  }

  /** Makes room before an item of this instant comes in. */
  function makeRoom(seenMs: number): void {
    const thisWeek = weekOf(seenMs)
    if (thisWeek > week) {
      week = thisWeek
      sweep(({ seenMs: then }) => !(then < liveFrom(thisWeek)))
    }
    if (shelf.tellings.length >= SETTINGS.liveItemsMax) {
      const gone = SETTINGS.liveItemsMax / 10
      sweep(({ n }) => n >= gone)
    }
  }

  function shelve(telling: Telling): void {
    telling.n = shelf.tellings.push(telling) - 1
    shelf.byId.set(telling.id, telling)
    shelf.vocabulary.add(telling.terms)
    shelf.postings.add(telling)
    shelf.anchors.add(telling)
  }

  function retire(telling: Telling): void {
    telling.live = false
    shelf.standings.note(telling)
    shelf.vocabulary.remove(telling.terms)
    leave(telling)
  }

  function join(telling: Telling, story: Group, event: Group): void {
    telling.story = story
    telling.event = event
    shelf.sums.add(story, telling)
    shelf.sums.add(event, telling)
    shelf.standings.note(telling)
  }

  function leave(telling: Telling): void {
    shelf.sums.remove(telling.story, telling)
    shelf.sums.remove(telling.event, telling)
    for (const group of [telling.story, telling.event])
      if (group.members.length === 0) shelf.groups.delete(group.id)
  }

  function groupOf(id: string): Group {
    const known = shelf.groups.get(id)
    if (known) return known
    const group = createGroup(id)
    shelf.groups.set(id, group)
    shelf.standings.enrol(group)
    return group
  }

  return {
    get likeness() {
      return shelf.likeness
    },
    get anchors() {
      return shelf.anchors
    },
    candidates: (telling: Telling) => shelf.candidates(telling),
    find: (id: string): Telling | null => shelf.byId.get(id) ?? null,
    /** The group of this id while it has members. */
    live: (id: string): Group | null => shelf.groups.get(id) ?? null,
    /** The group of this id, a new one when none is live. */
    group: groupOf,
    /** Takes an item in, in place of an older revision; it belongs nowhere until it joins. */
    admit(doc: ClusterDoc): Telling {
      makeRoom(Date.parse(doc.seenAt ?? ''))
      const older = shelf.byId.get(doc.id)
      if (older) retire(older)
      const telling = tellingOf(doc, shelf.vocabulary)
      shelve(telling)
      return telling
    },
    join,
    /** Takes a telling out of its story and its event and into others. */
    move(telling: Telling, story: Group, event: Group): void {
      leave(telling)
      shelf.groups.set(story.id, story)
      shelf.groups.set(event.id, event)
      join(telling, story, event)
    },
  }
}

function emptyShelf() {
  const vocabulary = createVocabulary()
  const postings = createPostings()
  const standings = createStandings()
  const tellings: Telling[] = []
  return {
    ...{ vocabulary, postings, standings, tellings },
    byId: new Map<string, Telling>(),
    groups: new Map<string, Group>(),
    anchors: createAnchors(),
    likeness: createLikeness(vocabulary),
    sums: createSums(vocabulary),
    candidates: createCandidateSearch(vocabulary, postings, standings),
  }
}

const NOWHERE = createGroup('')

function tellingOf(doc: ClusterDoc, vocabulary: ReturnType<typeof createVocabulary>): Telling {
  const { hashes, counts, weekdays, names, figures } = doc.gist ?? gistOf(doc)
  const ids = Object.entries(doc.ids).map(([kind, id]) => `${PREFIXES[kind] ?? kind}:${id}`)
  return {
    id: doc.id,
    n: -1,
    terms: hashes.map((hash) => vocabulary.numberOf(hash)),
    counts,
    weekdays,
    seenMs: Date.parse(doc.seenAt ?? ''),
    identities: [...new Set(doc.key === null ? ids : [doc.key, ...ids])],
    links: doc.links,
    names,
    figures,
    sourceId: doc.sourceId,
    cast: doc.cast,
    copyOf: doc.copyOf,
    ...{ live: true, story: NOWHERE, event: NOWHERE, length: 0, lengthEpoch: -1 },
  }
}

/** Keys name some kinds more shortly than ids do. */
const PREFIXES: Readonly<Record<string, string>> = { huggingface: 'hf', xStatus: 'x', hackerNews: 'hn' }
