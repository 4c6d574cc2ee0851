import { spawn } from 'node:child_process'
import type { Speaker } from '#ports'
import { joinWavs } from './wav.ts'

const WAIT_MS = 300_000
const MOST_BYTES = 512 * 1024 * 1024

/**
 * A program that reads text on its standard input and writes WAV to its standard output, as `espeak-ng --stdin --stdout`
 * does, once for each part. The command is a list of words: no shell ever sees the text or the command.
 */
export function createCommandSpeaker(command: readonly string[]): Speaker {
  return {
    async speak(texts) {
      const parts: Uint8Array[] = []
      for (const text of texts) parts.push(await read(command, text))
      return joinWavs(parts)
    },
  }
}

function read([program = '', ...words]: readonly string[], text: string): Promise<Uint8Array> {
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
    voice.stdin.end(text)
  })
}
