import { expect, test } from 'vitest'
import { confusable, namesOf } from './names.ts'

test.each([
  ['ClawBench beats GPT-5.5 and o3 in May', ['clawbench', 'gpt-5.5', 'o3']],
  ['A plain title in plain words', []],
  ['NASA and OpenAI at 10 am', ['openai']],
  ["OpenAI’s plan for DeepMind's engineers", ['openai', 'deepmind']],
])('the made names of "%s"', (title, names) => expect(namesOf(title)).toEqual(names))

test.each([
  ['clawbench', 'clawmark', true],
  ['gpt-5.4', 'gpt-5.5', true],
  ['qwen3', 'qwen3.5', true],
  ['gpt-5.5', 'gpt-5.5', false],
  ['openai', 'xai', false],
  ['langchain', 'langchain_js', false],
  ['gpt-5', 'o3', false],
])('%s and %s are confusable: %s', (one, other, yes) => {
  expect(confusable(one, other)).toBe(yes)
  expect(confusable(other, one)).toBe(yes)
})
