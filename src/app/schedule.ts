import { Cron } from 'croner'
import type { Instant, JobRun } from '#domain'
import { deliverDue } from './deliver.ts'
import type { House } from './house.ts'
import { dateOf, lastClosedDate, lastClosedWeek } from './windows.ts'

export type JobName = 'digest' | 'brief' | 'dives' | 'alerts'

/** A job of the schedule, when it ran last and when it is due. */
export type Job = {
  readonly name: JobName
  readonly cron: string
  readonly lastDueAt: Instant | null
  /** The newest instant at which it should have run and did not; null when it is not due. */
  readonly dueAt: Instant | null
  readonly nextAt: Instant | null
}

/**
 * Where each job stands at an instant, in the reader's zone. Of runs that were missed (the machine slept) only the newest
 * is due: a week of silence is one catching up and not seven. A job that never ran is due for its last time before now.
 */
export function jobsAt(
  schedule: Readonly<Record<JobName, string>>,
  { zone, runs, now }: { zone: string; runs: readonly JobRun[]; now: Instant },
): Job[] {
  return (Object.entries(schedule) as [JobName, string][]).map(([name, cron]) => {
    const times = new Cron(cron, { timezone: zone, paused: true })
    const lastDueAt = runs.find(({ job }) => job === name)?.dueAt ?? null
    // `previousRuns` leaves out the very second that it is asked for.
    const [newest] = times.previousRuns(1, new Date(Date.parse(now) + 1000))
    const due = newest?.toISOString() ?? null
    const isDue = due !== null && (lastDueAt === null || due > lastDueAt)
    const next = times.nextRun(new Date(now))?.toISOString() ?? null
    return { name, cron, lastDueAt, dueAt: isDue ? due : null, nextAt: next }
  })
}

/** What was done for a job, in words. */
export type JobDone = { readonly job: JobName; readonly dueAt: Instant; readonly what: string }

/** Does what is due, each job once, and tries again what could not be delivered. With `dry` only says what it would do. */
export async function runDue(house: House, { dry = false } = {}): Promise<JobDone[]> {
  const now = house.clock.now()
  const jobs = jobsAt(house.schedule, { zone: house.alerts.zone, runs: await house.store.jobRuns(), now })
  const done: JobDone[] = []
  for (const { name, dueAt } of jobs) {
    if (dueAt === null) continue
    done.push({
      job: name,
      dueAt,
      what: dry ? `would run: ${await target(house, name, dueAt)}` : await run(house, name, dueAt),
    })
    if (!dry) await house.store.saveJobRun({ job: name, dueAt, ranAt: now })
  }
  if (!dry) await deliverDue(house)
  return done
}

async function target(house: House, job: JobName, dueAt: Instant): Promise<string> {
  switch (job) {
    case 'digest':
      return `digest-${lastClosedDate(dueAt, house.digestAt)}`
    case 'brief':
      return `brief-${lastClosedWeek(dueAt, house.digestAt)}`
    case 'dives':
      return `${house.dives.length} dives of ${lastClosedWeek(dueAt, house.digestAt)}`
    case 'alerts':
      return `a look at the two days up to ${dateOf(dueAt, house.digestAt)}`
    default:
      return job satisfies never
  }
}

// The one catch: a job that fails is said to have, and runs again when it is due again.
async function run(house: House, job: JobName, dueAt: Instant): Promise<string> {
  try {
    switch (job) {
      case 'digest':
        return (await (await import('./day.ts')).publish(house, lastClosedDate(dueAt, house.digestAt))).id
      case 'brief':
        return (await (await import('./brief.ts')).publishBrief(house, lastClosedWeek(dueAt, house.digestAt)))
          .id
      case 'dives': {
        const week = lastClosedWeek(dueAt, house.digestAt)
        return `${(await (await import('./dives.ts')).divesOfWeek(house, week)).length} dives of ${week}`
      }
      case 'alerts': {
        const alarms = await (await import('./alerts.ts')).alertRound(house)
        return `${alarms.filter(({ verdict }) => verdict === 'sent').length} alerts`
      }
      default:
        return job satisfies never
    }
  } catch (error) {
    return `failed: ${error instanceof Error ? error.message : String(error)}`
  }
}
