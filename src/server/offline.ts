import type { Hono } from 'hono'
import { offlinePage, workerText } from '#web'
import { editionRow } from '#wire'
import { send, type Tools } from './tools.ts'
import { VERSION } from './version.ts'

/** So many of the newest editions stay readable where the house cannot be reached. */
const KEPT_EDITIONS = 7

/** What a browser needs to keep the last editions. */
export function offlineRoutes(app: Hono, { live, frame }: Tools): void {
  const text = workerText(VERSION)
  app.get('/worker.js', (c) =>
    c.body(text, 200, { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache' }),
  )
  app.get('/offline', (c) => send(c, offlinePage(frame(c))))
  app.get('/offline.json', async (c) => {
    const editions = (await live.house().store.editions({ limit: KEPT_EDITIONS })).map(editionRow)
    return c.json({ editions: editions.map(({ path, title }) => ({ path, title })) })
  })
}
