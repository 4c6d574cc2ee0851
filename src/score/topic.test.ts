import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseTopic } from './topic.ts'

const named = (phrase: string) => parseTopic(phrase).alternatives.map((one) => one.phrase)

test.each([
  ['KV cache', ['KV cache']],
  ['compression / quantization / pruning', ['compression', 'quantization', 'pruning']],
  ['General LLM papers', ['LLM']],
  ['Vision / audio / video models', ['Vision models', 'audio models', 'video models']],
  ['AI routing (LLM routing, agent routing)', ['AI routing', 'LLM routing', 'agent routing']],
  ['image and video generation', ['image generation', 'video generation']],
  ['revenue and unit economics of AI companies', ['revenue', 'unit economics']],
  ['protein structure and design', ['protein structure', 'protein design', 'design']],
  ['safety and alignment', ['safety', 'alignment']],
  ['anything about the weather', ['weather']],
  ['new architectures (SSM, MoE', ['architectures', 'SSM', 'MoE']],
  ['', []],
  ['((((', []],
])('the topic "%s" is read as %j', (phrase, wanted) => expect(named(phrase)).toEqual(wanted))

test('an exception stands apart from what is wanted', () => {
  const topic = parseTopic('game benchmarks unrelated to efficiency')
  expect(topic.alternatives.map((one) => one.phrase)).toEqual(['game benchmarks'])
  expect(topic.unless.map((one) => one.phrase)).toEqual(['efficiency'])
})

test('a reader who says general or papers is heard', () => {
  expect(parseTopic('general LLM papers')).toMatchObject({ broad: true, papers: true })
  expect(parseTopic('KV cache')).toMatchObject({ broad: false, papers: false })
})

test('any text gives a bounded number of distinct alternatives', () =>
  fc.assert(
    fc.property(fc.string({ maxLength: 3000 }), (phrase) => {
      const { alternatives } = parseTopic(phrase)
      expect(alternatives.length).toBeLessThanOrEqual(40)
      expect(new Set(alternatives.map((one) => one.stems.join(' '))).size).toBe(alternatives.length)
    }),
  ))

test('what stands in brackets is a part of what stands before them', () =>
  expect(parseTopic('AI hardware (GPUs, memory)').alternatives.map(({ isPart }) => isPart)).toEqual([
    false,
    true,
    true,
  ]))
