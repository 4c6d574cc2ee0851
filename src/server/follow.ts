import type { Context, Hono } from 'hono'
import { addPrediction, ledger, predictionRecords, settle, trends } from '#app'
import {
  atlasPage,
  MOST_COMPARED,
  moversPage,
  type PredictionsView,
  predictionsPage,
  type Typed,
  trendsPage,
} from '#web'
import type { TrendChoice, Trends } from '#wire'
import type { Live } from './live.ts'
import { counting, send, type Tools } from './tools.ts'

const DRAWN_AT_FIRST = 4
const MOST_ROWS = 120
const DUE_PATIENCE_MS = 60
const OUTCOMES = ['right', 'wrong', 'void'] as const

/** What follows the field over time: movers, trends, the atlas, the ledger of predictions. */
export function followRoutes(app: Hono, { live, counted, frame }: Tools): void {
  const { lines, atlas, due, movers } = counted

  app.get('/movers', async (c) => {
    const known = await movers.soon()
    return known ? send(c, moversPage(frame(c), known.rows, known.until)) : counting(c, frame(c), 'Movers')
  })
  app.get('/trends', async (c) => {
    const bin = c.req.query('bin') === 'month' ? 'month' : 'week'
    const known = await lines.soon(bin)
    if (!known) return counting(c, frame(c), 'Trends')
    const choice = choiceIn(c, known)
    const missing = choice.compare.filter((id) => !known.lines.some(({ entityId }) => entityId === id))
    const more =
      missing.length > 0 ? await trends(live.house(), { asOf: null, bin, entityIds: missing }) : null
    return send(
      c,
      trendsPage(frame(c), { ...known, lines: [...known.lines, ...(more?.lines ?? [])] }, choice),
    )
  })
  app.get('/atlas', async (c) => {
    const known = await atlas.soon()
    return known ? send(c, atlasPage(frame(c), known)) : counting(c, frame(c), 'Atlas')
  })

  const predictions = async (c: Context, fault: string | null, typed: Typed | null = null) => {
    const show = c.req.query('show')
    return predictionsPage(frame(c), {
      ...(await ledgerView(live, show === 'settled' || show === 'all' ? show : 'open')),
      // The ledger stands below it and is there at once.
      due: await due.soon('', DUE_PATIENCE_MS),
      ...{ fault, typed },
    })
  }
  app.get('/predictions', async (c) => send(c, predictions(c, null)))
  app.post('/predictions', async (c) => {
    const form = await c.req.parseBody()
    const typed = form.do === 'add' ? typedIn(form) : null
    const fault = typed ? await enter(live, typed) : await end(live, form)
    due.forget()
    return fault ? c.html(await predictions(c, fault, typed), 400) : c.redirect('/predictions', 303)
  })
}

/** What is looked at; without a choice, the lines told of most. What makes no sense is left out. */
function choiceIn(c: Context, { lines, bins, bin }: Trends): TrendChoice {
  const asked = c.req.query('compare')?.split(',').filter(Boolean).slice(0, MOST_COMPARED)
  const busiest = [...lines]
    .map(({ entityId, points }) => ({
      entityId,
      stories: points.reduce((sum, point) => sum + point.stories, 0),
    }))
    .sort((a, b) => b.stories - a.stories)
    .filter(({ stories }) => stories > 0)
    .slice(0, DRAWN_AT_FIRST)
  const [, from, to] = /^(\d{1,3})-(\d{1,3})$/.exec(c.req.query('bins') ?? '') ?? []
  const brush = { from: Number(from), to: Math.min(Number(to), bins.length - 1) }
  return {
    bin,
    compare: asked ?? busiest.map(({ entityId }) => entityId),
    type: c.req.query('type') ?? null,
    state: c.req.query('state') ?? null,
    brush: from !== undefined && brush.from < brush.to ? brush : null,
  }
}

async function ledgerView(
  live: Live,
  show: PredictionsView['show'],
): Promise<Omit<PredictionsView, 'due' | 'fault' | 'typed'>> {
  const all = await ledger(live.house(), { asOf: null })
  const isOpen = (one: (typeof all)[number]) => one.resolution === null || one.resolution.outcome === 'open'
  const wanted = show === 'all' ? all : all.filter((one) => isOpen(one) === (show === 'open'))
  const dueOf = (one: (typeof all)[number]) => one.prediction.due ?? '9999'
  return {
    show,
    rows: [...wanted].sort((a, b) => (dueOf(a) < dueOf(b) ? -1 : 1)).slice(0, MOST_ROWS),
    total: all.length,
    open: all.filter(isOpen).length,
    records: (await predictionRecords(live.house(), { asOf: null, by: 'all' })).slice(0, 1),
  }
}

/** Enters a prediction of the reader; says what keeps it from being judged, and what would mend it. */
async function enter(live: Live, { claim, due, criterion, probability }: Typed): Promise<string | null> {
  const sure = probability === '' ? null : Number(probability) / 100
  if (sure !== null && !(sure >= 0 && sure <= 1))
    return 'Not entered: how sure you are is a number from 0 to 100. What you typed is still there.'
  const { entered, faults } = await addPrediction(live.house(), {
    ...{ claim, due: due || null, criterion: criterion || null, probability: sure },
  })
  if (entered) return null
  return `Not entered, since it could not be judged: ${faults.map(({ because, suggestion }) => `${because} ${suggestion}`).join(' ')} What you typed is still there.`
}

function typedIn(form: Readonly<Record<string, unknown>>): Typed {
  const text = (name: string) => (typeof form[name] === 'string' ? form[name].trim() : '')
  return {
    ...{ claim: text('claim'), due: text('due'), criterion: text('criterion') },
    probability: text('probability'),
  }
}

async function end(live: Live, form: Readonly<Record<string, unknown>>): Promise<string | null> {
  const outcome = OUTCOMES.find((one) => one === form.do)
  const id = typeof form.id === 'string' ? form.id : ''
  const [entry] = await ledger(live.house(), { asOf: null, ids: [id] })
  if (!outcome || !entry) return 'There is no such prediction. Reload the page.'
  if (entry.resolution && entry.resolution.outcome !== 'open')
    return `It was settled already, as ${entry.resolution.outcome}. Reload the page.`
  const because =
    typeof form.because === 'string' && form.because.trim() ? form.because.trim() : 'the reader says so'
  await settle(live.house(), id, { outcome, by: 'reader', because, itemIds: [] })
  return null
}
