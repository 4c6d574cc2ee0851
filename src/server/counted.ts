import { today } from '#app'
import { entityPath, type MoverRow } from '#wire'
import type { Counter } from './counting.ts'
import type { Live } from './live.ts'
import { remember } from './remember.ts'

/** What was counted over weeks is not old within half an hour. */
const WEEKS = { freshMs: 1_800_000 }
const MINUTES = { freshMs: 600_000 }

export type Counted = ReturnType<typeof openCounted>

/** What takes seconds to count over a large store, kept for a while. */
export function openCounted(counter: Counter) {
  return {
    movers: remember(() => moverRows(counter), MINUTES),
    lines: remember((bin) => counter.count(bin === 'month' ? 'months' : 'weeks'), WEEKS),
    atlas: remember(() => counter.count('atlas'), WEEKS),
    due: remember(() => counter.count('due'), WEEKS),
    threads: remember(() => counter.count('threads'), WEEKS),
    regrets: remember(() => counter.count('regrets'), WEEKS),
    /** By the id of an edition; null where there is none. */
    why: remember((editionId) => counter.count('why', editionId), { ...MINUTES, most: 4 }),
    factors: remember(() => counter.count('factors'), MINUTES),
    /** After the profile or the taste changed: everything that was weighed by the old one. */
    forgetWeights() {
      this.why.forget()
      this.factors.forget()
      this.atlas.forget()
    },
  }
}

/** Counts one after the other what a visitor is likely to ask for, so that nobody has to wait for it; the cheap first. */
export async function countAhead(live: Live, counted: Counted): Promise<void> {
  const { edition } = await today(live.house(), null)
  await counted.movers.get()
  await counted.lines.get('week')
  if (edition) await counted.why.get(edition.id)
  for (const kept of [counted.factors, counted.due, counted.regrets, counted.atlas, counted.threads])
    await kept.get()
}

async function moverRows(counter: Counter): Promise<{ rows: readonly MoverRow[]; until: string }> {
  const { until, found, weeks } = await counter.count('movers')
  const history = new Map(weeks.map((entity) => [entity.entityId, [...entity.weeks].reverse()]))
  const rows = found.map((mover) => ({
    ...mover,
    path: entityPath(mover.entityId),
    history: history.get(mover.entityId) ?? [],
  }))
  return { rows, until }
}
