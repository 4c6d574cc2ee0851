import type { Hono } from 'hono'
import { ask, search, wikiPage as wikiPageOf } from '#app'
import { alertsPage, askPage, searchPage, wikiListPage, wikiPage } from '#web'
import { editionRow, type WikiListView, type WikiRow } from '#wire'
import { counting, send, type Tools } from './tools.ts'
import { searchView } from './views.ts'

const MOST_HITS = 30
const PAGES_OF_A_KIND = 60
const PAGES_IN_A_PART = 300
const MOST_QUERY_CHARACTERS = 500
const MOST_QUESTION_CHARACTERS = 400

/** What is known: search and questions, alerts, the wiki with its revisions. */
export function knowledgeRoutes(app: Hono, { live, counted, frame, fault }: Tools): void {
  app.get('/alerts', async (c) => {
    const alerts = (await live.house().store.editions({ kind: 'alert', limit: 100 })).map(editionRow)
    const log = await counted.regrets.soon()
    if (log) return send(c, alertsPage(frame(c), { alerts, ...log }))
    return counting(c, frame(c), 'Alerts')
  })
  app.get('/search', async (c) => {
    const query = (c.req.query('q') ?? '').slice(0, MOST_QUERY_CHARACTERS).trim()
    if (query === '') return send(c, searchPage(frame(c), null))
    return send(
      c,
      searchPage(
        frame(c),
        searchView(query, await search(live.house(), query, { limit: MOST_HITS, asOf: null })),
      ),
    )
  })
  app.get('/ask', async (c) => {
    const question = (c.req.query('q') ?? '').slice(0, MOST_QUESTION_CHARACTERS).trim()
    const answer = question === '' ? null : await ask(live.house(), question, { asOf: null })
    return send(c, askPage(frame(c), question, answer))
  })
  app.get('/wiki', async (c) => {
    const rows = await live.house().store.pageRows({})
    return send(
      c,
      wikiListPage(frame(c), wikiListView(rows, c.req.query('kind'), Number(c.req.query('part')))),
    )
  })
  app.get('/wiki/:id{.+}', async (c) => {
    const { store } = live.house()
    const newest = await wikiPageOf(live.house(), c.req.param('id'), null)
    if (!newest)
      return fault(
        c,
        404,
        'No such page',
        'The wiki has no page of that name.',
        'Look at Wiki for those there are, or search.',
      )
    const revisions = (await store.pageLog({ pageId: newest.page.id })).reverse()
    const asked = Number(c.req.query('revision') ?? newest.page.revision)
    const at = revisions.findIndex(({ revision }) => revision === asked)
    // The revision before one is what was known just before it was made; the one asked for is known until the next.
    const later = at > 0 ? revisions[at - 1] : undefined
    const shown = later ? await store.page(newest.page.id, { asOf: later.madeAt }) : newest.page
    if (at < 0 || !shown)
      return fault(
        c,
        404,
        'No such revision',
        `This page has ${revisions.length === 1 ? '1 revision' : `${revisions.length} revisions`}.`,
        'Go back to the page and choose one.',
      )
    const before = await store.page(shown.id, { asOf: shown.madeAt })
    const blocks = (text: string) =>
      new Set(
        text
          .split(/\n{2,}/)
          .map((block) => block.trim())
          .filter(Boolean),
      )
    const [now, then] = [blocks(shown.markdown), blocks(before?.markdown ?? '')]
    return send(
      c,
      wikiPage(frame(c), {
        page: shown,
        text: shown === newest.page ? newest.text : shown.markdown,
        backlinks: newest.backlinks,
        revisions,
        added: before ? [...now].filter((block) => !then.has(block)) : [],
        removed: [...then].filter((block) => !now.has(block)),
      }),
    )
  })
}

function wikiListView(all: readonly WikiRow[], kind: string | undefined, asked: number): WikiListView {
  const byTitle = (a: WikiRow, b: WikiRow) => (a.title.toLowerCase() < b.title.toLowerCase() ? -1 : 1)
  const kinds = [...Map.groupBy(all, (row) => row.kind)].map(([one, rows]) => ({
    ...{ kind: one, total: rows.length, rows: rows.sort(byTitle) },
  }))
  const chosen = kinds.find((one) => one.kind === kind)
  if (!chosen) {
    const some = kinds.map((one) => ({ ...one, rows: one.rows.slice(0, PAGES_OF_A_KIND) }))
    return { total: all.length, kinds: some, only: null }
  }
  const parts = Math.ceil(chosen.total / PAGES_IN_A_PART)
  const part = asked >= 1 && asked <= parts ? Math.floor(asked) : 1
  const rows = chosen.rows.slice((part - 1) * PAGES_IN_A_PART, part * PAGES_IN_A_PART)
  return { total: all.length, kinds: [{ ...chosen, rows }], only: { kind: chosen.kind, part, parts } }
}
