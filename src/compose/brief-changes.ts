import type { Block, Bullet, Correction, Dossier, EntityType, Resolution, Sentence } from '#domain'
import type { Witness } from './book.ts'
import { tally } from './book.ts'
import type { BriefInput } from './brief-input.ts'
import { POINTS, type Want } from './choose.ts'
import type { Cluster } from './clusters.ts'
import { isMuted } from './digest.ts'
import { chooseHeld, computedHeld, type Pen, tellAmongOthers } from './held.ts'
import type { Tale } from './tale.ts'
import { counted, dayOf, listed } from './words.ts'

/** A name with the stories that were about it this week and the week before, by id. */
export type Shift = {
  readonly name: string
  readonly now: readonly string[]
  readonly before: readonly string[]
  /** Stories of this week about it, as evidence. */
  readonly witnesses: readonly Witness[]
}

/** Every name that stories of either week were about (not in passing), by entity id; names too broad to move are left out. */
export function shiftsOf(
  { stories, before }: Pick<BriefInput, 'stories' | 'before'>,
  broad: ReadonlySet<string>,
): Map<string, Shift> {
  const found = new Map<string, { name: string; now: string[]; before: string[]; witnesses: Witness[] }>()
  const add = (dossier: Dossier, week: 'now' | 'before') => {
    for (const [entityId, { name, telling }] of aboutOf(dossier)) {
      if (broad.has(entityId)) continue
      const shift = found.get(entityId) ?? { name, now: [], before: [], witnesses: [] }
      shift[week].push(dossier.story.id)
      if (week === 'now') shift.witnesses.push(telling)
      found.set(entityId, shift)
    }
  }
  for (const story of stories) if (!isMuted(story)) add(story.dossier, 'now')
  for (const dossier of before) add(dossier, 'before')
  return found
}

const TELLERS: ReadonlySet<EntityType> = new Set(['person', 'publication'])

function aboutOf({ tellings }: Dossier): Map<string, { name: string; telling: Witness }> {
  const about = new Map<string, { name: string; telling: Witness }>()
  for (const telling of tellings)
    if (telling.copyOf === null)
      // People and papers are named because they write; what a week is about is what they write of.
      for (const { entityId, name, salience, type } of telling.mentions)
        if (salience > 1 && !TELLERS.has(type) && !about.has(entityId)) about.set(entityId, { name, telling })
  return about
}

const MOST_SHIFTS = 3
const WITNESSES = 4
/** The difference of two Poisson counts in its own standard deviations. */
const FAR = 1.7

/** The week against the one before: how much came, what rose and fell, what goes on, what became of the last big story. */
export function changedBlocks(
  input: BriefInput,
  tales: readonly Tale[],
  shifts: ReadonlyMap<string, Shift>,
  pen: Pen,
): Block[] {
  const paragraphs = [
    [amount(input, tales, pen), ...moved(shifts, pen)],
    [followUp(input, tales, pen), ...goingOn(input, tales, pen)],
  ].map((sentences) => sentences.filter((sentence) => sentence !== null))
  return paragraphs.flatMap((sentences): Block[] =>
    sentences.length > 0 ? [{ kind: 'paragraph', sentences }] : [],
  )
}

function amount({ before, read }: BriefInput, tales: readonly Tale[], pen: Pen): Sentence | null {
  const items = read.reduce((sum, source) => sum + source.items, 0)
  const earlier = tally(
    'stories the week before',
    before.map(({ story }) => story.id),
  )
  const then = earlier.value === 0 ? '' : `, against ${earlier.value} the week before`
  return computedHeld(
    pen,
    `${counted(items, 'item')} came in and made ${counted(tales.length, 'story', 'stories')}${then}.`,
    [],
    [
      { value: items, what: items === 1 ? 'item' : 'items', of: 'items' },
      { value: tales.length, what: tales.length === 1 ? 'story' : 'stories', of: 'stories' },
      earlier,
    ],
  )
}

