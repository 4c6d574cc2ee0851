import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createCopyFinder, type DedupeDoc } from './copy-finder.ts'

const RELEASE = `Harbor Labs today released Tern 2, an open-weights model with 34 billion parameters that reads 256,000 tokens at
once. Tern 2 was trained on 1,024 accelerators for 41 days and is licensed for commercial use. "We wanted a model that a
hospital can run in its own basement," said Ines Falk, who leads the lab. Weights, code and the training report are
available from today.`
const REPORT = `A lab in Rotterdam has put out a model that runs on a single server and may be used in products. Tern 2, as it
is called, follows a smaller one of last autumn. Two hospitals that tried it say it kept up with far larger rivals on
discharge letters, though it stumbled over drug names. Falk's group wants it used where data cannot leave the building.`

const first = (docs: readonly Partial<DedupeDoc>[]) => {
  const finder = createCopyFinder()
  return docs.map((doc, index) => finder.add({ id: `${index}`, title: '', text: '', ...doc }))
}

test.each([
  ['the same text', RELEASE, 'copy'],
  ['another layout', RELEASE.toUpperCase().replaceAll(' ', '\n'), 'copy'],
  [
    'a few words changed',
    RELEASE.replace('today released', 'has released').replace('at\nonce', 'in one go'),
    'copy',
  ],
  [
    'the release with a line of an editor',
    `From the wire. ${RELEASE} More on this story as we get it, says our desk.`,
    'copy',
  ],
  ['a part of the release', RELEASE.slice(0, 180), 'part'],
  [
    'the release inside a longer text',
    `${REPORT} ${RELEASE} ${REPORT.split(' ').reverse().join(' ')}`,
    'part',
  ],
  ['an own report on the same thing', REPORT, null],
  ['an essay that quotes it whole', `${RELEASE} ${words(600)}`, null],
  [
    'the same form around other numbers',
    RELEASE.replace(/\d/g, (digit) => `${(Number(digit) + 3) % 10}`).replace('Tern 2', 'Tern 7'),
    null,
  ],
] as const)('%s', (_, text, kind) => {
  const [, second] = first([{ text: RELEASE }, { text }])
  expect(second?.kind ?? null).toBe(kind)
  expect(second?.copyOf).toBe(kind === null ? null : '0')
})

test('a press release through five outlets has one origin, five reports have five', () => {
  const outlets = first(
    [0, 1, 2, 3, 4].map((n) => ({ title: `Outlet ${n}`, text: `${RELEASE} Read more at outlet ${n}.` })),
  )
  expect(outlets.map(({ copyOf }) => copyOf)).toEqual([null, '0', '0', '0', '0'])
  const reports = first([0, 1, 2, 3, 4].map((n) => ({ text: `Tern 2 is out. ${words(60, n)}` })))
  expect(reports.map(({ copyOf }) => copyOf)).toEqual([null, null, null, null, null])
})

test('what repeats a report in which a release stands repeats the report, and an excerpt of the release the release', () => {
  const both = { title: 'With the statement in full', text: `${REPORT} ${RELEASE}` }
  const answers = first([{ text: RELEASE }, both, { text: REPORT }, { text: RELEASE.slice(0, 180) }])
  expect(answers.map(({ copyOf }) => copyOf)).toEqual([null, '0', '1', '0'])
})

describe('keys', () => {
  test('a changed text at the same address is a revision', () => {
    const [, second] = first([
      { text: RELEASE, key: 'url:a' },
      { text: RELEASE.replace('34 billion', '35 billion'), key: 'url:a' },
    ])
    expect(second).toMatchObject({ copyOf: '0', kind: 'revision' })
  })

  test('two papers are never copies', () => {
    const [, second] = first([
      { text: RELEASE, key: 'arxiv:1' },
      { text: RELEASE, key: 'arxiv:2' },
    ])
    expect(second?.copyOf).toBeNull()
    expect(second?.similarity).toBe(1)
  })
})

test('an item that comes again is no copy of itself, nor of its own copy', () => {
  const finder = createCopyFinder()
  const doc = { id: 'a', title: '', text: RELEASE }
  finder.add(doc)
  finder.add({ ...doc, id: 'b' })
  expect(finder.add({ ...doc, text: `${RELEASE} Updated.` })).toMatchObject({ copyOf: null, kind: null })
})

test('two weeks before the week at hand a text is forgotten', () => {
  const [, late] = first([
    { text: RELEASE, seenAt: '2026-05-01T23:00:00.000Z' },
    { text: RELEASE, seenAt: '2026-05-23T01:00:00.000Z' },
  ])
  expect(late?.copyOf).toBeNull()
})

test('a finder that was restored judges like one that stayed', () =>
  fc.assert(
    fc.property(fc.array(fc.nat(5), { minLength: 2, maxLength: 20 }), fc.nat(), (dice, at) => {
      const docs = dice.map((n, index) => ({
        id: `${index}`,
        title: '',
        text: `${words(30, n)} ${words(index % 4, 99)}`,
      }))
      const living = createCopyFinder()
      const restored = createCopyFinder()
      const cut = at % docs.length
      for (const doc of docs.slice(0, cut)) restored.restore(doc, living.add(doc).copyOf)
      for (const doc of docs.slice(cut)) expect(restored.add(doc)).toEqual(living.add(doc))
    }),
    { numRuns: 30 },
  ))

test('odd texts are judged like any other', () => {
  for (const { similarity } of first([
    {},
    { text: '\uD800' },
    { text: '…' },
    { text: 'a '.repeat(1e6) },
    { text: 'a '.repeat(1e6) },
  ])) {
    expect(similarity).toBeGreaterThanOrEqual(0)
    expect(similarity).toBeLessThanOrEqual(1)
  }
})

/** So many made-up words, others for each seed. */
function words(count: number, seed = 7): string {
  return Array.from({ length: count }, (_, i) =>
    `w${((i + 1) * (seed * 31 + 17)) % 9973}`.replace(/\d/g, (d) => 'abcdefghij'[Number(d)] ?? ''),
  ).join(' ')
}
