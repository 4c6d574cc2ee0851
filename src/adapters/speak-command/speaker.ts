import { spawn } from 'node:child_process'
import type { SoundFormat, Speaker } from '#ports'
import { isSound } from './sound.ts'
import { joinWavs } from './wav.ts'

const WAIT_MS = 300_000
const MOST_BYTES = 512 * 1024 * 1024

/**
 * A program that reads text on its standard input and writes WAV to its standard output, as `espeak-ng --stdin --stdout`
 * does, once for each part. `encode` is a second program that reads the whole WAV and writes it in another format, as
 * `lame - -` or `opusenc - -` do. A command is a list of words: no shell ever sees the text or the command. Throws where
 * what comes out is not what `format` says.
 */
export function createCommandSpeaker(
  command: readonly string[],
  { format, encode }: { readonly format: SoundFormat; readonly encode: readonly string[] } = NO_ENCODER,
): Speaker {
  return {
    async speak(texts) {
      const parts: Uint8Array[] = []
      for (const text of texts) parts.push(await read(command, text))
      const whole = joinWavs(parts)
      const bytes = encode.length === 0 ? whole.bytes : await read(encode, whole.bytes)
      if (!isSound(bytes, format))
        throw new Error(
          `${(encode[0] ?? command[0]) || 'the voice'} wrote no ${format}; set podcast.encode to a program that does`,
        )
      return { ...whole, bytes, format }
    },
  }
}

const NO_ENCODER = { format: 'wav', encode: [] } as const

function read([program = '', ...words]: readonly string[], input: string | Uint8Array): Promise<Uint8Array> {
  return new Promise((done, fail) => {
    const voice = spawn(program, words, { stdio: ['pipe', 'pipe', 'pipe'], timeout: WAIT_MS })
    const parts: Buffer[] = []
    let size = 0
    let said = ''
    voice.stdout.on('data', (part: Buffer) => {
      size += part.length
      if (size > MOST_BYTES) voice.kill('SIGKILL')
      else parts.push(part)
    })
    voice.stderr.on('data', (part: Buffer) => {
      said = (said + part.toString()).slice(-500)
    })
    voice.on('error', (error) =>
      fail(new Error(`${program}: ${error.message}; is it installed, and is podcast.command right?`)),
    )
    voice.on('close', (code) => {
      if (code === 0 && size <= MOST_BYTES) done(Buffer.concat(parts))
      else fail(new Error(`${program} ended with ${code ?? 'a signal'}: ${said.trim()}`))
    })
    // A program that does not read to the end is judged by how it ends.
    voice.stdin.on('error', () => {})
    voice.stdin.end(input)
  })
}
