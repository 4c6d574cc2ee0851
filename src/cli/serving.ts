import type { Opened } from '#wiring'
import { startCapture } from './capturing.ts'
import type { Setting } from './command.ts'

/** Serves the house's pages, with capture beside them on a thread of its own, until the person presses Ctrl-C. */
export async function serveUntilStopped(
  opened: Opened,
  setting: Setting,
  choice: { host?: string; port?: number; roundFirst?: boolean } = {},
): Promise<void> {
  const { serve, settingsRows } = await import('#server')
  const { settings, house, now, settingsProfile } = opened
  const server = await serve(house, {
    ...settings.server,
    hosts: [...settings.server.hosts, ...(settings.site ? [new URL(settings.site).hostname] : [])],
    ...(choice.host === undefined ? {} : { host: choice.host }),
    ...(choice.port === undefined ? {} : { port: choice.port }),
    stands: now,
    counting: { config: opened.settingsFile, data: opened.dataFolder, now },
    settingsProfile,
    settings: {
      rows: settingsRows(settings),
      facts: [
        ['Settings file', opened.settingsFile ?? 'none: defaults only'],
        ['Data folder', opened.dataFolder],
        [
          'Store',
          Object.entries(await house.store.counts())
            .map(([name, n]) => `${n} ${name}`)
            .join(', '),
        ],
      ],
    },
  })
  const capture = startCapture(opened, setting, { roundFirst: choice.roundFirst ?? false })
  setting.tell(`Serving ${server.address} (Ctrl-C ends it)`)
  await new Promise<void>((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop())
  })
  await Promise.all([server.close(), capture.stop()])
}
