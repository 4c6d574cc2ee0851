import type { Context, Hono } from 'hono'
import { correctionsOf, type House, heldBackIn, parcelOf, today } from '#app'
import type { Edition, EditionKind } from '#domain'
import { evidenceOf, sourcesOf, without } from '#reading'
import {
  editionPage,
  editionsPage,
  evidencePage,
  evidencePart,
  noEditionPage,
  type Reading,
  whyPage,
  withoutPage,
} from '#web'
import { editionRow } from '#wire'
import { evidenceView } from './present.ts'
import { tierOf } from './river.ts'
import { counting, send, type Tools } from './tools.ts'

const MOST_EDITIONS = 500
/** Of so many digests, a month's worth, the list says what they told first. */
const MOST_TOLD = 31
const MOVERS_PATIENCE_MS = 40

/** What was published: today's edition, the archive, the evidence of a sentence, and why things stand where they stand. */
export function editionRoutes(app: Hono, { live, counted, views, frame, fault }: Tools): void {
  app.get('/', async (c) => {
    const { edition, itemsSince } = await today(live.house(), null)
    if (!edition) return send(c, noEditionPage(frame(c), itemsSince))
    // Nobody waits for the movers: on a large store they are counted for the first time while this page is read.
    const moved = await counted.movers.soon('', MOVERS_PATIENCE_MS).catch(() => null)
    return send(c, editionPage(frame(c), await views.edition(edition), readingOf(c), moved?.rows ?? null))
  })
  const firstTold = openFirstTold()
  app.get('/editions', async (c) => {
    const only = kindOf(c.req.query('kind'))
    const house = live.house()
    const all = await house.store.editions({ limit: MOST_EDITIONS, ...(only ? { kind: only } : {}) })
    const held = new Set(all.filter(await heldBackIn(house)).map(({ id }) => id))
    const told = await firstTold(house, all)
    return send(c, editionsPage(frame(c), { editions: all.map(editionRow), only, held, told }))
  })
  app.get('/editions/:name', async (c) => {
    const [, id = '', form] = /^(.+?)(?:\.(html|md|json))?$/.exec(c.req.param('name')) ?? []
    const edition = await live.house().store.edition(id)
    if (!edition) return noEdition(c, id)
    if (form) return inForm(live.house(), edition, form)
    return send(c, editionPage(frame(c), await views.edition(edition), readingOf(c)))
  })
  app.get('/editions/:id/evidence/:number', async (c) => {
    const edition = await live.house().store.edition(c.req.param('id'))
    if (!edition) return noEdition(c, c.req.param('id'))
    const place = c.req.query('s')
    const held = await evidenceOf(live.house(), edition, {
      number: Number(c.req.param('number')),
      place: place === undefined ? null : Number(place),
    })
    if (!held)
      return fault(
        c,
        404,
        'No such evidence',
        `This edition has evidence 1 to ${edition.evidence.length}.`,
        'Go back to the edition and choose a number there.',
      )
    const view = evidenceView(edition, held)
    return send(c, c.req.query('part') ? evidencePart(view) : evidencePage(frame(c), view))
  })
  const noEdition = (c: Context, id: string) =>
    fault(
      c,
      404,
      'No such edition',
      `Nothing was published as “${id.slice(0, 80)}”.`,
      'All editions stand under Editions.',
    )

  app.get('/why', async (c) => {
    const edition = await editionAsked(c)
    if (!edition) return noEdition(c, c.req.query('edition') ?? '')
    const why = await counted.why.soon(edition.id)
    if (!why) return counting(c, frame(c), 'Why this, why not that')
    return send(c, whyPage(frame(c), { editionId: edition.id, title: edition.title, ...why }))
  })
  app.get('/without', async (c) => {
    const edition = await editionAsked(c)
    if (!edition) return noEdition(c, c.req.query('edition') ?? '')
    const name = c.req.query('source') ?? null
    const sources = sourcesOf(edition)
    const off =
      name !== null && sources.some(({ sourceName }) => sourceName === name) ? without(edition, name) : null
    return send(c, withoutPage(frame(c), { edition: editionRow(edition), sources, off }))
  })
  const editionAsked = async (c: Context): Promise<Edition | null> => {
    const id = c.req.query('edition')
    return id === undefined ? (await today(live.house(), null)).edition : live.house().store.edition(id)
  }
}

const KINDS: readonly EditionKind[] = ['digest', 'brief', 'dive', 'alert']
const kindOf = (asked: string | undefined): EditionKind | null => KINDS.find((kind) => kind === asked) ?? null

/** What the newest digests tell first, by id. They are frozen: each is read once. */
function openFirstTold() {
  const read = new Map<string, string>()
  return async (
    { store }: House,
    editions: readonly Pick<Edition, 'id' | 'kind'>[],
  ): Promise<ReadonlyMap<string, string>> => {
    const newest = editions.filter(({ kind }) => kind === 'digest').slice(0, MOST_TOLD)
    for (const { id } of newest) {
      if (read.has(id)) continue
      const edition = await store.edition(id)
      if (edition) read.set(id, firstIn(edition))
    }
    return read
  }
}

const firstIn = ({ sections }: Edition): string =>
  sections
    .flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'pick' ? [block.name] : [])))
    .slice(0, 3)
    .join('; ')

function readingOf(c: Context): Reading {
  return { length: c.req.query('length') === 'minute' ? 'minute' : 'full', tier: tierOf(c.req.query('tier')) }
}

/** The edition in a form of its own, with the corrections that stand on it. */
async function inForm(house: House, edition: Edition, form: string): Promise<Response> {
  const parcel = parcelOf(edition, await correctionsOf(house, edition.id))
  const [body, type] =
    form === 'md'
      ? [parcel.markdown, 'text/markdown']
      : form === 'json'
        ? [parcel.json, 'application/json']
        : [parcel.html, 'text/html']
  const headers = { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-cache' }
  return new Response(body, { headers })
}
