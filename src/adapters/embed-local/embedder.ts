import { existsSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { Embedder } from '#ports'

/** What we use of transformers.js, which a reader installs who wants it: its native runtime is no part of the house. */
type Library = {
  readonly env: { allowRemoteModels: boolean; localModelPath: string; useFSCache: boolean }
  pipeline(task: string, model: string, options: { dtype: string }): Promise<Extractor>
}
type Extractor = (
  texts: readonly string[],
  options: { pooling: 'mean'; normalize: boolean },
) => Promise<{ readonly dims: readonly number[]; readonly data: Float32Array }>

const LIBRARY: string = '@huggingface/transformers'
const BATCH = 32
const LONGEST_TEXT = 8_000
/** The weights that are looked for in a model's folder, in this order, and what kind of number they hold. */
const WEIGHTS = [
  ['onnx/model.onnx', 'fp32'],
  ['onnx/model_quantized.onnx', 'q8'],
] as const

/**
 * A sentence-embedding model from a folder of this machine (ONNX, as sentence-transformers and the Hugging Face hub lay
 * it out), run by transformers.js. It is loaded when it is first asked; nothing is ever downloaded.
 */
export function createLocalEmbedder(folder: string): Embedder {
  const place = resolve(folder)
  let loaded: Promise<Extractor> | null = null

  return {
    model: basename(place),
    async embed(texts) {
      if (texts.length === 0) return []
      loaded ??= load(place)
      const extract = await loaded
      const vectors: Float32Array[] = []
      for (let at = 0; at < texts.length; at += BATCH) {
        const given = texts.slice(at, at + BATCH).map((text) => text.slice(0, LONGEST_TEXT))
        const numbers = await extract(given, { pooling: 'mean', normalize: true }).catch((cause) =>
          refuse(`the model in ${place} failed`, cause),
        )
        vectors.push(...rows(numbers, given.length))
      }
      return vectors
    },
  }
}

async function load(folder: string): Promise<Extractor> {
  const weights = WEIGHTS.find(([file]) => existsSync(join(folder, file)))
  if (!weights || !existsSync(join(folder, 'tokenizer.json')))
    throw new Error(
      `embeddings: ${folder} holds no model; it needs config.json, tokenizer.json and ${WEIGHTS.map(([file]) => file).join(' or ')}`,
    )
  const { env, pipeline } = await library()
  env.allowRemoteModels = false
  env.useFSCache = false
  env.localModelPath = dirname(folder)
  return pipeline('feature-extraction', basename(folder), { dtype: weights[1] }).catch((cause) =>
    refuse(`the model in ${folder} cannot be loaded`, cause),
  )
}

function refuse(what: string, cause: unknown): never {
  throw new Error(`embeddings: ${what}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
}

async function library(): Promise<Library> {
  try {
    return (await import(LIBRARY)) as Library
  } catch (cause) {
    throw new Error(
      `embeddings: a model from a folder needs transformers.js; install it beside Bellwether with "npm install --no-save ${LIBRARY}", or name a server with embedder.url`,
      { cause },
    )
  }
}

function rows(
  { dims, data }: { dims: readonly number[]; data: Float32Array },
  count: number,
): Float32Array[] {
  const size = dims[1]
  if (dims[0] !== count || size === undefined || data.length !== count * size || data.some(Number.isNaN))
    throw new Error(`embeddings: the model gave ${dims.join(' x ')} numbers for ${count} texts`)
  return Array.from({ length: count }, (_, row) => data.slice(row * size, (row + 1) * size))
}
