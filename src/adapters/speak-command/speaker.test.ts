import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createCommandSpeaker } from './index.ts'
import { isSound } from './sound.ts'
import { joinWavs, readWav } from './wav.ts'

/** Mono, 8 bits, 8,000 samples a second; with `open` the lengths that a program writing to a pipe puts there. */
function wav(samples: readonly number[], open = false): Uint8Array {
  const bytes = new Uint8Array(44 + samples.length)
  const view = new DataView(bytes.buffer)
  for (const [at, name] of [
    [0, 'RIFF'],
    [8, 'WAVE'],
    [12, 'fmt '],
    [36, 'data'],
  ] as const)
    bytes.set(
      [...name].map((letter) => letter.charCodeAt(0)),
      at,
    )
  view.setUint32(4, open ? 0xffffffff : 36 + samples.length, true)
  view.setUint32(16, 16, true)
  for (const [at, value] of [
    [20, 1],
    [22, 1],
    [32, 1],
    [34, 8],
  ] as const)
    view.setUint16(at, value, true)
  view.setUint32(24, 8000, true)
  view.setUint32(28, 8000, true)
  view.setUint32(40, open ? 0xffffffff : samples.length, true)
  bytes.set(samples, 44)
  return bytes
}

test('joined parts keep every sample, and begin where the ones before end', () => {
  const part = fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 1, maxLength: 50 })
  fc.assert(
    fc.property(fc.array(fc.tuple(part, fc.boolean()), { minLength: 1, maxLength: 6 }), (parts) => {
      // Node's buffers share memory; a part may lie anywhere in it.
      const joined = joinWavs(parts.map(([samples, open]) => Buffer.from(wav(samples, open))))
      expect([...(readWav(joined.bytes)?.samples ?? [])]).toEqual(parts.flatMap(([samples]) => samples))
      const lengths = parts.map(([samples]) => samples.length / 8000)
      expect(joined.startsSeconds).toEqual(
        lengths.map((_, at) => parts.slice(0, at).reduce((sum, [samples]) => sum + samples.length, 0) / 8000),
      )
      expect(joined.seconds).toBeCloseTo(lengths.reduce((a, b) => a + b, 0))
    }),
  )
})

test.each([['no wave at all'], ['RIFF....WAVE and nothing after it, though it is long enough']])(
  'what is no WAV is said to be none: %s',
  (text) => expect(() => joinWavs([Buffer.from(text)])).toThrow('no WAV file'),
)

test('a program that is not there, or that fails, is named', async () => {
  await expect(createCommandSpeaker(['no-such-voice']).speak(['a'])).rejects.toThrow('is it installed')
  await expect(createCommandSpeaker(['node', '-e', 'process.exit(3)']).speak(['a'])).rejects.toThrow(
    'ended with 3',
  )
})

test.each([
  ['wav', 'RIFF....WAVE', true],
  ['mp3', 'ID3\u0004', true],
  ['mp3', '\u00ff\u00fb', true],
  ['opus', 'OggS', true],
  ['m4a', '\0\0\0\u0020ftypM4A ', true],
  ['mp3', 'RIFF....WAVE', false],
  ['opus', '', false],
] as const)('a file of kind %s is known by how it begins: %j', (format, begins, known) =>
  expect(isSound(Buffer.from(begins, 'latin1'), format)).toBe(known),
)

test('what an encoder writes that is not the format of the settings is refused', async () => {
  const read = [
    'node',
    '-e',
    `process.stdout.write(Buffer.from('${Buffer.from(wav([1, 2])).toString('base64')}', 'base64'))`,
  ]
  const encode = [
    'node',
    '-e',
    'process.stdin.resume(); process.stdin.on("end", () => process.stdout.write("nothing"))',
  ]
  await expect(createCommandSpeaker(read, { format: 'mp3', encode }).speak(['a'])).rejects.toThrow(
    'wrote no mp3',
  )
  const { format } = await createCommandSpeaker(read).speak(['a'])
  expect(format).toBe('wav')
})

const ENCODERS = [
  ['mp3', ['lame', '--quiet', '-', '-']],
  ['opus', ['opusenc', '--quiet', '-', '-']],
] as const

for (const [format, encode] of ENCODERS)
  test.skipIf(
    spawnSync('espeak-ng', ['--version']).status !== 0 || spawnSync(encode[0], ['--version']).status !== 0,
  )(
    `espeak-ng and ${encode[0]} make an ${format} of known length (skipped where either is not installed)`,
    async () => {
      const voice = createCommandSpeaker(['espeak-ng', '--stdin', '--stdout'], { format, encode })
      const { bytes, seconds, startsSeconds } = await voice.speak(['Hello.', 'This is a second part.'])
      expect(isSound(bytes, format)).toBe(true)
      expect(seconds).toBeGreaterThan(startsSeconds[1] ?? 0)
    },
  )

test.skipIf(spawnSync('espeak-ng', ['--version']).status !== 0)(
  'espeak-ng reads two parts aloud (skipped where it is not installed)',
  async () => {
    const voice = createCommandSpeaker(['espeak-ng', '--stdin', '--stdout'])
    const { startsSeconds, seconds, bytes } = await voice.speak(['Hello.', 'This is a second part.'])
    expect(startsSeconds[1]).toBeGreaterThan(0.3)
    expect(seconds).toBeGreaterThan(startsSeconds[1] ?? 0)
    expect(readWav(bytes)).not.toBeNull()
  },
)
