import { jobsAt, runDue } from '#app'
import type { Deed } from '../command.ts'

/** When each edition is made, in the reader's zone; with --run does what is due, with --dry-run only says it. */
export const deed: Deed = async (setting, _words, options) => {
  const { house } = await setting.open()
  if (options.run === true || options.dryRun === true) {
    const done = await runDue(house, { dry: options.dryRun === true })
    const text = done.map(({ job, dueAt, what }) => `${job}, due ${dueAt}: ${what}`).join('\n')
    return {
      data: done,
      text: text || 'Nothing is due.',
      failed: done.some(({ what }) => what.startsWith('failed')),
    }
  }
  const zone = house.alerts.zone
  const jobs = jobsAt(house.schedule, {
    zone,
    runs: await house.store.jobRuns(),
    now: setting.asOf ?? house.clock.now(),
  })
  const lines = jobs.map(
    ({ name, cron, lastDueAt, dueAt, nextAt }) =>
      `${name.padEnd(7)} ${cron.padEnd(14)} last ${lastDueAt ?? 'never'}, ${dueAt ? `due since ${dueAt}` : `next ${nextAt ?? 'never'}`}`,
  )
  return { data: jobs, text: `Zone ${zone}\n${lines.join('\n')}` }
}
