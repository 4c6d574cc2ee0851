import { describe, expect, test } from 'vitest'
import { type AnswerPassage, answerGaps, answerSentences, termsAsked } from './answer.ts'

const passage = (itemId: string, text: string, part: Partial<AnswerPassage> = {}): AnswerPassage => ({
  ...{
    itemId,
    title: '',
    url: null,
    sourceName: itemId,
    family: `${itemId}.example`,
    at: '2026-05-13',
    text,
  },
  ...part,
})
const options = { most: 5, rarity: new Map([['eviction', 4]]) }
const asked = termsAsked('What do we know about KV-cache eviction?')

test('a question is its terms, without the words that ask', () =>
  expect(asked).toEqual(['kv', 'cache', 'eviction']))

describe('an answer', () => {
  test('is sentences that speak to the question, in order of time', () => {
    const found = answerSentences(
      asked,
      [
        passage(
          'a',
          'KV-cache eviction now beats the full cache at 32K tokens. The weather was fine all day long.',
        ),
        passage('b', 'A survey counts nine ways of KV cache eviction in use.', { at: '2026-04' }),
        passage('c', 'Robots fold laundry in a house by the sea, every day.'),
      ],
      options,
    )
    expect(found.map(({ itemId, text }) => [itemId, text])).toEqual([
      ['b', 'A survey counts nine ways of KV cache eviction in use.'],
      ['a', 'KV-cache eviction now beats the full cache at 32K tokens.'],
    ])
  })

  test('names whom the question names, and the newest first in line where that is asked for', () => {
    const rounds = [
      passage('a', 'Norlab raised a funding round of $30 billion in spring.', { at: '2026-02-12' }),
      passage('b', 'Kestrel raised a funding round of $20 billion in winter.', { at: '2026-01-06' }),
      passage('c', 'Norlab closed a funding round of $65 billion this week.', { at: '2026-05-28' }),
    ]
    const found = (part: object) =>
      answerSentences(termsAsked('Norlab funding round'), rounds, { ...options, ...part }).map(
        ({ itemId }) => itemId,
      )
    expect(found({ names: [['norlab']] })).toEqual(['a', 'c'])
    expect(found({ most: 1, newest: true, names: [['norlab']] })).toEqual(['c'])
  })

  test('says nothing twice', () => {
    const text = 'KV-cache eviction beats the full cache at 32K tokens.'
    expect(answerSentences(asked, [passage('a', text), passage('b', text)], options)).toHaveLength(1)
  })

  test('is empty where passages hold only the common words of the question', () =>
    expect(
      answerSentences(asked, [passage('a', 'The KV cache grows with the context, as ever.')], options),
    ).toEqual([]))

  test('says what it does not cover', () => {
    const passages = [
      passage('a', 'KV-cache eviction beats the full cache at 32K tokens.', { at: '2026-03-01' }),
    ]
    const found = answerSentences(asked, passages, options)
    const bounds = { passages, asOf: '2026-05-14T00:00:00.000Z', since: '2026-01-01' }
    expect(answerGaps([...asked, 'triton'], found, bounds)).toEqual([
      'No sentence found speaks of "triton".',
      'All of it comes from one publisher; nobody else we read confirms it.',
      'Nothing on it was seen after 2026-03-01.',
      'Nothing on it was seen from 2026-01-01 to 2026-03-01.',
    ])
  })
})
