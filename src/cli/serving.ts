import type { Opened } from '#wiring'
import type { Setting } from './command.ts'

/** Serves the house's pages until the person presses Ctrl-C. */
export async function serveUntilStopped(
  opened: Opened,
  setting: Setting,
  choice: { host?: string; port?: number } = {},
): Promise<void> {
  const { serve } = await import('#server')
  const server = await serve(opened.house, { ...opened.settings.server, ...choice })
  setting.tell(`Serving ${server.address} (Ctrl-C ends it)`)
  await new Promise<void>((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop())
  })
  await server.close()
}
