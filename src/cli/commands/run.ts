import { lastClosedDate, runDay, runDue } from '#app'
import type { Deed } from '../command.ts'
import { problemLines } from '../problems.ts'
import { roundSaid } from '../round-said.ts'
import { serveUntilStopped } from '../serving.ts'

/** Gathers, understands, publishes each day when it closes; once, or at every turn of the clock while it serves. */
export const deed: Deed = async (setting, _words, options) => {
  const opened = await setting.open()
  const { house, settings } = opened
  const round = async () => {
    const { intake, edition } = await runDay(house, lastClosedDate(house.clock.now(), house.digestAt))
    for (const line of problemLines(intake.problems)) setting.tell(line)
    if (opened.now === null) for (const { job, what } of await runDue(house)) setting.tell(`${job}: ${what}`)
    return { data: { intake, edition: edition.id }, text: roundSaid(intake, edition) }
  }
  const first = await round()
  if (options.once === true) return first
  setting.tell(first.text)

  if (options.serve !== false) {
    await serveUntilStopped(opened, setting)
    return null
  }
  const { Cron } = await import('croner')
  // `protect`: a round that takes longer than the pause is not overtaken by the next.
  const turns = new Cron(
    `*/${Math.min(59, Math.ceil(settings.gather.everyMinutes))} * * * *`,
    { protect: true, catch: (error) => setting.tell(`round failed: ${String(error)}`) },
    async () => setting.tell((await round()).text),
  )
  await new Promise<void>((stop) => process.once('SIGINT', () => stop()))
  turns.stop()
  return null
}
