import type { Instant } from './time.ts'

/** The bytes that a source gave at one moment. A fact: kept by content hash, compressed, never edited. */
export type Capture = {
  /** SHA-256 of the bytes, lower-case hex. */
  readonly hash: string
  readonly sourceId: string
  /** The address or path it came from. */
  readonly address: string
  readonly contentType: string | null
  readonly sizeBytes: number
  readonly capturedAt: Instant
}
