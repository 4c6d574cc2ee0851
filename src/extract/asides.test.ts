import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asides } from './asides.ts'

test.each([
  ['The lab released a model with a million tokens of context.', null],
  ['It costs five dollars per million tokens.', null],
  ['I think this is the most important release of the month.', 'opinion'],
  ['My take is that speed wins.', 'opinion'],
  ['To me, the pricing is the story.', 'opinion'],
  ["And it's kind of wild how fast this went.", 'opinion'],
  ["So I don't know how reliable that number is.", 'caveat'],
  ['These are the company’s own benchmarks.', 'caveat'],
  ['The result has not been replicated.', 'caveat'],
  ['I think you should take it with a grain of salt.', 'caveat'],
  ['The startup reportedly raised two billion.', 'caveat'],
  ['We do not know the price of the house.', null],
  ['They think tokens are cheap.', null],
])('%j is told as %j', (said, kind) =>
  expect(asides(said).map((aside) => aside.kind)).toEqual(kind ? [kind] : []),
)

test('each aside is a sentence of the text, in order', () => {
  const text = 'A model came out. I think it is fast. It has not been verified. It is open.'
  expect(asides(text).map(({ start, end, kind }) => [kind, text.slice(start, end)])).toEqual([
    ['opinion', 'I think it is fast.'],
    ['caveat', 'It has not been verified.'],
  ])
})

test('any text gives spans inside it', () =>
  fc.assert(
    fc.property(fc.string({ maxLength: 500 }), (text) => {
      for (const { start, end } of asides(text))
        expect(0 <= start && start < end && end <= text.length).toBe(true)
    }),
  ))

test('a text made to be slow is read in time', () => {
  const before = process.cpuUsage()
  asides(`${'I really think we do not really know '.repeat(20_000)}.`)
  asides('their own '.repeat(50_000))
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(5_000)
})
