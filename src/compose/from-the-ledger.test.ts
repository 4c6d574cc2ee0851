import { expect, test } from 'vitest'
import type { Prediction, Resolution, Slip } from '#domain'
import { composeDigest } from './digest.ts'
import { toMarkdown } from './markdown.ts'
import { inputOf, itemOf, paperOf, sourceOf, storyOf, tellingOf } from './test-stories.ts'

const claim = 'Northwind will open a second data centre in Turku before the middle of May.'
const witnesses = [
  { item: itemOf('f1', 'What Northwind does next', claim), source: sourceOf('Harbour Post', 'harbour') },
]
const prediction: Prediction = {
  ...{ id: 'p1', road: 'source', claim, by: 'Harbour Post', madeAt: '2026-05-01', due: '2026-05-16' },
  ...{ enteredAt: '2026-05-01T10:00:00.000Z', dueAlso: null, criterion: null, probability: null },
  ...{ scope: ['Turku'], entityIds: [], sourceId: 'feed', itemIds: ['f1'], faults: [], replaces: null },
}
const papers = [0, 1, 2].map((index) => paperOf(index))

test('a prediction that was settled is told with its time, its end and its bounds', () => {
  const resolution: Resolution = {
    ...{ predictionId: 'p1', outcome: 'right', resolvedAt: '2026-05-14T05:00:00.000Z' },
    ...{ by: 'house', because: 'it opened', itemIds: [] },
  }
  const settled = [{ prediction, resolution, witnesses }]
  const text = toMarkdown(composeDigest(inputOf(papers, { settled }), () => true))
  expect(text).toContain('Settled after 13 days: it came true. It spoke of Turku only.')
})

test('an open prediction that falls due within days is told under its entry', () => {
  const foretold = { open: [prediction], due: [{ prediction, witnesses }] }
  const text = toMarkdown(composeDigest(inputOf(papers, { foretold }), () => true))
  expect(text).toContain('Due: What Northwind does next')
  expect(text).toContain('2 days')
  expect(text).toContain('ledger p1')
})

test('what does not add up in a text stands on its story, checked against the days that it names', () => {
  const story = paperOf(0)
  const itemId = story.dossier.tellings[0]?.item.id ?? ''
  const slip: Slip = {
    ...{ start: 0, end: 10, kind: 'days', quote: 'seven days', said: 'seven days', computed: '8 days' },
    because: '2026-05-04 and 2026-05-12 are 8 days apart',
  }
  const told = { ...story, slips: [{ itemId, slip }] }
  const full = toMarkdown(composeDigest(inputOf([told]), () => true))
  expect(full).toContain('Paper List says “seven days”; 2026-05-04 and 2026-05-12 are 8 days apart.')
  const strict = toMarkdown(composeDigest(inputOf([told]), (text) => !text.includes('8 days')))
  expect(strict).toContain('which does not agree with the other figures of its own text')
})

test('an entry is only given to the words that made it', () => {
  const foretold = { open: [prediction], due: [] }
  const other = storyOf('s-x', [
    tellingOf(itemOf('x', 'Another matter', 'Nothing is foretold in this text at all.')),
  ])
  expect(toMarkdown(composeDigest(inputOf([other], { foretold }), () => true))).not.toContain('ledger p1')
})