/** Names whose count of stories changed by more than chance would, the farthest first. */
function farthest(
  shifts: ReadonlyMap<string, Shift>,
  direction: 'up' | 'down',
): (Shift & { readonly entityId: string })[] {
  const sign = direction === 'up' ? 1 : -1
  const distance = ({ now, before }: Shift) =>
    (sign * (now.length - before.length)) / Math.sqrt(now.length + before.length)
  return [...shifts]
    .map(([entityId, shift]) => ({ ...shift, entityId }))
    .filter((shift) => distance(shift) >= FAR && shift.now.length + shift.before.length >= 4)
    .sort((a, b) => distance(b) - distance(a) || (a.entityId < b.entityId ? -1 : 1))
}

/** The names that rose farthest above chance since the week before, with how many stories of this week are about them. */
export const risen = (shifts: ReadonlyMap<string, Shift>): ReadonlyMap<string, number> =>
  new Map(
    isComparable(shifts)
      ? farthest(shifts, 'up')
          .slice(0, MOST_SHIFTS)
          .map(({ entityId, now }) => [entityId, now.length])
      : [],
  )

function moved(shifts: ReadonlyMap<string, Shift>, pen: Pen): (Sentence | null)[] {
  if (!isComparable(shifts)) return []
  return (['up', 'down'] as const).map((direction) => {
    const some = farthest(shifts, direction).slice(0, MOST_SHIFTS)
    if (some.length === 0) return null
    const told = some.map(({ name, now, before }) => `${name} (${before.length} to ${now.length})`)
    return shiftSentence(
      `${direction === 'up' ? 'More' : 'Less'} than last week: ${listed(told)}.`,
      some,
      pen,
    )
  })
}

/** Whether enough was read the week before to say that something moved: with nothing to compare, everything is new. */
export function isComparable(shifts: ReadonlyMap<string, Shift>): boolean {
  const ids = (week: 'now' | 'before') => new Set([...shifts.values()].flatMap((shift) => shift[week])).size
  return ids('before') >= ids('now') / 4
}

function shiftSentence(text: string, shifts: readonly Shift[], pen: Pen): Sentence | null {
  return computedHeld(
    pen,
    text,
    shifts.flatMap(({ witnesses }) => witnesses.slice(0, WITNESSES)),
    shifts.flatMap(({ name, now, before }) => [
      tally(`stories on ${name} this week`, now),
      tally(`stories on ${name} last week`, before),
      tally(`to ${now.length} stories on ${name}`, before),
    ]),
  )
}

function followUp({ last, window }: BriefInput, tales: readonly Tale[], pen: Pen): Sentence | null {
  const before = last?.sections.find(({ kind }) => kind === 'big-story')?.blocks[0]
  if (!last || before?.kind !== 'entry' || before.storyId === null) return null
  const again = tales.find(
    ({ id, previous }) => id === before.storyId || previous.some(({ storyId }) => storyId === before.storyId),
  )
  if (!again) return null
  const more = again.dossier.tellings.filter(
    ({ item, copyOf }) => copyOf === null && item.seenAt >= window.from && item.seenAt < window.to,
  )
  const reports = tally(
    more.length === 1 ? 'new report' : 'new reports',
    more.map(({ item }) => item.id),
  )
  return computedHeld(
    pen,
    `Last week’s big story, “${before.headline}”, goes on with ${counted(reports.value, 'new report')}.`,
    again.dossier.tellings.slice(0, WITNESSES),
    [reports],
  )
}

const MOST_GOING_ON = 3

function goingOn({ window }: BriefInput, tales: readonly Tale[], pen: Pen): Sentence[] {
  const found: Sentence[] = []
  for (const tale of tales) {
    if (found.length === MOST_GOING_ON) break
    const earlier = tale.previous.find(({ sharedEntities }) => sharedEntities.length > 1)
    if (!earlier) continue
    const sentence = computedHeld(
      pen,
      `“${tale.title}” goes on from “${earlier.title}” (${dayOf(earlier.seenAt, window.to)}).`,
      [tale.lead, earlier.telling],
    )
    if (sentence) found.push(sentence)
  }
  return found
}

