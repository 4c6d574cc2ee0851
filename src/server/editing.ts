import type { Context, Hono } from 'hono'
import { correct, judgeThread, thread } from '#app'
import type { Act } from '#domain'
import { actsPage, correctPage, threadPage, threadsPage } from '#web'
import { editionRow, type LogRow } from '#wire'
import { doAct } from './acts.ts'
import type { Live } from './live.ts'
import { counting, send, type Tools, wantsJson } from './tools.ts'

const MOST_ACTS = 200
const VERDICTS = ['confirm', 'drop', 'close', 'name'] as const

/** The reader's and the editor's word: acts and their log, corrections, threads. */
export function editingRoutes(
  app: Hono,
  { live, counter, counted, watch, errands, frame, fault }: Tools,
): void {
  const all = counted.threads

  app.post('/acts', async (c) => {
    const form = await c.req.parseBody()
    const asked = typeof form.do === 'string' ? form.do : ''
    const done = await doAct(live.house(), asked)
    watch.acts.inc({ verb: asked.split(' ', 1)[0] ?? '' })
    const verb = asked.trim().split(/\s/, 1)[0] ?? ''
    if (['more', 'less', 'undo'].includes(verb)) counted.forgetWeights()
    const { profile } = await live.actsChanged({ moving: ['merge', 'split', 'undo'].includes(verb) })
    if (profile) counter.forget()
    if (verb === 'undo') all.forget()
    if ('error' in done)
      return wantsJson(c)
        ? c.json(done, 409)
        : fault(c, 409, 'That could not be done', done.error, 'Nothing was changed.')
    const { follows, ...answer } = done
    if (follows) errands.start(asked, follows())
    if (wantsJson(c)) return c.json(answer)
    return c.redirect(ownPath(form.back), 303)
  })
  app.get('/acts', async (c) => send(c, actsPage(frame(c), await logRows(live))))
  app.get('/correct', async (c) => {
    const edition = await live.house().store.edition(c.req.query('edition') ?? '')
    if (!edition)
      return fault(c, 404, 'No such edition', 'There is nothing to correct.', 'Choose one under Editions.')
    const was = (c.req.query('was') ?? '').slice(0, 2000)
    return send(c, correctPage(frame(c), { edition: editionRow(edition), was, now: '', fault: null }))
  })
  app.post('/correct', async (c) => {
    const form = await c.req.parseBody()
    const [editionId, was, now] = [form.edition, form.was, form.now].map((one) =>
      typeof one === 'string' ? one : '',
    )
    const edition = await live.house().store.edition(editionId ?? '')
    if (!edition)
      return fault(c, 404, 'No such edition', 'There is nothing to correct.', 'Choose one under Editions.')
    try {
      await correct(live.house(), { editionId: edition.id, was: was ?? '', now: now ?? '' })
      return c.redirect(editionRow(edition).path, 303)
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      const view = {
        edition: editionRow(edition),
        was: was ?? '',
        now: now ?? '',
        fault: `${error.message}. Nothing was changed.`,
      }
      return c.html(await correctPage(frame(c), view), 400)
    }
  })

  app.get('/threads', async (c) => {
    const known = await all.soon()
    if (known) return send(c, threadsPage(frame(c), known))
    return counting(c, frame(c), 'Threads')
  })
  const threadCalled = async (id: string) =>
    (await all.soon())?.find((one) => one.id === id) ?? (await thread(live.house(), id, null))
  const noThread = (c: Context) =>
    fault(
      c,
      404,
      'No such thread',
      'Threads are judgments: this one may have been dropped, or be known by other stories now.',
      'Look at Threads for those there are.',
    )
  app.get('/threads/:id', async (c) => {
    const id = c.req.param('id')
    const found = await threadCalled(id)
    if (!found) return noThread(c)
    const names = new Map(live.house().registry.map((entity) => [entity.id, entity.name]))
    const about = found.entityIds.map((entityId) => ({
      id: entityId,
      name: names.get(entityId) ?? entityId.replaceAll('-', ' '),
    }))
    return send(c, threadPage(frame(c), found, about))
  })
  app.post('/threads/:id', async (c) => {
    const form = await c.req.parseBody()
    const verdict = VERDICTS.find((one) => one === form.do)
    const name = typeof form.name === 'string' ? form.name.trim() : ''
    if (!verdict || (verdict === 'name' && name === ''))
      return fault(
        c,
        400,
        'Nothing was said',
        'A thread can be confirmed, closed, dropped or named.',
        'Go back and use its buttons.',
      )
    if (!(await threadCalled(c.req.param('id')))) return noThread(c)
    await judgeThread(live.house(), c.req.param('id'), verdict, verdict === 'name' ? name : null)
    all.forget()
    return c.redirect(
      verdict === 'drop' ? '/threads' : `/threads/${encodeURIComponent(c.req.param('id'))}`,
      303,
    )
  })
}

/** Where a form said that it stands, when that is a path of this house. */
const ownPath = (back: unknown): string =>
  typeof back === 'string' && /^\/(?![/\\])[^\s]*$/.test(back) ? back : '/'

async function logRows(live: Live): Promise<LogRow[]> {
  const { store } = live.house()
  const log = (await store.acts({ undone: true })).slice(-MOST_ACTS)
  const inForce = new Set((await store.acts({})).map(({ id }) => id))
  const ids = log.flatMap(({ deed }) =>
    'itemId' in deed ? [deed.itemId] : 'itemIds' in deed ? [...deed.itemIds] : [],
  )
  const titles = new Map((await store.items({ ids })).map(({ id, title }) => [id, title]))
  return log
    .filter(({ deed }) => deed.kind !== 'undo')
    .map((act) => ({
      id: act.id,
      at: act.at,
      what: whatOf(act),
      about: aboutOf(act, titles),
      inForce: inForce.has(act.id),
      undoable: inForce.has(act.id),
    }))
    .reverse()
}

const THREAD_WORDS = {
  confirm: 'this is a thread',
  drop: 'this is no thread',
  close: 'this thread is over',
  name: 'a thread goes by this name',
} as const

function whatOf({ deed }: Act): string {
  switch (deed.kind) {
    case 'more':
    case 'less':
      return `${deed.kind} like this`
    case 'star':
      return 'keep for the digest'
    case 'pin':
    case 'drop':
      return `${deed.kind} for ${deed.date}`
    case 'thread':
      return THREAD_WORDS[deed.verdict]
    case 'profile':
      return deed.profile ? 'another profile' : 'the settings file’s profile again'
    case 'correct':
      return `corrected: “${deed.sentence.slice(0, 80)}”`
    default:
      return deed.kind.replaceAll('-', ' ')
  }
}

function aboutOf({ deed }: Act, titles: ReadonlyMap<string, string>): LogRow['about'] {
  if ('editionId' in deed)
    return { title: deed.editionId, path: `/editions/${encodeURIComponent(deed.editionId)}` }
  if ('threadId' in deed)
    return { title: deed.name ?? deed.threadId, path: `/threads/${encodeURIComponent(deed.threadId)}` }
  const itemId = 'itemId' in deed ? deed.itemId : 'itemIds' in deed ? deed.itemIds[0] : undefined
  if (itemId === undefined) return null
  return { title: titles.get(itemId) ?? itemId, path: `/items/${encodeURIComponent(itemId)}` }
}
