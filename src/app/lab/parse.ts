import { parse } from '#parse'
import { type LabLine, LabLineError, type LabRoom, textOf, textOrNull } from './lab.ts'

/** Reads each line's document and answers with its kind, its feed, its items and its problems. */
export const lab: LabRoom = {
  name: 'parse',
  open: () => ({
    async answer(line) {
      const url = textOrNull(line, 'url')
      const { kind, feed, items, problems } = await parse({
        bytes: bytesOf(line),
        contentType: textOrNull(line, 'contentType'),
        url,
      })
      return { kind, ...(feed === null ? {} : { feed }), items, problems }
    },
  }),
}

function bytesOf(line: LabLine): Uint8Array {
  const base64 = textOrNull(line, 'base64')
  if (base64 === null) return new TextEncoder().encode(textOf(line, 'content'))
  try {
    return Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0))
  } catch {
    throw new LabLineError('"base64" is not base64')
  }
}
