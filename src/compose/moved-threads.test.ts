import { expect, test } from 'vitest'
import type { Thread, ThreadMember } from '#domain'
import { composeDigest } from './digest.ts'
import { inputOf, itemOf, mentionOf, sourceOf, storyOf, tellingOf } from './test-stories.ts'

const NOW = '2026-05-13T09:00:00.000Z'
const source = sourceOf('Paper List', 'papers')
const mention = mentionOf('cache eviction', 3, 'method')

const today = itemOf(
  'm1',
  'HeronCache: Eviction in Layers',
  'HeronCache evicts entries layer by layer. HeronCache keeps 92% of accuracy with 30% of the entries. HeronCache shows gains on two long benchmarks. HeronCache runs on one GPU.',
  { kind: 'paper', ids: { arxiv: '2605.00021' } },
)
const before = itemOf('m0', 'WrenCache forgets early', 'WrenCache drops what is old.')
const forecast = itemOf('m9', 'A letter on caches', 'Eviction will be in every server by June 2026.')

const memberOf = (storyId: string, itemId: string, title: string, at: string): ThreadMember => ({
  ...{ storyId, itemIds: [itemId], title, at, url: null, sourceNames: ['Paper List'] },
  because: 'about cache eviction',
})

function threadOf(wanted: Partial<Thread> = {}): Thread {
  const members = [
    memberOf('s-old', 'm0', before.title, '2026-04-02T08:00:00.000Z'),
    memberOf('s-new', 'm1', today.title, NOW),
  ]
  return {
    ...{ id: 't1', name: 'cache eviction', claim: null, members, entityIds: [mention.entityId] },
    ...{ openedAt: members[0]?.at ?? '', lastMovedAt: NOW, state: 'growing', standing: 'recurrent' },
    ...{ signals: [], next: [{ text: forecast.text, due: '2026-06', itemId: 'm9' }] },
    ...wanted,
  }
}

const dotsWith = (thread: Thread) => {
  const stories = [storyOf('s-new', [tellingOf(today, { source, mentions: [mention] })], { score: 80 })]
  const witnesses = new Map([before, today, forecast].map((item) => [item.id, { item, source }]))
  const edition = composeDigest({ ...inputOf(stories), threads: [{ thread, witnesses }] }, () => true)
  const blocks = edition.sections.find(({ kind }) => kind === 'connecting-the-dots')?.blocks ?? []
  return blocks.filter((block) => block.kind === 'thread')
}

test('a thread of memory is told with its counted size, what moved it today and what a source foretells', () => {
  const [block] = dotsWith(threadOf())
  expect(block?.name).toBe('Cache eviction')
  expect(block?.size.text).toBe('2 stories on 2 days since 2 April, 1 of them told today.')
  expect(block?.size.tallies.map(({ value, of }) => [value, of.length])).toEqual([
    [2, 2],
    [2, 2],
    [1, 1],
  ])
  expect(block?.sentences.map(({ text }) => text)).toContain(
    'Next, as Paper List had it on 13 May: “Eviction will be in every server by June 2026.”',
  )
  expect(block?.members.map(({ title }) => title)).toEqual(['HeronCache', 'WrenCache forgets early'])
})

test.each([
  ['a thread that nothing of today is about', threadOf({ entityIds: ['something-else'] })],
  ['a thread that began today', threadOf({ members: threadOf().members.slice(1) })],
  ['a thread of one common word', threadOf({ name: 'alignment' })],
  ['a thread named after who speaks', threadOf({ name: '@heron' })],
])('%s is not told', (_, thread) => expect(dotsWith(thread)).toEqual([]))

test('what the reader keeps is told even where its name is not in a title', () => {
  expect(dotsWith(threadOf({ entityIds: ['something-else'], standing: 'reader' }))).toHaveLength(1)
})
