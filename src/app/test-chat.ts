import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Ask, WrittenSentence } from '#ports'

/** What a test's model makes of a prompt; a number is a status, a text is sent as it stands. */
export type Mind = (
  ask: Pick<Ask, 'draft' | 'evidence'> & { prompt: string },
) => WrittenSentence[] | number | string

/** A server on loopback that speaks the OpenAI chat protocol, with a mind of the test's choice. */
export async function openChat(
  mind: Mind,
): Promise<{ url: string; asked: string[]; close(): Promise<void> }> {
  const asked: string[] = []
  const server: Server = createServer((request, response) => {
    let body = ''
    request.on('data', (part) => {
      body += part
    })
    request.on('end', () => {
      const { messages, model } = JSON.parse(body) as { model: string; messages: { content: unknown }[] }
      const prompt = textOf(messages.at(-1)?.content)
      asked.push(prompt)
      const part = (name: string) =>
        JSON.parse(new RegExp(`<${name}>\n([\\s\\S]*?)\n</${name}>`).exec(prompt)?.[1] ?? '[]')
      const said = mind({ draft: part('draft'), evidence: part('evidence'), prompt })
      if (typeof said === 'number') return void response.writeHead(said).end('{"error":{"message":"busy"}}')
      const content = typeof said === 'string' ? said : JSON.stringify({ sentences: said })
      const answer = {
        ...{ id: 'c1', object: 'chat.completion', created: 1, model },
        choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
        usage: { prompt_tokens: 900, completion_tokens: 100, total_tokens: 1000 },
      }
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', () => ready()))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/v1`,
    asked,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}

const textOf = (content: unknown): string =>
  Array.isArray(content)
    ? content.map((part: { text?: string }) => part.text ?? '').join('')
    : String(content)
