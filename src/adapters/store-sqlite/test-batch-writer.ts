import type { Item } from '../../domain/index.ts'
import { openSqliteStore } from './index.ts'

// Run by crash.test.ts as a process of its own, which is killed in mid-write: it writes batches for ever and says after
// each one that it is kept.

const [path = '', round = ''] = process.argv.slice(2)
const store = await openSqliteStore(path)
for (let batch = 0; ; batch++) {
  const items = Array.from({ length: 200 }, (_, n) => item(`${round}-${batch}-${n}`, `${round}-${batch}`))
  await store.saveItems(items)
  await store.saveJudgments({
    makers: { understanding: 'extract@1', placement: 'cluster@1' },
    understandings: items.map(({ id }) => ({
      itemId: id,
      revision: 1,
      mentions: [],
      claims: [],
      forecasts: [],
    })),
    placements: items.map(({ id, key, seenAt }) => ({
      ...{ itemId: id, storyId: key, eventId: key, joinedAt: seenAt, copyOf: null },
    })),
    forwards: [],
  })
  await store.settle()
  process.stdout.write(`${round}-${batch}\n`)
}

function item(id: string, key: string): Item {
  return {
    ...{
      id,
      revision: 1,
      key,
      sourceId: 's',
      captureHash: 'c',
      kind: 'article',
      url: null,
      title: `Title ${key}`,
    },
    ...{ authors: [], text: 'some words that are indexed '.repeat(20), lang: 'en', publishedAt: null },
    ...{ dateRepair: null, capturedAt: '2026-05-14T06:00:00.000Z', seenAt: '2026-05-14T06:00:00.000Z' },
    ...{ ids: {}, links: [], tags: [], signals: {}, partOf: null, contentHash: id },
  }
}
