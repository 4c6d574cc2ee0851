import { contradict } from './figures.ts'
import { confusable } from './names.ts'
import type { Group, Telling } from './telling.ts'

/** Members looked at for a veto: the newest ones speak for the story. */
const MEMBERS_MAX = 12
/** Kinds of which two different ids are two different things, however alike they are told. */
const ONE_OF_A_KIND = /^(?:arxiv|doi):/

/**
 * True where a likeness deceives: another paper, a name that differs by the letters that count, other figures, or others who
 * act. Who acts does not part what an id or a link ties together: one bullet names the maker, the next the thing.
 */
export function vetoed(telling: Telling, story: Group, isTied = false): boolean {
  const members = story.members.slice(-MEMBERS_MAX)
  return (
    differentWork(telling, members) ||
    differentName(telling, members) ||
    differentFigures(telling, members) ||
    (!isTied && otherActors(telling, members))
  )
}

function differentWork(telling: Telling, members: readonly Telling[]): boolean {
  const own = telling.identities.filter((identity) => ONE_OF_A_KIND.test(identity))
  if (own.length === 0) return false
  const theirs = new Set(members.flatMap(({ identities }) => identities))
  const kinds = new Set(Array.from(theirs, kindOf))
  return own.some((identity) => kinds.has(kindOf(identity))) && !own.some((identity) => theirs.has(identity))
}

function differentName({ names }: Telling, members: readonly Telling[]): boolean {
  if (names.length === 0) return false
  const theirs = new Set(members.flatMap((member) => member.names))
  const only = [...theirs].filter((name) => !names.includes(name))
  return names.some((name) => !theirs.has(name) && only.some((other) => confusable(name, other)))
}

function differentFigures({ figures }: Telling, members: readonly Telling[]): boolean {
  if (figures.length === 0) return false
  const theirs = members.flatMap((member) => member.figures)
  return theirs.length > 0 && contradict(figures, theirs)
}

/** A source that told what some did, and now tells of others with nobody in common, tells other news. */
function otherActors({ sourceId, cast }: Telling, members: readonly Telling[]): boolean {
  if (sourceId === null || cast.actors.length === 0) return false
  return (
    members.some((member) => member.sourceId === sourceId && member.cast.actors.length > 0) &&
    !members.some((member) => member.cast.heads.some((id) => cast.heads.includes(id)))
  )
}

const kindOf = (identity: string): string => identity.slice(0, identity.indexOf(':'))
