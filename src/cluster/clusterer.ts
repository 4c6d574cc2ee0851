import type { Instant } from '#domain'
import { shortHash } from '#text'
import { readConstraints } from './constraints.ts'
import type { ClusterDoc, Constraints, Place, Placed } from './doc.ts'
import { createReview, eventOf, NOTHING, type Reviewed } from './review.ts'
import { SETTINGS } from './settings.ts'
import type { Group, Telling } from './telling.ts'
import { vetoed } from './vetoes.ts'
import { type Weighed, weighEvents, weighStories } from './weigh.ts'
import { createWindow } from './window.ts'

export const CLUSTER_MAKER = 'cluster@1'

/** Which story and which event each item tells, decided as the items come. */
export type Clusterer = {
  /**
   * Decides where an item belongs. A new revision of an item stays where the item was; `last` says where that is, when
   * the item itself is no longer live.
   */
  place(doc: ClusterDoc, last?: Place | null): Placed
  /**
   * Takes up an item at the place that it has. A window restored in the order of seeing, from `liveSince` on, decides
   * like the one that lived through it.
   */
  restore(doc: ClusterDoc, at: Place): void
}

/** Where an item was before this revision of it, and that story as the window has it; nulls where it was nowhere. */
type Before = { readonly last: Place | null; readonly story: Group | null }

type Decision = {
  readonly story: Group | null
  readonly event: Group | null
  readonly rivals: readonly Group[]
}

/**
 * One pass, two levels: the story by its words, its likest member, the days it names, its ids and links; the event by the
 * middle of all its members, grown as affairs grow. After Allan, Papka and Lavrenko 1998 and Miranda et al. 2018.
 */
export function createClusterer(constraints: Partial<Constraints> = {}): Clusterer {
  const ruling = readConstraints({ together: [], apart: [], ...constraints })
  const window = createWindow()
  const review = createReview(window, ruling)

  const allowed = (telling: Telling, story: Group) =>
    story.members.length > 0 && !ruling.forbids(telling.id, story.members)

  /** The stories that an item must tell whatever its words, in order of weight: by people's decision, as the same thing, as a copy. */
  function boundStories(telling: Telling, doc: ClusterDoc, last: Group | null): Group[] {
    const original = doc.copyOf === null ? [] : [window.find(doc.copyOf)]
    const others = [...window.anchors.same(doc.key), ...original].flatMap((other) =>
      other && other !== telling ? [other.story] : [],
    )
    const decided = ruling.companionsOf(doc.id).flatMap((id) => window.find(id)?.story ?? [])
    return [...new Set([...decided, ...(last ? [last] : []), ...others])].filter(
      (story) => (story === last && story.members.length === 0) || allowed(telling, story),
    )
  }

  function decide(telling: Telling): Decision {
    const { stories, events } = window.candidates(telling)
    const tied = new Set(window.anchors.tied(telling).map(({ story }) => story))
    return window.likeness.holding(telling, () => {
      const told = weighStories(window.likeness, telling, stories, tied).filter(
        ({ score, group }) =>
          score >= SETTINGS.story.joins &&
          allowed(telling, group) &&
          !vetoed(telling, group, tied.has(group)),
      )
      const affairs = weighEvents(window.likeness, telling, [
        ...new Set([...events, ...told.map(({ group }) => eventOf(group))]),
      ])
      const [affair] = affairs
      const story = told.find(({ group }) => tied.has(group) || suits(eventOf(group), affairs))?.group ?? null
      if (story) return { story, event: eventOf(story), rivals: told.map(({ group }) => group) }
      return {
        story,
        event: affair && affair.score >= SETTINGS.event.joins ? affair.group : null,
        rivals: [],
      }
    })
  }

  /** Puts a telling where it belongs; returns what else that changed. */
  function put(telling: Telling, doc: ClusterDoc, before: Before): Reviewed {
    const at = doc.seenAt ?? NO_DATE
    const { last } = before
    const [bound, ...alsoBound] = boundStories(telling, doc, before.story)
    const { story, event, rivals } = bound
      ? { story: bound, event: bound.members.length > 0 ? eventOf(bound) : null, rivals: [] }
      : decide(telling)
    window.join(
      telling,
      story ?? window.group(last?.storyId ?? `s${shortHash(doc.id)}`),
      event ?? window.group(last?.eventId ?? `e${shortHash(doc.id)}`),
    )
    const together = new Set(ruling.companionsOf(doc.id).map((id) => window.find(id)?.story))
    const united = alsoBound
      .filter((other) => together.has(other))
      .map((other) => review.unite(telling.story, other, at))
    if (united.length > 0)
      return {
        forwards: united.flatMap(({ forwards }) => forwards),
        moved: united.flatMap(({ moved }) => moved),
      }
    return bound ? NOTHING : review.look(telling, rivals, at)
  }

  return {
    place(doc, known = null) {
      const before = window.find(doc.id)
      const last = before ? { storyId: before.story.id, eventId: before.event.id } : known
      const telling = window.admit(doc)
      // An older revision that was live gave up its place just now; one that was not has left the window before.
      const story = last && (before?.live === false ? window.live : window.group)(last.storyId)
      const { forwards, moved } = put(telling, doc, { last, story })
      const place = { storyId: telling.story.id, eventId: telling.event.id }
      return { ...place, forwards, moved: moved.filter(({ itemId }) => itemId !== doc.id) }
    },
    restore(doc, { storyId, eventId }) {
      const telling = window.admit(doc)
      window.join(telling, window.group(storyId), window.group(eventId))
    },
  }
}

const suits = (event: Group, affairs: readonly Weighed[]): boolean =>
  (affairs.find(({ group }) => group === event)?.score ?? 0) >=
  SETTINGS.event.outweighs * (affairs[0]?.score ?? 0)

const NO_DATE: Instant = '1970-01-01T00:00:00.000Z'
