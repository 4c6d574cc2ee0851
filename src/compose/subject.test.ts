import { expect, test } from 'vitest'
import { openBook } from './book.ts'
import { claimRows } from './claim-rows.ts'
import { composeDigest } from './digest.ts'
import { isTalk } from './remarks.ts'
import { taleOf } from './tale.ts'
import { claimOf, inputOf, itemOf, mentionOf, sourceOf, storyOf, tellingOf } from './test-stories.ts'

const memory = itemOf(
  'm1',
  'Notes That Rot: Agents and Their Memory',
  'Agents keep notes of what they did and read them later. Notes That Rot shows that rewriting a memory loses what it held. The rewritten notes fail 54% of the tasks that were solved before.',
  { kind: 'paper', ids: { arxiv: '2605.00011' } },
)
const benchmark = itemOf(
  'm2',
  'LongShelf-V2: Evaluating Memory of Agents',
  'LongShelf-V2 asks whether a memory makes an agent an experienced colleague. An agent that searches plain files reaches 72.5% on LongShelf-V2, against 48.5% for retrieval.',
  { kind: 'paper', ids: { arxiv: '2605.00012' } },
)
const letter = itemOf(
  'm3',
  'Two papers on the memory of agents',
  'An agent that searches plain files gets 72.5% on LongShelf-V2, which is far above retrieval. Both papers are about agents and what they keep.',
)
const papers = sourceOf('Paper List', 'papers')
const stories = [
  storyOf(
    's-m1',
    [
      tellingOf(memory, { source: papers, mentions: [mentionOf('agent memory', 3, 'method')] }),
      tellingOf(letter),
    ],
    { score: 80 },
  ),
  storyOf(
    's-m2',
    [tellingOf(benchmark, { source: papers, mentions: [mentionOf('agent memory', 3, 'method')] })],
    { score: 70 },
  ),
]
const edition = composeDigest(inputOf(stories), () => true)
const textsOf = (kind: string, storyId: string) =>
  edition.sections
    .filter((section) => section.kind === kind)
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) =>
      block.kind === 'bullet' && block.storyId === storyId ? block.sentences.map(({ text }) => text) : [],
    )

test('a story is told by its own figure, not by that of a paper which stood beside it in a letter', () => {
  expect(textsOf('tldr', 's-m1').join(' ')).toContain('54%')
  expect(textsOf('tldr', 's-m1').join(' ')).not.toContain('LongShelf')
})

test('a letter that tells two stories together is named where they meet', () => {
  const picture = edition.sections.find(({ kind }) => kind === 'big-picture')
  expect(JSON.stringify(picture)).toContain('reads “Notes That Rot” and “LongShelf-V2” together')
})

test('what nobody holds is not printed', () => {
  const bare = composeDigest(inputOf(stories), () => false)
  const chosen = bare.sections.flatMap(
    ({ blocks }) => JSON.stringify(blocks).match(/"origin":"chosen"/g) ?? [],
  )
  expect(chosen).toEqual([])
})

test('a measure that a colon sets apart, and one that two sources name by turns, make one row each', () => {
  const text = 'LongShelf: from 48.5% to 72.5% after the rewrite of all its notes.'
  const item = itemOf('m4', 'SlowNotes: Rewriting Less', text, {
    kind: 'paper',
    ids: { arxiv: '2605.00013' },
  })
  const time = { number: 2.5, unit: 'x', kind: 'improvement', condition: 'on the large model' } as const
  const row = claimOf(text, 'from 48.5% to 72.5%', {
    ...{ subject: 'LongShelf', kind: 'improvement', baseline: '48.5%', number: 72.5 },
  })
  const story = storyOf('s-m4', [
    tellingOf(item, {
      source: papers,
      mentions: [mentionOf('LongShelf', 3, 'benchmark')],
      claims: [
        row,
        claimOf('It cuts training time by 2.5x.', '2.5x', { ...time, metric: 'training time' }),
        claimOf('It cuts time by 2.5x.', '2.5x', { ...time, metric: 'time' }),
      ],
    }),
  ])
  const tale = taleOf(story, inputOf([]).window)
  const rows =
    tale === null
      ? []
      : claimRows(
          tale,
          openBook(new Map(), () => true),
        )
  expect(rows.map(({ metric }) => metric)).toEqual(['LongShelf', 'training time'])
})

test.each([
  ['Several users said the cache got slower', true],
  ['Is it just me or is the cache slower?', true],
  ['Northwind opens a data centre in Turku', false],
  ['Do agents need notes?', false],
])('talk of a thing, not the thing: %s', (title, talk) => expect(isTalk(title)).toBe(talk))
