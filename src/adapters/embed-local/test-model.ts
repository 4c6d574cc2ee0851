import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const FLOAT = 1
const INT64 = 7
/** One row for each word of the vocabulary: what the network looks up and gives back. */
const VECTORS = {
  '[PAD]': [0, 0],
  '[UNK]': [0.1, 0.1],
  '[CLS]': [0, 0],
  '[SEP]': [0, 0],
  cache: [1, 0],
  routing: [0, 1],
}

/** Writes the smallest model that transformers.js can run: a network of one node that looks words up in a table. */
export function writeModel(folder: string): void {
  const vocab = Object.fromEntries(Object.keys(VECTORS).map((word, id) => [word, id]))
  mkdirSync(join(folder, 'onnx'), { recursive: true })
  writeFileSync(join(folder, 'onnx', 'model.onnx'), network(Object.values(VECTORS)))
  writeJson(folder, 'config.json', { model_type: 'bert' })
  writeJson(folder, 'tokenizer_config.json', {
    tokenizer_class: 'BertTokenizer',
    model_max_length: 64,
    pad_token: '[PAD]',
    unk_token: '[UNK]',
  })
  writeJson(folder, 'tokenizer.json', {
    added_tokens: [],
    normalizer: { type: 'Lowercase' },
    pre_tokenizer: { type: 'Whitespace' },
    post_processor: null,
    decoder: null,
    model: { type: 'WordLevel', vocab, unk_token: '[UNK]' },
  })
}

const writeJson = (folder: string, name: string, value: unknown) =>
  writeFileSync(join(folder, name), JSON.stringify(value))

/** An ONNX file (onnx.proto3): Gather(table, input_ids) -> last_hidden_state. */
function network(table: readonly (readonly number[])[]): Buffer {
  const width = table[0]?.length ?? 0
  const raw = Buffer.from(Float32Array.from(table.flat()).buffer)
  const weights = message(int(1, table.length), int(1, width), int(2, FLOAT), text(8, 'table'), bytes(9, raw))
  const node = message(
    text(1, 'table'),
    text(1, 'input_ids'),
    text(2, 'last_hidden_state'),
    text(4, 'Gather'),
  )
  const graph = message(
    bytes(1, node),
    text(2, 'lookup'),
    bytes(5, weights),
    bytes(11, tensor('input_ids', INT64, ['batch', 'words'])),
    bytes(12, tensor('last_hidden_state', FLOAT, ['batch', 'words', 'width'])),
  )
  return message(int(1, 8), bytes(7, graph), bytes(8, message(text(1, ''), int(2, 13))))
}

function tensor(name: string, type: number, dims: readonly string[]): Buffer {
  const shape = message(...dims.map((dim) => bytes(1, text(2, dim))))
  return message(text(1, name), bytes(2, bytes(1, message(int(1, type), bytes(2, shape)))))
}

// Protocol buffers, as far as they are needed here: fields of small numbers and of bytes.
const message = (...fields: readonly Buffer[]) => Buffer.concat(fields)
const int = (field: number, value: number) => message(varint(field << 3), varint(value))
const bytes = (field: number, value: Buffer) => message(varint((field << 3) | 2), varint(value.length), value)
const text = (field: number, value: string) => bytes(field, Buffer.from(value))

function varint(value: number): Buffer {
  return value < 128 ? Buffer.of(value) : message(Buffer.of((value & 127) | 128), varint(value >> 7))
}
