import type { Hono } from 'hono'
import { entityTold, paperTold, storyTold } from '#reading'
import { entityPage, itemPage, paperPage, storyPage } from '#web'
import { paperPath, storyPath, tellingRow } from '#wire'
import { entityView, paperView, storyView } from './present.ts'
import { send, type Tools } from './tools.ts'
import { nextEdition } from './views.ts'

/** What is told of: a story, a paper, one telling, a name. */
export function storyRoutes(app: Hono, { live, frame, fault }: Tools): void {
  app.get('/stories/:id', async (c) => {
    const told = await storyTold(live.house(), c.req.param('id'))
    if (!told)
      return fault(
        c,
        404,
        'No such story',
        'Stories are judgments: a rebuild may have made this one anew under another address.',
        'Search for its words to find it again.',
      )
    // A story that merged into another leads there.
    if (told.dossier.story.id !== c.req.param('id')) return c.redirect(storyPath(told.dossier.story.id), 301)
    return send(
      c,
      storyPage(frame(c), storyView(told, live.marks(), live.house().clock.now(), nextEdition(live.house()))),
    )
  })
  app.get('/papers/:id', async (c) => {
    const called = c.req.param('id')
    const told = await paperTold(live.house(), called)
    if (!told)
      return fault(
        c,
        404,
        'No such paper',
        `Nothing that was kept is the paper “${called.slice(0, 80)}”.`,
        'Search for its title or its arXiv id: others may name it.',
      )
    if (told.id !== called) return c.redirect(paperPath(told.id), 302)
    return send(c, paperPage(frame(c), paperView(told, live.marks(), live.house().clock.now())))
  })
  app.get('/items/:id', async (c) => {
    const { store } = live.house()
    const [item] = await store.items({ ids: [c.req.param('id')] })
    if (!item)
      return fault(
        c,
        404,
        'No such item',
        'Nothing that was kept has this id.',
        'Search for its words to find it.',
      )
    const [dossier] = await store.dossiers({ itemIds: [item.id], asOf: '9999' })
    const telling = dossier?.tellings.find((one) => one.item.id === item.id)
    const source = telling?.source ?? (await store.sources()).find(({ id }) => id === item.sourceId)
    const row = tellingRow({
      item,
      source: source ?? unknownSource(item.sourceId),
      copyOf: telling?.copyOf ?? null,
      ...{ mentions: [], claims: [], forecasts: [] },
    })
    return send(
      c,
      itemPage(frame(c), {
        row,
        storyId: dossier?.story.id ?? null,
        text: [{ text: item.text, marked: false }],
      }),
    )
  })
  app.get('/entities/:id', async (c) => {
    const called = c.req.param('id')
    const told = await entityTold(live.house(), called)
    if (!told)
      return fault(
        c,
        404,
        'Nobody goes by that name',
        `Neither the registry nor any story knows “${called.slice(0, 80)}”.`,
        'Search for its words: it may be spelt otherwise.',
      )
    if (told.id !== called) return c.redirect(`/entities/${encodeURIComponent(told.id)}`, 302)
    return send(
      c,
      entityPage(frame(c), entityView(told, live.house().registry, live.marks(), live.house().clock.now())),
    )
  })
}

const unknownSource = (id: string) => ({
  ...{ id, name: id, kind: 'file' as const, address: '', family: id },
  ...{ weight: 0.5, staleAfterHours: 72 },
})
