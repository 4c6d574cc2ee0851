import type { Item } from '#domain'
import { type LabLine, type LabRoom, textOf, textOrNull } from './lab.ts'

const MOST_HITS = 100
const BATCH = 500
const NEVER_CAPTURED = '1970-01-01T00:00:00.000Z'

/** Full-text search as the product does it: the documents of `--docs` in a store of their own, then one query a line. */
export const lab: LabRoom = {
  name: 'search',
  async open({ docs, openStore }) {
    if (!docs) throw new Error('search needs --docs FILE: one {"id":…,"title":…,"text":…} a line')
    const store = await openStore()
    for (let from = 0; from < docs.length; from += BATCH)
      await store.saveItems(docs.slice(from, from + BATCH).map(itemOf))
    await store.settle()
    return {
      async answer(line) {
        const hits = await store.search(textOf(line, 'query'), { limit: MOST_HITS })
        return { hits: hits.map(({ itemId, score }) => ({ id: JSON.parse(itemId), score })) }
      },
    }
  },
}

// The caller's ids may be numbers or texts; as item ids they are kept as JSON, so that they come back as they were.
function itemOf(line: LabLine): Item {
  const title = textOrNull(line, 'title') ?? ''
  const text = textOrNull(line, 'text') ?? ''
  const id = JSON.stringify(line.id ?? null)
  return {
    ...{
      id,
      revision: 1,
      key: `lab:${id}`,
      sourceId: 'lab',
      captureHash: '',
      kind: 'article',
      url: null,
      title,
      authors: [],
      text,
    },
    ...{
      lang: 'und',
      publishedAt: null,
      dateRepair: null,
      capturedAt: NEVER_CAPTURED,
      seenAt: NEVER_CAPTURED,
      ids: {},
      links: [],
    },
    ...{ tags: [], signals: {}, partOf: null, contentHash: id },
  }
}
