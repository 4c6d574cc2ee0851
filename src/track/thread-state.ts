import type { Instant, Thread, ThreadState } from '#domain'

const DAY_MS = 86_400_000
const RECENT_DAYS = 14
const CLOSED_DAYS = 42
const APART_DAYS = 3
const RECURRENCES = 2

/**
 * Where a thread stands at an instant, from when its members were told: growing when the last two weeks brought more
 * than the two before and at least two; quiet after two weeks without a member, closed after six.
 */
export function threadState(times: readonly Instant[], now: Instant): ThreadState {
  const ages = times.map((at) => (Date.parse(now) - Date.parse(at)) / DAY_MS)
  const youngest = Math.min(...ages)
  if (youngest > CLOSED_DAYS) return 'closed'
  if (youngest > RECENT_DAYS) return 'quiet'
  const within = (from: number, to: number) => ages.filter((age) => age >= from && age < to).length
  const [recent, before] = [within(0, RECENT_DAYS), within(RECENT_DAYS, 2 * RECENT_DAYS)]
  return recent >= 2 && recent > before ? 'growing' : 'steady'
}

/** `recurrent` when it came back twice, each time three days or more after the member before; else `proposed`. */
export function threadStanding(times: readonly Instant[]): Thread['standing'] {
  let recurrences = 0
  let last: number | null = null
  for (const at of [...times].sort()) {
    const ms = Date.parse(at)
    if (last !== null && ms - last >= APART_DAYS * DAY_MS) recurrences++
    last = ms
  }
  return recurrences >= RECURRENCES ? 'recurrent' : 'proposed'
}
