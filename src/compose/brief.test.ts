import { describe, expect, test } from 'vitest'
import type { Block, Edition, SectionKind } from '#domain'
import { ground } from '#ground'
import type { Holds } from './book.ts'
import { BRIEF_SIZES, composeBrief } from './brief.ts'
import { evidenceText } from './evidence-text.ts'
import { toHtml } from './html.ts'
import { toMarkdown } from './markdown.ts'
import { itemOf, mentionOf, storyOf, tellingOf } from './test-stories.ts'
import { someStories, weekOf } from './test-weeks.ts'
import { sentencesOf } from './withdraw.ts'

const holds: Holds = (text, witnesses, tallies = []) =>
  ground(text, [
    ...witnesses.map((witness) => ({ id: witness.item.id, text: evidenceText(witness) })),
    ...tallies.map(({ value, what }) => ({ id: what, text: `${value} ${what}` })),
  ]).every(({ supported }) => supported)

const brief = composeBrief(weekOf(someStories(6, 8)), holds)

describe('the order of a brief', () => {
  test('is lede, more, listen, takeaways, story, also, lab, reading, changes, verdict', () =>
    expect(brief.sections.map(({ kind }) => kind)).toEqual([
      ...['more', 'watch-listen', 'takeaways', 'big-story', 'also', 'lab', 'worth-reading', 'changed'],
      ...['settled', 'corrections', 'verdict'],
    ]))
  test('closes with its sources and carries number and week', () => {
    expect(brief).toMatchObject({ id: 'brief-2026-W20', issue: 3, date: '2026-05-18' })
    expect(brief.title).toBe('Bellwether Weekly | No. 3, week 20: 11 to 17 May 2026')
    expect(toMarkdown(brief)).toContain('## Sources\n\n1. ')
  })
})

test.each([
  ['takeaways', BRIEF_SIZES.takeaways],
  ['big-story', BRIEF_SIZES.bigStory],
  ['also', BRIEF_SIZES.also],
  ['lab', BRIEF_SIZES.lab],
] as const)('%s has as many entries as its contract says', (kind, [least, most]) => {
  expect(blocks(brief, kind).length).toBeGreaterThanOrEqual(least)
  expect(blocks(brief, kind).length).toBeLessThanOrEqual(most)
})

test('the lede is one counted thesis and two or three stories that carry it', () => {
  const [thesis, ...supports] = brief.lede
  expect(thesis?.text).toMatch(/^The week’s line is .+: \d+ of 14 stories are about it/)
  expect(supports.length).toBeGreaterThanOrEqual(2)
  expect(supports.every(({ origin }) => origin === 'chosen')).toBe(true)
})

test('every takeaway, story and paper ends in what it means for the reader', () => {
  for (const kind of ['takeaways', 'big-story', 'also', 'lab'] as const)
    for (const block of blocks(brief, kind)) expect(block).toHaveProperty('means.sentence.text')
})

test('its evidence holds every sentence as it is written: nothing is left to be withdrawn', () => {
  const refused = composeBrief(weekOf(someStories(6, 8)), (text) => !text.includes('128K'))
  expect(sentencesOf(brief).some(({ text }) => text.includes('128K'))).toBe(true)
  expect(sentencesOf(refused).some(({ text }) => text.includes('128K'))).toBe(false)
})

test('the same week gives the same brief', () =>
  expect(JSON.stringify(composeBrief(weekOf(someStories(6, 8)), holds))).toBe(JSON.stringify(brief)))

test('a quiet week says so in each section and fills none', () => {
  const quiet = composeBrief(weekOf([]), holds)
  for (const { kind, blocks: some, empty } of quiet.sections)
    if (kind !== 'more' && kind !== 'changed') expect([some.length, empty]).not.toEqual([0, null])
  expect(toMarkdown(quiet)).not.toContain('undefined')
})

test('what rose and fell since last week is counted in stories', () => {
  const before = Array.from({ length: 6 }, (_, index) =>
    storyOf(`old-${index}`, [
      tellingOf(itemOf(`old-${index}`, 'Harbour robots sort cargo', 'Harbour robots sort cargo at night.'), {
        mentions: [mentionOf('harbour robots', 3, 'topic')],
      }),
    ]),
  ).map(({ dossier }) => dossier)
  const changed = composeBrief(weekOf(someStories(6, 2), { before }), holds)
  const text = sentencesOf(changed).map((sentence) => sentence.text)
  expect(text).toContain('More than last week: cache eviction (0 to 6).')
  expect(text).toContain('Less than last week: harbour robots (6 to 0).')
})

test('corrections since last week are printed with what was wrong and what is right', () => {
  const correction = {
    ...{ id: 'a1', editionId: 'digest-2026-05-12', at: '2026-05-13T08:00:00.000Z' },
    ...{ was: 'It draws 90 MW.', now: 'It draws 100 MW.' },
  }
  const page = toMarkdown(composeBrief(weekOf(someStories(3, 3), { corrections: [correction] }), holds))
  expect(page).toContain('digest-2026-05-12, corrected 2026-05-13')
  expect(page).toContain('printed “It draws 90 MW.”; it should read “It draws 100 MW.”')
})

test('text of sources is never markup', () => {
  const item = itemOf(
    'x',
    '<script>alert(1)</script> takes over',
    'Harbour robots <b>sort</b> 90 crates an hour.',
  )
  const page = toHtml(composeBrief(weekOf([storyOf('x', [tellingOf(item)]), ...someStories(3, 3)]), holds))
  expect(page).not.toContain('<script>')
})

const blocks = (edition: Edition, kind: SectionKind): readonly Block[] =>
  edition.sections.find((section) => section.kind === kind)?.blocks ?? []
