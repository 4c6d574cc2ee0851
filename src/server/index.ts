import { serve as listen } from '@hono/node-server'
import type { House } from '#app'
import type { Profile } from '#domain'
import { countAhead, openCounted } from './counted.ts'
import { type CountingOrder, createCounter } from './counting.ts'
import { createErrands } from './errands.ts'
import { createTokens } from './guard.ts'
import { openLive } from './live.ts'
import { routes } from './routes.ts'
import type { Door } from './tools.ts'
import { createLog, createWatch, type LogLevel } from './watch-requests.ts'

export { mcpOverStdio } from './mcp.ts'
export { settingsRows } from './settings-shown.ts'

export type Serving = { readonly address: string; close(): Promise<void> }

export type ServeOptions = {
  readonly host: string
  /** 0 takes a free one. */
  readonly port: number
  /** Names by which the house may be called besides those of this machine. */
  readonly hosts?: readonly string[]
  readonly log?: LogLevel
  readonly settings?: Door['settings']
  /** The settings file's profile, which a page may put in force again; the house's own when left out. */
  readonly settingsProfile?: Profile
  /** How a thread opens the same house, for what takes long to count; counted where it is when left out. */
  readonly counting?: CountingOrder
  /** The instant at which the house's clock stands; null when it runs. */
  readonly stands?: string | null
}

const REQUEST_MS = 30_000
/** How long what was begun for an answer that is given is waited for at the end. */
const PATIENCE_MS = 5_000

/** Serves the house on one port. Throws when the port is taken, naming it. Closing ends open pages and lets go of the port. */
export async function serve(house: House, options: ServeOptions): Promise<Serving> {
  const { host, port, hosts = [], stands = null } = options
  const log = createLog(options.log ?? 'silent')
  const settingsProfile = options.settingsProfile ?? house.profile
  const live = await openLive({ ...house, profile: settingsProfile }, (error) =>
    log.error({ error: String(error) }, 'could not look for news'),
  )
  const counter = createCounter(() => live.house(), options.counting ?? null)
  const counted = openCounted(counter)
  const errands = createErrands(log)
  const door: Door = {
    ...{
      live,
      counter,
      counted,
      log,
      errands,
      stands,
      watch: createWatch(log),
      tokens: createTokens(Date.now),
    },
    hosts: [...hosts, host],
    settings: options.settings ?? { rows: [], facts: [] },
  }
  const { fetch } = routes(door)
  return new Promise((resolve, reject) => {
    const server = listen(
      { fetch, hostname: host, port, serverOptions: { requestTimeout: REQUEST_MS } },
      (info) => {
        const address = `http://${host.includes(':') ? `[${host}]` : host}:${info.port}`
        log.info({ address }, 'serving')
        // What fails is told when it is asked for.
        if (options.counting)
          void live
            .river()
            .then(() => countAhead(live, counted))
            .catch(() => {})
        resolve({ address, close })
      },
    )
    const close = (): Promise<void> =>
      new Promise((closed) => {
        live.close()
        counter.close()
        server.close(async () => {
          await errands.ended(PATIENCE_MS)
          log.info('stopped')
          closed()
        })
        if ('closeAllConnections' in server) server.closeAllConnections()
      })
    server.on('error', (error: NodeJS.ErrnoException) => {
      live.close()
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`port ${port} is taken; choose another with --port or server.port`)
          : error,
      )
    })
  })
}
