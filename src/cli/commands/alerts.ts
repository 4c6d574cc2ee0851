import { alertRound, regretsAt } from '#app'
import type { Deed } from '../command.ts'

const MOST_LISTED = 50

/** The alerts there were; with --check looks for new ones, with --regret back at those of a week ago. */
export const deed: Deed = async (setting, _words, options) => {
  const { house } = await setting.open()
  const now = setting.asOf ?? house.clock.now()
  if (options.regret === true) {
    const log = await regretsAt(house, now)
    const lines = [
      ...log.kept.map(
        ({ editionId, title, origins }) => `worth it  ${editionId}: ${title}, told by ${origins} places`,
      ),
      ...log.noise.map(
        ({ editionId, title, origins }) => `noise     ${editionId}: ${title}, told by ${origins} places`,
      ),
      ...log.missed.map(({ title, origins }) => `missed    ${title}, told by ${origins} places`),
    ]
    return { data: log, text: lines.join('\n') || 'No alert of that week, and none missed.' }
  }
  if (options.check === true || options.dryRun === true) {
    const alarms = await alertRound(house, { dry: options.dryRun === true || setting.asOf !== null, now })
    const lines = alarms.map(
      ({ title, points, bar, verdict }) =>
        `${verdict}: ${title} (${points.toFixed(0)} points, bar ${bar.toFixed(0)})`,
    )
    return { data: alarms, text: lines.join('\n') || 'Nothing passed the bar.' }
  }
  const alerts = await house.store.editions({ kind: 'alert', limit: MOST_LISTED })
  const text = alerts.map(({ id, title }) => `${id}  ${title}`).join('\n')
  return { data: alerts, text: text || 'No alert yet. "bellwether alerts --check" looks for one.' }
}
