import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Opened, openHouse } from '#wiring'
import { itemOf, tellAll } from '../test-week.ts'
import { type PaperTold, paperTold } from './paper.ts'

const data = mkdtempSync(join(tmpdir(), 'bellwether-paper-'))
let opened: Opened
let told: PaperTold | null

const TITLE = 'Gates That Forget: Eviction Learned at Training Time'
const paper = {
  kind: 'paper',
  key: 'arxiv:2605.11111',
  ids: { arxiv: '2605.11111', github: 'lab/gates' },
} as const

beforeAll(async () => {
  opened = await openHouse({ config: null, data, now: '2026-05-14T18:00:00.000Z', progress: () => {} })
  await tellAll(opened.house, [
    itemOf('list', TITLE, 'Short.', { ...paper, authors: ['Ada One'], signals: { upvotes: 12 } }),
    itemOf('older', 'Sinks Explained', 'An earlier look at sinks.', {
      ...{ kind: 'paper', key: 'arxiv:2604.22222', ids: { arxiv: '2604.22222' } },
    }),
    itemOf('names', 'A thread on forgetting', `We read 2605.11111 twice.`),
    itemOf('quotes', 'Reading list', `Next week: ${TITLE.toLowerCase()}, and lunch.`),
    itemOf('words', 'Gates and eviction', 'Training time is when gates that forget are learned.'),
    itemOf('plain', 'A plain paper', 'No id at all.', { kind: 'paper' }),
    itemOf('full', TITLE, 'We follow 2604.22222 and print no other number.', {
      ...{ ...paper, key: 'arxiv:2605.11111', authors: ['Ada One', 'Bo Two'], tags: ['cs.LG'] },
    }),
  ])
  told = await paperTold(opened.house, '2605.11111')
})
afterAll(async () => {
  await opened.close()
  rmSync(data, { recursive: true, force: true })
})

test('a paper is found by its arXiv id, by its key, by an item, and with its version', async () => {
  for (const called of ['2605.11111', 'arxiv:2605.11111', '2605.11111v2', 'full', 'list'])
    expect((await paperTold(opened.house, called))?.id).toBe('2605.11111')
  expect((await paperTold(opened.house, 'plain'))?.id).toBe('plain')
})

test('what is no paper, or is not here, has no page', async () => {
  for (const called of ['names', '2601.00001', 'nothing', ''])
    expect(await paperTold(opened.house, called)).toBeNull()
})

test('of each fact the fullest source speaks', () => {
  expect(told).toMatchObject({ title: TITLE, authors: ['Ada One', 'Bo Two'], tags: ['cs.LG'] })
  expect(told?.ids).toEqual({ arxiv: '2605.11111', github: 'lab/gates' })
  expect(told?.own.map(({ item }) => item.id)).toEqual(['full', 'list'])
})

test('it names papers by their id, and is named by its id or its whole title, not by its words', () => {
  expect(told?.cites.map(({ id }) => id)).toEqual(['older'])
  expect(told?.citedBy.map(({ item, storyId }) => [item.id, storyId]).sort()).toEqual([
    ['names', 's-names'],
    ['quotes', 's-quotes'],
  ])
})
