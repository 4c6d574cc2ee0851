import { serve as listen } from '@hono/node-server'
import type { House } from '#app'
import { routes } from './routes.ts'

export type Serving = { readonly address: string; close(): Promise<void> }

/** Serves the house on one port; port 0 takes a free one. Throws when the port is taken, naming it. */
export function serve(house: House, { host, port }: { host: string; port: number }): Promise<Serving> {
  return new Promise((resolve, reject) => {
    const server = listen({ fetch: routes(house).fetch, hostname: host, port }, (info) =>
      resolve({
        address: `http://${host}:${info.port}`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed())
            if ('closeAllConnections' in server) server.closeAllConnections()
          }),
      }),
    )
    server.on('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`port ${port} is taken; choose another with --port or server.port`)
          : error,
      ),
    )
  })
}
