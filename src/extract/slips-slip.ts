import type { Slip } from '#domain'

/** Makes slips of one kind: what stands from `start` to `end` of a text (UTF-16 units), what it said, what it should say, and why. */
export const slipOf =
  (kind: Slip['kind']) =>
  (text: string, start: number, end: number, said: string, computed: string, because: string): Slip => ({
    ...{ start, end, kind, quote: text.slice(start, end), said, computed, because },
  })
