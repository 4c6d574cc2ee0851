import { expect, test } from 'vitest'
import { composeDigest } from './digest.ts'
import { inputOf, itemOf, storyOf, tellingOf } from './test-stories.ts'

const TEXT = [
  'Acme released the Roadrunner chip on Monday.',
  'The chip runs 40% faster than the last one at the same power.',
  'Roadrunner costs $900 and ships in June.',
  'Acme says that two cloud vendors have ordered it.',
  'A board holds four of them, draws 600 W and fits the racks that its customers run today.',
  'The figures have not been independently verified.',
  'I think it will sell out within a week.',
].join(' ')
const item = itemOf('m1', 'Acme releases the Roadrunner chip', TEXT, { authors: ['Ada Quill'] })
const asideOf = (said: string, kind: 'caveat' | 'opinion') => ({
  ...{ itemId: 'm1', start: TEXT.indexOf(said), kind },
})

function notesOf(wanted: { asides?: ReturnType<typeof asideOf>[]; firsts?: [] | [never] }) {
  const story = { ...storyOf('s1', [tellingOf(item)], { score: 80 }), ...wanted }
  const edition = composeDigest(inputOf([story]), () => true)
  const dives = edition.sections.find(({ kind }) => kind === 'deep-dives')?.blocks ?? []
  return new Map(
    dives.flatMap((block) =>
      block.kind === 'deep-dive'
        ? block.notes.map(({ label, sentences }) => [label, sentences.map(({ text }) => text).join(' ')])
        : [],
    ),
  )
}

test('how far a source trusts it stands under what it does not show, what it thinks of it under opinion', () => {
  const notes = notesOf({
    asides: [asideOf('The figures have', 'caveat'), asideOf('I think', 'opinion')],
  })
  expect(notes.get('What it does not show')).toContain('have not been independently verified')
  expect(notes.get('Opinion')).toBe('Ada Quill: “I think it will sell out within a week.”')
})

test('an opinion is nobody’s without its speaker, and without asides there is none', () => {
  expect(notesOf({}).get('Opinion')).toBeUndefined()
})
