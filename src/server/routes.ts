import { Hono } from 'hono'
import { apiRoutes } from './api.ts'
import { asks } from './asks.ts'
import { editingRoutes } from './editing.ts'
import { editionRoutes } from './editions.ts'
import { entrance } from './entrance.ts'
import { feeds } from './feeds.ts'
import { followRoutes } from './follow.ts'
import { houseRoutes } from './house.ts'
import { knowledgeRoutes } from './knowledge.ts'
import { answerMcp } from './mcp.ts'
import { offlineRoutes } from './offline.ts'
import { profileRoutes } from './profile.ts'
import { riverRoutes } from './river.ts'
import { storyRoutes } from './stories.ts'
import { type Door, toolsOf } from './tools.ts'
import { VERSION } from './version.ts'

/** Everything that can be asked of the house at its address. Every page works without JavaScript. */
export function routes(door: Door): Hono {
  const tools = toolsOf(door)
  const { live, counted, views, log, fault } = tools
  const app = new Hono()
  entrance(app, tools)

  editionRoutes(app, tools)
  riverRoutes(app, tools)
  storyRoutes(app, tools)
  followRoutes(app, tools)
  knowledgeRoutes(app, tools)
  editingRoutes(app, tools)
  profileRoutes(app, tools)
  houseRoutes(app, tools)
  offlineRoutes(app, tools)

  app.route(
    '/feeds',
    feeds(live, (requested) => live.house().site ?? new URL(requested).origin),
  )
  const all = asks(live, views, counted)
  app.route('/api', apiRoutes(all, VERSION))
  app.all('/mcp', (c) => answerMcp(all, VERSION, c.req.raw))

  app.notFound((c) =>
    fault(
      c,
      404,
      'No such page',
      c.req.method === 'GET'
        ? `There is nothing at ${c.req.path.slice(0, 120)}.`
        : `${c.req.method} does nothing at ${c.req.path.slice(0, 120)}.`,
      'The navigation leads to all pages; Search finds what was read.',
    ),
  )
  app.onError((error, c) => {
    log.error({ path: c.req.path, error: error.stack ?? String(error) }, 'a page broke')
    return fault(
      c,
      500,
      'Something broke',
      `${error.message}.`,
      'The rest of the house goes on. Try again; if it stays, “bellwether doctor” may say more.',
    )
  })
  return app
}
