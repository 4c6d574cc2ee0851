import { expect, test } from 'vitest'
import { openBook } from './book.ts'
import { implicationOf } from './implication.ts'
import { rememberedOf } from './memory.ts'
import { type Tale, taleOf } from './tale.ts'
import { inputOf, itemOf, mentionOf, storyOf, tellingOf } from './test-stories.ts'

const { window } = inputOf([])
const pen = { book: openBook(new Map(), () => true), holds: () => true }

function told(title: string, text: string): Tale {
  const telling = tellingOf(itemOf('a', title, text), { mentions: [mentionOf('Rindle', 3, 'company')] })
  const tale = taleOf(storyOf('s-a', [telling]), window)
  if (tale === null) throw new Error('a tale was expected')
  return tale
}

test.each([
  [
    'what its title says',
    'Rindle halves the price of cached input',
    'Cached input now costs half as much.',
    true,
  ],
  [
    'what it opens with',
    'News from Rindle',
    'Rindle raises its prices by a tenth in June. Nothing else changes.',
    true,
  ],
  [
    'a word in passing',
    'Rindle passes Tarn among firms that pay for models',
    'Rindle leads Tarn for the first time. The index counts firms that pay. Price changes may end the lead.',
    false,
  ],
])('advice on prices follows from %s', (_, title, text, wanted) => {
  const said = implicationOf(told(title, text), pen, new Map(), [])?.sentence.text ?? ''
  expect(said.includes('token counts')).toBe(wanted)
})

test('a story goes on from what was told before today, not from what is told beside it', () => {
  const tale = told('Rindle ships a router', 'Rindle ships a router for small fleets today.')
  const before = (storyId: string) => ({
    ...{
      storyId,
      title: `Rindle, ${storyId}`,
      seenAt: '2026-05-12T10:00:00.000Z',
      sharedEntities: ['Rindle'],
    },
    telling: tellingOf(itemOf(storyId, `Rindle, ${storyId}`, 'Rindle spoke of a router.')),
  })
  const today = { ...tale, id: 's-b' }
  const goesOn = { ...tale, previous: [before('s-b'), before('s-c')] }
  expect(rememberedOf(goesOn, { tales: [goesOn, today] }).map(({ story }) => story.storyId)).toEqual(['s-c'])
})
