/** What is inside a RIFF WAVE file: its format chunk and its samples. */
type Wave = { readonly format: Uint8Array; readonly samples: Uint8Array; readonly bytesPerSecond: number }

const text = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4))

/** Reads a WAV file; a length that a program which writes to a pipe could not know is taken to the end. Null for anything else. */
export function readWav(bytes: Uint8Array): Wave | null {
  if (bytes.length < 44 || text(bytes, 0) !== 'RIFF' || text(bytes, 8) !== 'WAVE') return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let format: Uint8Array | null = null
  for (let at = 12; at + 8 <= bytes.length; ) {
    const size = view.getUint32(at + 4, true)
    const end = Math.min(bytes.length, at + 8 + size)
    if (text(bytes, at) === 'fmt ') format = new Uint8Array(bytes.subarray(at + 8, end))
    if (text(bytes, at) === 'data' && format && format.length >= 16) {
      const bytesPerSecond = new DataView(format.buffer).getUint32(8, true)
      return { format, samples: bytes.subarray(at + 8, end), bytesPerSecond }
    }
    at += 8 + size + (size % 2)
  }
  return null
}

/** One WAV file of several of the same format, with the second at which each begins. Throws where a part is no WAV or of another format. */
export function joinWavs(parts: readonly Uint8Array[]): {
  bytes: Uint8Array
  startsSeconds: number[]
  seconds: number
} {
  const waves = parts.map((part, at) => {
    const wave = readWav(part)
    if (!wave)
      throw new Error(`part ${at + 1} is no WAV file; the podcast's command must write WAV to its output`)
    return wave
  })
  const [first] = waves
  if (!first) throw new Error('there is nothing to join')
  if (waves.some(({ format }) => format.join() !== first.format.join()))
    throw new Error('the parts are of different formats; the command must always write the same')
  const startsSeconds: number[] = []
  let size = 0
  for (const { samples } of waves) {
    startsSeconds.push(size / first.bytesPerSecond)
    size += samples.length
  }
  return { bytes: wavOf(first.format, waves, size), startsSeconds, seconds: size / first.bytesPerSecond }
}

function wavOf(format: Uint8Array, waves: readonly Wave[], size: number): Uint8Array {
  const head = 20 + format.length + 8
  const bytes = new Uint8Array(head + size)
  const view = new DataView(bytes.buffer)
  const put = (at: number, name: string) =>
    bytes.set(
      [...name].map((letter) => letter.charCodeAt(0)),
      at,
    )
  put(0, 'RIFF')
  view.setUint32(4, head + size - 8, true)
  put(8, 'WAVE')
  put(12, 'fmt ')
  view.setUint32(16, format.length, true)
  bytes.set(format, 20)
  put(20 + format.length, 'data')
  view.setUint32(24 + format.length, size, true)
  let at = head
  for (const { samples } of waves) {
    bytes.set(samples, at)
    at += samples.length
  }
  return bytes
}
