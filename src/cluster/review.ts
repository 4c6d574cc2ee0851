import type { Instant, Placement } from '#domain'
import { shortHash } from '#text'
import type { Ruling } from './constraints.ts'
import type { Placed } from './doc.ts'
import { SETTINGS } from './settings.ts'
import type { Group, Telling } from './telling.ts'
import { vetoed } from './vetoes.ts'
import { sameDay, weekdaysOfAll } from './weekdays.ts'
import type { Window } from './window.ts'

/** What a second look changed. */
export type Reviewed = Pick<Placed, 'forwards' | 'moved'>

/** Stories are looked at again when they reach these sizes, and so many of their newest members. */
const SIZES = new Set([4, 8, 16, 32, 64])
const MEMBERS_MAX = 16

/**
 * Second thoughts, near the telling that has just come: stories that it shows to be one are joined, the younger leading
 * to the elder; a member that fits none of the others leaves. Everything follows from the live members alone.
 */
export function createReview(window: Window, ruling: Ruling) {
  function unite(one: Group, other: Group, at: Instant): Reviewed {
    const [elder, younger] = isElder(one, other) ? [one, other] : [other, one]
    const event = eventOf(elder)
    const moved = [...younger.members].map((member) => {
      window.move(member, elder, event)
      return placementOf(member, at)
    })
    return { forwards: [{ fromStoryId: younger.id, toStoryId: elder.id, at }], moved }
  }

  function areOne(one: Group, other: Group): boolean {
    const days = sameDay(weekdaysOfAll(one.members), weekdaysOfAll(other.members))
    return (
      days >= 0 &&
      window.likeness.ofGroups(one, other) >= SETTINGS.story.merges &&
      !one.members.some((member) => vetoed(member, other) || ruling.forbids(member.id, other.members))
    )
  }

  /** The member that is least like its likest companion, when even that is too little. */
  function stranger(story: Group): Telling | null {
    const members = story.members.slice(-MEMBERS_MAX)
    let least: number = SETTINGS.story.leaves
    let found: Telling | null = null
    for (const member of members.slice(1)) {
      const nearest = window.likeness.holding(member, () =>
        members.reduce(
          (most, other) =>
            other === member ? most : Math.max(most, window.likeness.toTelling(member, other)),
          0,
        ),
      )
      if (nearest >= least || isBound(member, story)) continue
      least = nearest
      found = member
    }
    return found
  }

  function isBound(member: Telling, story: Group): boolean {
    const companions = new Set(ruling.companionsOf(member.id))
    const tied = new Set(window.anchors.tied(member))
    return story.members.some(
      (other) =>
        companions.has(other.id) ||
        tied.has(other) ||
        other.copyOf === member.id ||
        member.copyOf === other.id,
    )
  }

  return {
    unite,
    /** `rivals` are the other stories that the telling might have told. */
    look({ story }: Telling, rivals: readonly Group[], at: Instant): Reviewed {
      const same = rivals.find((rival) => rival !== story && rival.members.length > 0 && areOne(story, rival))
      if (same) return unite(story, same, at)
      const leaver = SIZES.has(story.members.length) ? stranger(story) : null
      if (leaver === null) return NOTHING
      // Its own id may lead elsewhere by now; this one is new.
      const alone = window.group(`s${shortHash(`${leaver.id} ${story.id} ${at}`)}`)
      window.move(leaver, alone, leaver.event)
      return { forwards: [], moved: [placementOf(leaver, at)] }
    },
  }
}

export const NOTHING: Reviewed = { forwards: [], moved: [] }

export const eventOf = (story: Group): Group => (story.members[0] as Telling).event

const isElder = (one: Group, other: Group): boolean =>
  (one.members[0] as Telling).n < (other.members[0] as Telling).n

/** A member's new place, which it cannot have had before it was seen. */
function placementOf({ id, story, event, copyOf, seenMs }: Telling, at: Instant): Placement {
  const joinedAt = seenMs > Date.parse(at) ? new Date(seenMs).toISOString() : at
  return { itemId: id, storyId: story.id, eventId: event.id, joinedAt, copyOf }
}
