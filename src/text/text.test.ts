import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  containment,
  cosine,
  languageOf,
  parts,
  resemblance,
  sentences,
  shingles,
  stem,
  terms,
  tokens,
} from './index.ts'

const texts = (spans: readonly { text: string }[]) => spans.map((span) => span.text)

describe('sentences', () => {
  test.each([
    ['One. Two! Three?', ['One.', 'Two!', 'Three?']],
    [
      'Smith et al. show that v2.5 beats v2.4 by 1.5 points. It is faster.',
      ['Smith et al. show that v2.5 beats v2.4 by 1.5 points.', 'It is faster.'],
    ],
    [
      'Use it, e.g. Claude, daily. See Fig. 3 for more.',
      ['Use it, e.g. Claude, daily.', 'See Fig. 3 for more.'],
    ],
    ['J. R. Smith left. He was 40.', ['J. R. Smith left.', 'He was 40.']],
    ['- first point\n- second point', ['- first point', '- second point']],
    ['A heading\n\nA paragraph that\nwraps.', ['A heading', 'A paragraph that\nwraps.']],
    ['He said “stop.” Then left.', ['He said “stop.”', 'Then left.']],
    ['1. First step\n2. Second step', ['1. First step', '2. Second step']],
    ['Made in the U.S. The rest is not.', ['Made in the U.S.', 'The rest is not.']],
  ])('of %j', (text, wanted) => expect(texts(sentences(text))).toEqual(wanted))

  test('leave nothing but white space outside, in order and without overlap', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        let at = 0
        for (const { start, end, text: held } of sentences(text)) {
          expect(text.slice(at, start).trim()).toBe('')
          expect(held).toBe(text.slice(start, end))
          at = end
        }
        expect(text.slice(at).trim()).toBe('')
      }),
    )
  })
})

test('tokens keep names whole and know their place', () => {
  const text = 'GPT-5.5 beats Qwen3.5-30B-A3B, state-of-the-art.'
  expect(texts(tokens(text))).toEqual(['GPT-5.5', 'beats', 'Qwen3.5-30B-A3B', 'state-of-the-art'])
  for (const token of tokens(text)) expect(text.slice(token.start, token.end)).toBe(token.text)
})

test('parts ignore how a name is spelt', () => expect(parts('gpt 5.5')).toEqual(parts('GPT-5.5')))

test.each([
  ['models', 'model'], ['training', 'train'], ['policies', 'policy'], ['released', 'releas'], ['gpus', 'gpu'],
  ['analysis', 'analysis'], ['bus', 'bus'], ['gpt4s', 'gpt4s'], ['processes', 'process'],
])('stem(%s) is %s', (word, wanted) => expect(stem(word)).toBe(wanted)) // biome-ignore format: a table

test('terms leave out the little words', () =>
  expect(terms("OpenAI's models are in the news")).toEqual(['openai', 'model', 'news']))

test.each([
  ['The model was trained on a large corpus of text and code.', 'en'],
  ['Das Modell wurde auf einem großen Korpus aus Text und Code trainiert.', 'de'],
  ['Le modèle a été entraîné sur un grand corpus de texte et de code.', 'fr'],
  ['模型在大量文本和代码语料库上进行了训练。', 'zh'],
  ['', 'und'],
])('languageOf(%j) is %s', (text, wanted) => expect(languageOf(text)).toBe(wanted))

test('resemblance is symmetric, within 0 and 1, and 1 for a set with itself', () => {
  const sets = fc.array(fc.nat(20)).map((values) => new Set(values))
  fc.assert(
    fc.property(sets, sets, (a, b) => {
      expect(resemblance(a, b)).toBe(resemblance(b, a))
      expect(resemblance(a, b)).toBeGreaterThanOrEqual(0)
      expect(resemblance(a, b)).toBeLessThanOrEqual(1)
      expect(resemblance(a, a)).toBe(1)
    }),
  )
})

test('a passage is contained in the text that quotes it', () => {
  const passage = 'the quick brown fox jumps over the lazy dog'
  expect(containment(shingles(passage, 3), shingles(`He wrote: ${passage}. The end.`, 3))).toBe(1)
})

test('cosine of a vector with itself is 1 and with a stranger 0', () => {
  const vector = new Map([['a', 1], ['b', 2]]) // biome-ignore format: short
  expect(cosine(vector, vector)).toBeCloseTo(1)
  expect(cosine(vector, new Map([['c', 1]]))).toBe(0)
})
