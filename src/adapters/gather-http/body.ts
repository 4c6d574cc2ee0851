import type { Readable, Transform } from 'node:stream'
import * as zlib from 'node:zlib'
import { Refusal } from './refusal.ts'

const MOST_LAYERS = 3

/**
 * Reads a body and unpacks what it was packed in (gzip, deflate, br, zstd; several in a row too). Throws a Refusal as
 * soon as more than `mostBytes` came in or came out, so that a bomb is never unpacked.
 */
export async function readBody(body: Readable, encodings: string, mostBytes: number): Promise<Uint8Array> {
  const packed = await collect(body, mostBytes)
  const layers = encodings
    .toLowerCase()
    .split(',')
    .map((layer) => layer.trim())
    .filter((layer) => layer !== '' && layer !== 'identity')
  if (layers.length > MOST_LAYERS) throw new Refusal(`it is packed ${layers.length} times over`)
  let bytes = packed
  for (const layer of layers.reverse()) if (bytes.length > 0) bytes = await unpack(bytes, layer, mostBytes)
  return bytes
}

async function unpack(bytes: Buffer, layer: string, mostBytes: number): Promise<Buffer> {
  const unpacker = unpackerFor(layer, bytes)
  unpacker.end(bytes)
  try {
    return await collect(unpacker, mostBytes)
  } catch (cause) {
    if (cause instanceof Refusal) throw cause
    throw new Refusal(`it says that it is packed with ${layer}, but it is damaged or cut off`, { cause })
  }
}

function unpackerFor(layer: string, bytes: Buffer): Transform {
  switch (layer) {
    case 'gzip':
    case 'x-gzip':
      return zlib.createGunzip()
    case 'deflate':
      // The standard means zlib's wrapping (RFC 1950); some servers send bare deflate (RFC 1951).
      return ((bytes[0] ?? 0) & 0x0f) === 8 ? zlib.createInflate() : zlib.createInflateRaw()
    case 'br':
      return zlib.createBrotliDecompress()
    case 'zstd':
      return zlib.createZstdDecompress()
    default:
      throw new Refusal(`it is packed with "${layer}", which nothing here can unpack`)
  }
}

async function collect(stream: Readable, mostBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let sizeBytes = 0
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    sizeBytes += chunk.length
    // Leaving the loop destroys the stream, and with it the connection.
    if (sizeBytes > mostBytes) throw new Refusal(`it is larger than ${mostBytes / 1_000_000} MB`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
