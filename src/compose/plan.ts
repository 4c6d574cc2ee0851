import { isClause } from './clause.ts'
import { hasDepth } from './deep-dive.ts'
import type { Line } from './line.ts'
import { isTalk } from './remarks.ts'
import { isBareName, isQuestion, type Tale } from './tale.ts'

export const SIZES = {
  dives: 6,
  tldr: 8,
  pictures: 3,
  pulse: 8,
  movers: 8,
  hits: 20,
  titlesOnly: 4,
  leastHits: 18,
  spare: 6,
} as const

/** Which story is told where. */
export type Plan = {
  readonly dives: readonly Tale[]
  readonly tldr: readonly Tale[]
  /** For the short list, should one of its stories have no sentence left. */
  readonly spare: readonly Tale[]
  readonly pulse: readonly Tale[]
  /** More than are printed, in order: those that have nothing left to say fall out. Found as they are asked for. */
  readonly hits: Iterable<Tale>
}

const DIVE_LINES = 5
const SHORT_DIVE_LINES = 4
const THIN_DIVE_LINES = 3
const PRACTICE_DIVES = 1
const LEAST_DIVES = 4
const PRACTICE_TLDR = 2

/**
 * A deep dive needs text to be deep about; the short list holds all of them and the best of the rest. Threads of
 * practitioners come in where papers, companies and the press leave room.
 */
export function planOf(tales: readonly Tale[]): Plan {
  const dives = divesAmong(tales)
  const told = new Set(dives)
  const pulse = first(
    tales,
    (tale) => !told.has(tale) && isCompanyNews(tale) && news(tale).length > 0,
    SIZES.pulse + SIZES.spare,
  )
  for (const tale of pulse.slice(0, SIZES.pulse)) told.add(tale)
  const tldr = shortList(tales, dives)
  const spare = first(tales, (tale) => !tldr.includes(tale) && news(tale).length > 0, SIZES.spare)
  for (const tale of tldr) told.add(tale)
  const rest = tales
    .filter((tale) => !told.has(tale))
    .sort(
      (a, b) =>
        (a.score.tier ?? 5) - (b.score.tier ?? 5) || b.score.score - a.score.score || (a.id < b.id ? -1 : 1),
    )
  return { dives, tldr, spare, pulse, hits: { [Symbol.iterator]: () => hitsAmong(rest) } }
}

/** What comes with a title only has its place, behind what can say something, when the title says what happened. */
function* hitsAmong(rest: readonly Tale[]): Generator<Tale> {
  for (const tale of rest) if (tale.lines().length > 0) yield tale
  for (const tale of rest) if (tale.isTelling && tale.lines().length === 0) yield tale
}

/** The first that fit, and no more looked at than that takes: to know what a story says, it is read sentence by sentence. */
function first(tales: readonly Tale[], fits: (tale: Tale) => boolean, most: number): Tale[] {
  const found: Tale[] = []
  for (const tale of tales) {
    if (found.length === most) break
    if (fits(tale)) found.push(tale)
  }
  return found
}

function divesAmong(tales: readonly Tale[]): Tale[] {
  const dives: Tale[] = []
  const take = (fits: (tale: Tale) => boolean, most: number, practices = PRACTICE_DIVES) => {
    for (const tale of tales) {
      if (dives.length >= most) return
      const practice = dives.filter(({ genre }) => genre === 'practice').length
      if (tale.genre === 'practice' && practice >= practices) continue
      if (!dives.includes(tale) && tellsADeed(tale) && fits(tale) && hasDepth(tale)) dives.push(tale)
    }
  }
  const lines = (tale: Tale) => news(tale).length
  const figures = (tale: Tale) => news(tale).filter(({ hasNumber }) => hasNumber).length
  take((tale) => (tale.score.tier ?? 3) <= 2 && lines(tale) >= DIVE_LINES, SIZES.dives)
  take((tale) => (tale.score.tier ?? 3) <= 2 && lines(tale) >= SHORT_DIVE_LINES, SIZES.dives)
  take((tale) => tale.genre !== 'practice' && lines(tale) >= SHORT_DIVE_LINES, SIZES.dives)
  take((tale) => lines(tale) >= DIVE_LINES, SIZES.dives)
  // A thin day has fewer, and takes what is short or from practice to have these.
  take((tale) => tale.genre !== 'practice' && lines(tale) >= THIN_DIVE_LINES, LEAST_DIVES)
  take((tale) => figures(tale) > 1 && lines(tale) >= DIVE_LINES, LEAST_DIVES, LEAST_DIVES)
  return dives.sort((a, b) => tales.indexOf(a) - tales.indexOf(b))
}

// A heading over a round of news ("xAI, Zhipu, Zyphra") has no verb; there is nothing in it to go deep into.
const isRound = ({ lead, genre, title }: Tale): boolean =>
  genre === 'industry' && lead.item.partOf !== null && !isClause(title)

// Who spoke, what somebody made of it, a question to the round or a thought that names nothing is no matter to go deep into.
const tellsADeed = (tale: Tale): boolean =>
  tale.genre === 'paper' ||
  (/[\p{Lu}\d]/u.test(tale.title.slice(1)) &&
    !(isBareName(tale) || isRound(tale) || isTalk(tale.title) || isQuestion(tale)))

function shortList(tales: readonly Tale[], dives: readonly Tale[]): Tale[] {
  const room = SIZES.tldr - dives.length
  const among = (isPractice: boolean) =>
    first(
      tales,
      (tale) => (tale.genre === 'practice') === isPractice && !dives.includes(tale) && news(tale).length > 0,
      SIZES.tldr + PRACTICE_TLDR,
    )
  const [practice, others] = [among(true), among(false)]
  const chosen = [...others, ...practice.slice(PRACTICE_TLDR)].slice(0, Math.max(0, room - PRACTICE_TLDR))
  const last = tales.filter(
    (tale) =>
      !chosen.includes(tale) && (practice.slice(0, PRACTICE_TLDR).includes(tale) || others.includes(tale)),
  )
  return [...dives, ...chosen, ...last.slice(0, room - chosen.length)].sort(
    (a, b) => tales.indexOf(a) - tales.indexOf(b),
  )
}

/** Sentences that tell what happened and mean something alone. */
const news = (tale: Tale): Line[] =>
  tale.lines().filter(({ alone, role, foreign }) => alone && !foreign && role !== 'remark')

const ACTORS: ReadonlySet<string> = new Set(['company', 'lab', 'product', 'model', 'hardware', 'government'])
/** Something that a company, a lab or a government did, by its title or by the sentence that tells it. */
function isCompanyNews({ genre, names, title, lead }: Tale): boolean {
  if (genre !== 'industry' || isTalk(title)) return false
  const opens = lead.mentions
    .filter(({ field, known, salience }) => field === 'title' && known && salience > 1)
    .sort((a, b) => a.start - b.start)[0]
  if (opens?.type === 'person') return false
  return [...names.values()].some(({ type, salience, known }) => ACTORS.has(type) && (salience > 1 || known))
}
