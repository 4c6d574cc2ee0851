import fc from 'fast-check'
import { expect, test } from 'vitest'
import { excerpt } from './excerpt.ts'

const filler = 'Nothing of note was said in this part of the text. '.repeat(20)

test('the stretch with most of the words is shown, cut between words', () => {
  const text = `${filler}A model appeared. ${filler}The model beat all baselines on reasoning. ${filler}`
  const { excerpt: shown, marks } = excerpt('', text, ['model', 'baselines', 'reasoning'])
  expect(marks.map(({ start, end }) => shown.slice(start, end))).toEqual(['model', 'baselines', 'reasoning'])
  expect(shown).toMatch(/^….*The model beat all baselines on reasoning\..*…$/)
  expect(shown).not.toMatch(/\b(?:Noth|ing|tex)…$/)
})

test.each([
  ['Title', 'A short text.', ['nothing'], 'A short text.'],
  ['Only a title', ' \n ', ['title'], 'Only a title'],
  ['', '', [], ''],
  ['', 'line\n\none  two', ['two'], 'line one two'],
])('of %j and %j, for %j, %j is shown', (title, text, words, wanted) =>
  expect(excerpt(title, text, words).excerpt).toBe(wanted),
)

test('what is shown is short, and stands in the text', () =>
  fc.assert(
    fc.property(fc.lorem({ maxCount: 200 }), fc.array(fc.lorem({ maxCount: 1 })), (text, words) => {
      const { excerpt: shown } = excerpt('', text, words)
      expect(shown.length).toBeLessThanOrEqual(242)
      expect(text).toContain(shown.replaceAll('…', ''))
    }),
  ))