const OUTCOMES: Readonly<Record<Resolution['outcome'], string>> = {
  right: 'It came true',
  wrong: 'It did not come true',
  void: 'It can no longer be judged',
  open: 'It is still open',
}

/** Predictions of the ledger that ended this week: who said what and when, how it ended, and by what. */
export function settledBlocks({ settled, window }: BriefInput, { book }: Pen): Block[] {
  return settled.map(({ prediction, resolution, witnesses }): Bullet => {
    const text = `${prediction.by} on ${dayOf(prediction.madeAt, window.to)}: “${prediction.claim}” ${OUTCOMES[resolution.outcome]}: ${resolution.because}`
    const sentence: Sentence = { ...book.computed(text, witnesses), origin: 'ledger' }
    return { ...plainBullet(`Prediction ${prediction.id}`), sentences: [sentence] }
  })
}

/** What was printed wrong, word for word, and what is right. */
export function correctionBlocks(corrections: readonly Correction[]): Block[] {
  return corrections.map(({ editionId, at, was, now }): Bullet => {
    const right = now === '' ? 'this is taken back' : `it should read “${now}”`
    return {
      ...plainBullet(`${editionId}, corrected ${at.slice(0, 10)}`),
      label: `printed “${was}”; ${right}`,
    }
  })
}

function plainBullet(lead: string): Bullet {
  return {
    ...{ kind: 'bullet', lead, url: null, label: null, storyId: null, tier: null, topic: null },
    ...{ glosses: [], sentences: [] },
  }
}

const OPEN_QUESTION: Want = {
  words: 36,
  roles: { limit: 4, problem: 2, approach: -2, result: -2 },
  number: 0,
}

/** One or two sentences that close the week: what rose and fell most, and what the week's line leaves open. */
export function verdictOf(
  clusters: readonly Cluster[],
  shifts: ReadonlyMap<string, Shift>,
  tales: readonly Tale[],
  pen: Pen,
): Sentence[] {
  const [up] = farthest(shifts, 'up')
  const [down] = farthest(shifts, 'down')
  const turn =
    isComparable(shifts) && up && down
      ? shiftSentence(
          `The week’s attention went to ${up.name} (${up.before.length} to ${up.now.length}) and left ${down.name} (${down.before.length} to ${down.now.length}).`,
          [up, down],
          pen,
        )
      : leaders(clusters, tales, pen)
  const open = clusters
    .slice(0, 1)
    .flatMap((cluster) => cluster.tales)
    .flatMap((tale) => {
      const line = chooseHeld(tale, OPEN_QUESTION, pen, { only: ['limit'], whole: true })
      // In its first sentences a paper says what was open before it.
      return line && (tale.genre !== 'paper' || line.index > 2) ? [tellAmongOthers(tale, line, pen)] : []
    })[0]
  return [
    ...(turn ? [turn] : []),
    ...(open ? [open] : best([...clusters.flatMap((cluster) => cluster.tales), ...tales], pen)),
  ].slice(0, 2)
}

function leaders(clusters: readonly Cluster[], tales: readonly Tale[], pen: Pen): Sentence | null {
  const [first] = clusters
  if (!first) return null
  const of = ({ label, tales: members }: Cluster) =>
    tally(
      `stories on ${label}`,
      members.map(({ id }) => id),
    )
  return computedHeld(
    pen,
    `The largest matter of the week is ${first.label}, with ${counted(first.tales.length, 'story', 'stories')} out of ${tales.length}.`,
    first.tales.slice(0, WITNESSES * 2).map(({ lead }) => lead),
    [of(first), { value: tales.length, what: 'stories', of: 'stories' }],
  )
}

function best(tales: readonly Tale[], pen: Pen): Sentence[] {
  for (const tale of tales.filter(({ genre }) => genre !== 'practice')) {
    const line = chooseHeld(tale, { words: 30, roles: { result: 2 }, number: 1 }, pen, {
      only: POINTS,
      whole: true,
    })
    if (line) return [tellAmongOthers(tale, line, pen)]
  }
  return []
}
