import * as z from 'zod'
import type { Embedder } from '#ports'

export type EmbeddingOptions = {
  /** The base address, up to and with `/v1`. */
  readonly url: string
  readonly model: string
  readonly key: string | null
  readonly timeoutMs?: number
}

const BATCH = 64
const LONGEST_TEXT = 8_000
const MOST_BYTES = 50_000_000

const answerShape = z.object({
  data: z.array(z.object({ index: z.number().int(), embedding: z.array(z.number()).min(1).max(16_384) })),
})

/** Any server that speaks OpenAI's `POST /v1/embeddings`: OpenAI, Ollama, llama.cpp, vLLM, LM Studio … */
export function createOpenAiEmbedder({ url, model, key, timeoutMs = 20_000 }: EmbeddingOptions): Embedder {
  const address = `${url.replace(/\/+$/, '')}/embeddings`
  const headers = { 'content-type': 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) }

  async function ask(input: readonly string[]): Promise<Float32Array[]> {
    const body = JSON.stringify({ model, input, encoding_format: 'float' })
    const signal = AbortSignal.timeout(timeoutMs)
    const response = await fetch(address, { method: 'POST', headers, body, signal, redirect: 'error' })
    if (!response.ok) throw new Error(`it answered ${response.status}`)
    const read = answerShape.safeParse(JSON.parse(await bounded(response)))
    if (!read.success) throw new Error('its answer holds no embeddings')
    const vectors = new Map(read.data.data.map(({ index, embedding }) => [index, unit(embedding)]))
    return input.map(
      (_, at) => vectors.get(at) ?? refuse(`its answer lacks text ${at + 1} of ${input.length}`),
    )
  }

  return {
    model,
    async embed(texts) {
      const vectors: Float32Array[] = []
      try {
        for (let at = 0; at < texts.length; at += BATCH)
          vectors.push(...(await ask(texts.slice(at, at + BATCH).map((text) => text.slice(0, LONGEST_TEXT)))))
      } catch (cause) {
        const why = cause instanceof Error ? cause.message : String(cause)
        throw new Error(
          `embeddings: ${address} failed: ${why}; is the server up and the model "${model}" there?`,
          { cause },
        )
      }
      return vectors
    },
  }
}

/** The body as text; throws as soon as it is larger than it may be. */
async function bounded(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let sizeBytes = 0
  for await (const chunk of response.body ?? []) {
    sizeBytes += chunk.length
    if (sizeBytes > MOST_BYTES) throw new Error(`its answer is larger than ${MOST_BYTES / 1e6} MB`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function unit(numbers: readonly number[]): Float32Array {
  const length = Math.hypot(...numbers)
  if (!Number.isFinite(length) || length === 0) return refuse('a vector of its answer has no length')
  return Float32Array.from(numbers, (number) => number / length)
}

function refuse(why: string): never {
  throw new Error(why)
}
