import { Hono } from 'hono'
import { type FeedOf, feedContents, type House } from '#app'
import type { EditionKind } from '#domain'
import { FEED_TYPES, type FeedFormat, feedText } from '#wire'

const CHANNELS: Readonly<Record<string, EditionKind>> = {
  digest: 'digest',
  brief: 'brief',
  dives: 'dive',
  alerts: 'alert',
}

/** Feeds out: `/feeds/brief.atom`, `/feeds/predictions.rss`, `/feeds/entity/openai.json`; nothing private is in them. */
export function feeds(live: { house(): House }, site: (requested: string) => string): Hono {
  const app = new Hono()
  const answer = async (requested: string, feed: FeedOf | null, format: string | undefined) => {
    const contents = feed && isFormat(format) ? await feedContents(live.house(), feed) : null
    if (!contents || !isFormat(format)) return null
    const { pathname } = new URL(requested)
    const text = feedText({ ...contents, home: site(requested), path: pathname }, format)
    return new Response(text, { headers: { 'content-type': FEED_TYPES[format] } })
  }
  app.get('/:name', async (c) => {
    const [, name = '', format] = /^([a-z]+)\.([a-z]+)$/.exec(c.req.param('name')) ?? []
    const channel = CHANNELS[name]
    const feed: FeedOf | null =
      channel !== undefined
        ? { of: 'channel', channel }
        : name === 'predictions'
          ? { of: 'predictions' }
          : null
    return (await answer(c.req.url, feed, format)) ?? c.notFound()
  })
  app.get('/:of/:name', async (c) => {
    const [, id = '', format] = /^([\w.-]+?)\.([a-z]+)$/.exec(c.req.param('name')) ?? []
    const of = (['topic', 'entity', 'thread'] as const).find((one) => one === c.req.param('of'))
    return (await answer(c.req.url, of ? { of, id } : null, format)) ?? c.notFound()
  })
  return app
}

const isFormat = (format: string | undefined): format is FeedFormat =>
  format === 'rss' || format === 'atom' || format === 'json'
