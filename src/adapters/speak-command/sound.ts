import type { SoundFormat } from '#ports'

const startsWith = (bytes: Uint8Array, mark: string, at = 0): boolean =>
  [...mark].every((letter, index) => bytes[at + index] === letter.charCodeAt(0))

/** Whether bytes begin as a file of that format does: RIFF, an ID3 tag or an MPEG frame, Ogg, or an MP4 box. */
export function isSound(bytes: Uint8Array, format: SoundFormat): boolean {
  switch (format) {
    case 'wav':
      return startsWith(bytes, 'RIFF')
    case 'mp3':
      return startsWith(bytes, 'ID3') || (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe0) === 0xe0)
    case 'opus':
      return startsWith(bytes, 'OggS')
    case 'm4a':
      return startsWith(bytes, 'ftyp', 4)
    default:
      return format satisfies never
  }
}
