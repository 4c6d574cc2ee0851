import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { createOpenAiEmbedder } from './embedder.ts'

let server: Server | null = null
afterEach(() => server?.close())

type Asked = { readonly model: string; readonly input: string[] }

/** A server that speaks the protocol; `answer` says what it says. Returns its base address and what it was asked. */
async function serve(answer: (asked: Asked) => { status?: number; body: unknown; after?: number }) {
  const asked: (Asked & { key: string | undefined })[] = []
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const question = JSON.parse(Buffer.concat(chunks).toString()) as Asked
    asked.push({ ...question, key: request.headers.authorization })
    const { status = 200, body, after = 0 } = answer(question)
    setTimeout(() => {
      response.writeHead(request.url === '/v1/embeddings' ? status : 404, {
        'content-type': 'application/json',
      })
      response.end(typeof body === 'string' ? body : JSON.stringify(body))
    }, after)
  })
  await new Promise<void>((ready) => server?.listen(0, '127.0.0.1', ready))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, asked }
}

const vectors = ({ input }: Asked) => ({
  body: { data: input.map((text, index) => ({ index, embedding: [text.length, 0, 0] })).reverse() },
})

test('gives a vector of length one for each text, in order, however the server orders them', async () => {
  const { url, asked } = await serve(({ input }) => ({
    body: {
      data: input.map((text, index) => ({ index, embedding: text === 'a' ? [3, 4] : [0, 2] })).reverse(),
    },
  }))
  const embedder = createOpenAiEmbedder({ url: `${url}/`, model: 'm', key: 'secret' })
  const found = await embedder.embed(['a', 'b'])
  expect(found.map((vector) => [...vector].map((number) => Number(number.toFixed(2))))).toEqual([
    [0.6, 0.8],
    [0, 1],
  ])
  expect(asked).toMatchObject([{ model: 'm', input: ['a', 'b'], key: 'Bearer secret' }])
})

test('asks in batches, and for nothing asks nothing', async () => {
  const { url, asked } = await serve(vectors)
  const embedder = createOpenAiEmbedder({ url, model: 'm', key: null })
  expect(await embedder.embed(Array.from({ length: 150 }, (_, n) => `text ${n}`))).toHaveLength(150)
  expect(asked.map(({ input }) => input.length)).toEqual([64, 64, 22])
  expect(await embedder.embed([])).toEqual([])
  expect(asked).toHaveLength(3)
})

test.each([
  ['an error', { status: 500, body: {} }, /answered 500/],
  ['no JSON', { body: '<html>' }, /failed/],
  ['something else', { body: { choices: [] } }, /holds no embeddings/],
  ['too few vectors', { body: { data: [{ index: 0, embedding: [1] }] } }, /lacks text 2 of 2/],
  [
    'a vector without length',
    { body: { data: [0, 1].map((index) => ({ index, embedding: [0, 0] })) } },
    /no length/,
  ],
  ['nothing for too long', { body: {}, after: 2000 }, /timeout/i],
])('says what went wrong when the server answers %s', async (_, answer, why) => {
  const { url } = await serve(() => answer)
  const embedder = createOpenAiEmbedder({ url, model: 'm', key: null, timeoutMs: 500 })
  await expect(embedder.embed(['a', 'b'])).rejects.toThrow(why)
})

test('says so when nobody is there', async () =>
  await expect(
    createOpenAiEmbedder({ url: 'http://127.0.0.1:9/v1', model: 'm', key: null }).embed(['a']),
  ).rejects.toThrow(/is the server up/))
