import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonical } from './canonical.ts'

describe('the key says what a thing is, however it was linked', () => {
  test.each([
    ['https://www.arxiv.org/pdf/2605.12483v2.pdf', 'arxiv:2605.12483'],
    ['arXiv: 2605.12483v3', 'arxiv:2605.12483'],
    ['https://huggingface.co/papers/2605.12483', 'arxiv:2605.12483'],
    ['https://doi.org/10.48550/arXiv.2605.12483', 'arxiv:2605.12483'],
    ['https://arxiv.org/abs/cs.LG/0112017', 'arxiv:cs/0112017'],
    ['https://dl.acm.org/doi/pdf/10.1145/3292500.3330701', 'doi:10.1145/3292500.3330701'],
    ['https://fxtwitter.com/OpenAI/status/2029620619743219811?s=20', 'x:2029620619743219811'],
    ['https://github.com/vllm-project/vLLM/blob/main/README.md', 'url:github.com/vllm-project/vLLM/blob/main/README.md'],
    ['https://github.com/vllm-project/vLLM.git', 'github:vllm-project/vllm'],
    ['https://openreview.net/pdf?id=AbC123xyz', 'openreview:AbC123xyz'],
    ['https://aclanthology.org/2025.acl-long.12.pdf', 'acl:2025.acl-long.12'],
    ['https://m.youtube.com/watch?v=6T5nRuG1Y5U&t=91s', 'youtube:6T5nRuG1Y5U'],
    ['https://old.reddit.com/r/LocalLLaMA/comments/1tb71sd/token/', 'reddit:1tb71sd'],
    ['https://news.ycombinator.com/item?id=44120871', 'hn:44120871'],
    ['http://www.lab.example/a/?utm_source=rss#part', 'url:lab.example/a'],
    ['https://lab.example/a?b=2&a=1', 'url:lab.example/a?a=1&b=2'],
  ])('%s', (url, key) => expect(canonical(url).key).toBe(key)) // biome-ignore format: a table
})

describe('neighbours are not taken for the thing', () => {
  test.each([
    ['https://arxiv.org/list/cs.LG/recent', /^url:/],
    ['https://x.com/OpenAI', /^url:/],
    ['https://github.com/topics/llm', /^url:/],
    ['https://github.com/vllm-project/vllm/issues/7', /^url:.*issues\/7$/],
    ['https://huggingface.co/docs/transformers', /^url:/],
    ['https://huggingface.co/blog/kernels', /^url:/],
    ['https://www.youtube.com/@twowatts', /^url:/],
    ['https://www.reddit.com/r/CUDA/comments/1tavq81/title/abc123/', /^url:/],
    ['https://lab.example/2605.12483', /^url:/],
  ])('%s', (url, key) => expect(canonical(url).key).toMatch(key))
})

describe('the address is what a reader may click', () => {
  test.each([
    ['https://lab.example/a?id=1&fbclid=x#part', 'https://lab.example/a?id=1#part'],
    ['http://arxiv.org/pdf/2605.12483v2', 'https://arxiv.org/abs/2605.12483'],
    ['https://huggingface.co/papers/2605.12483?utm_source=x', 'https://huggingface.co/papers/2605.12483'],
    ['https://l.facebook.com/l.php?u=https%3A%2F%2Flab.example%2Fa&h=AT0', 'https://lab.example/a'],
    ['https://substack.com/redirect/2/eyJlIjoiaHR0cHM6Ly9sYWIuZXhhbXBsZS9hIn0.sig', 'https://lab.example/a'],
    ['https://user:secret@lab.example/a', 'https://lab.example/a'],
    ['lab.com/a', 'https://lab.com/a'],
    ['mailto:a@lab.example', 'mailto:a@lab.example'],
    ['not an address', ''],
    ['https://a|b/', ''],
    ['', ''],
  ])('%s', (given, url) => expect(canonical(given).url).toBe(url)) // biome-ignore format: a table

  test('is resolved against where it was found, and loses a ref that names the sender', () => {
    expect(canonical('/b?ref=feed.example', 'https://lab.example/a', 'https://feed.example/rss').url).toBe('https://lab.example/b')
    expect(canonical('https://lab.example/b?ref=other.example').url).toBe('https://lab.example/b?ref=other.example')
  }) // biome-ignore format: a table
})

const host = fc.constantFrom(
  'lab.example',
  'arxiv.org',
  'x.com',
  'github.com',
  'www.google.com',
  'hf.co',
  'youtu.be',
)
const part = fc.constantFrom(
  'abs',
  '2605.12483v1',
  'status',
  '12',
  'url',
  'a b',
  '%2f',
  'é',
  'index.html',
  '..',
  'u/v',
)
const query = fc.constantFrom(
  '',
  '?q=https://lab.example/x',
  '?utm_source=a&b=c',
  '?v=6T5nRuG1Y5U',
  '?a=%zz',
  '?url=//x',
)
const address = fc
  .tuple(fc.constantFrom('http://', 'https://', '//', ''), host, fc.array(part, { maxLength: 4 }), query)
  .map(([scheme, name, parts, search]) => `${scheme}${name}/${parts.join('/')}${search}`)

test('it settles: the address of an address is itself, with the same key', () => {
  fc.assert(
    fc.property(address, (given) => {
      const once = canonical(given)
      if (once.url === '') return
      expect(canonical(once.url)).toEqual(once)
    }),
  )
})

test('it never throws', () => {
  fc.assert(fc.property(fc.string(), fc.option(fc.webUrl()), (given, base) => void canonical(given, base)))
})
