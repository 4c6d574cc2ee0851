import type { Correction, Instant, Interval } from '#domain'
import type { House } from './house.ts'

/** The errata of one edition, oldest first. */
export async function correctionsOf(house: House, editionId: string): Promise<Correction[]> {
  return (await all(house)).filter((correction) => correction.editionId === editionId)
}

/** The errata made in an interval, of whatever edition, oldest first: what the next edition prints. */
export async function correctionsIn(house: House, { from, to }: Interval): Promise<Correction[]> {
  return (await all(house, to)).filter(({ at }) => at >= from && at < to)
}

async function all(house: House, asOf?: Instant): Promise<Correction[]> {
  const acts = await house.store.acts({ kinds: ['correct'], ...(asOf ? { asOf } : {}) })
  return acts.flatMap(({ id, at, deed }) =>
    deed.kind === 'correct'
      ? [{ id, at, editionId: deed.editionId, was: deed.sentence, now: deed.text }]
      : [],
  )
}
