import * as zlib from 'node:zlib'
import type { Capture } from '#domain'
import type { Store } from '#ports'
import type { Database } from './database.ts'

export function captures(db: Database): Pick<Store, 'saveCapture' | 'captureBody'> {
  const isKept = db.statement('SELECT 1 FROM capture_body WHERE hash = ?')
  const keepBody = db.statement('INSERT OR IGNORE INTO capture_body VALUES (?, ?, ?)')
  const keepSighting = db.statement('INSERT OR IGNORE INTO capture VALUES (?, ?, ?, ?, ?, ?)')
  const body = db.statement('SELECT encoding, body FROM capture_body WHERE hash = ?')

  return {
    async saveCapture(capture, bytes) {
      // Pressed before the lock is taken, so that nobody waits for it.
      const pressed = isKept.get(capture.hash) ? null : press(bytes)
      return db.write(() => {
        keepSighting.run(...sighting(capture))
        const added = pressed && keepBody.run(capture.hash, pressed.encoding, pressed.body).changes
        return added ? 'new' : 'known'
      })
    },
    async captureBody(hash) {
      const row = body.get(hash)
      return row ? unpress(String(row.encoding), row.body as Uint8Array) : null
    },
  }
}

function sighting(capture: Capture): [string, string, string, string | null, number, string] {
  const { hash, sourceId, address, contentType, sizeBytes, capturedAt } = capture
  return [hash, sourceId, address, contentType, sizeBytes, capturedAt]
}

// Measured on newsletters: zstd at its default is three times as fast as deflate, and smaller.
function press(bytes: Uint8Array): { encoding: string; body: Uint8Array } {
  const body = zlib.zstdCompressSync(bytes)
  return body.length < bytes.length ? { encoding: 'zstd', body } : { encoding: 'identity', body: bytes }
}

function unpress(encoding: string, body: Uint8Array): Uint8Array {
  switch (encoding) {
    case 'zstd':
      return zlib.zstdDecompressSync(body)
    case 'identity':
      return body
    default:
      throw new Error(`store: a capture is kept as "${encoding}", which this program cannot read`)
  }
}
