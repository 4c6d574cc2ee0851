import { join, resolve } from 'node:path'
import { runDay } from '#app'
import { EXAMPLE_SETTINGS } from '#wiring'
import type { Deed } from '../command.ts'
import { firstLines } from '../edition-text.ts'
import { problemLines } from '../problems.ts'
import { serveUntilStopped } from '../serving.ts'

/** The instant at which the sample stream ends. */
const DEMO_NOW = '2026-05-14T18:00:00.000Z'
const DEMO_DATE = '2026-05-14'

/** The whole flow over the sample stream with the clock standing still; then its pages, until Ctrl-C. */
export const deed: Deed = async (setting, _words, options) => {
  const data = setting.data ?? resolve('bellwether-data', 'demo')
  const opened = await setting.open({ now: DEMO_NOW, config: EXAMPLE_SETTINGS, data })
  const { intake, edition } = await runDay(opened.house, DEMO_DATE)
  for (const line of problemLines(intake.problems)) setting.tell(line)
  const path = join(opened.editionsFolder, `${edition.id}.md`)
  const text = `${path}\n\n${await firstLines(edition)}`
  if (options.serve === false || setting.json) return { data: { path, edition }, text }
  process.stdout.write(`${text}\n`)
  await serveUntilStopped(opened, setting)
  return null
}
