import type { Context, Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { Tier } from '#domain'
import type { RiverStory } from '#reading'
import { riverPage } from '#web'
import { storyPath } from '#wire'
import { send, type Tools } from './tools.ts'

const PULSE_MS = 15_000

/** The River: the stories of the last 48 hours, and those that come in while it is looked at. */
export function riverRoutes(app: Hono, { live, views, frame }: Tools): void {
  app.get('/river', async (c) => send(c, riverPage(frame(c), await views.river(riverChoice(c)))))
  app.get('/river/live', (c) =>
    streamSSE(c, async (stream) => {
      const waiting: RiverStory[] = []
      let wake = () => {}
      const stop = live.listen((story) => {
        waiting.push(story)
        wake()
      })
      stream.onAbort(() => {
        stop()
        wake()
      })
      await stream.writeSSE({ event: 'open', data: '' })
      while (!stream.aborted) {
        for (const { story, score } of waiting.splice(0))
          await stream.writeSSE({
            event: 'story',
            data: JSON.stringify({
              title: story.title,
              path: storyPath(story.id),
              score: Math.round(score.score),
              time: story.lastSeenAt.slice(11, 16),
            }),
          })
        const pulse = setTimeout(() => wake(), PULSE_MS)
        await new Promise<void>((resume) => {
          wake = resume
        })
        clearTimeout(pulse)
        if (!stream.aborted && waiting.length === 0) await stream.writeSSE({ event: 'pulse', data: '' })
      }
    }),
  )
}

function riverChoice(c: Context) {
  const page = Number(c.req.query('page') ?? 1)
  return {
    tier: tierOf(c.req.query('tier')),
    by: c.req.query('by') === 'time' ? ('time' as const) : ('score' as const),
    unread: c.req.query('unread') === '1',
    page: Number.isInteger(page) && page > 0 ? page : 1,
  }
}

export function tierOf(text: string | undefined): Tier | null {
  const tier = Number(text)
  return tier === 1 || tier === 2 || tier === 3 || tier === 4 ? tier : null
}
