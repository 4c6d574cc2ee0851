import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'

const launcher = join(dirname(fileURLToPath(import.meta.url)), '..', 'bin', 'bellwether')
const yard = mkdtempSync(join(tmpdir(), 'bellwether-marks-'))
afterAll(() => rmSync(yard, { recursive: true, force: true }))

function bellwether(...words: readonly string[]) {
  const all = [...words, '--data', join(yard, 'store'), '--json']
  const done = spawnSync(process.execPath, [launcher, ...all], { cwd: yard, encoding: 'utf8' })
  expect(done.stderr).not.toMatch(/error/i)
  return JSON.parse(done.stdout).data
}

const at = (name: string) => `https://desk.example/${name}`
const storyOf = (name: string): string => bellwether('why', at(name)).score.storyId

test('a merge moves items at once, lasts through a rebuild, and is taken back', () => {
  const told = [
    ['a', 'Mistral releases Large 4 with open weights'],
    ['b', 'Hospital chain picks a voice agent for its wards'],
  ] as const
  // Of today, whose edition is open: a closed day stays as it was, whatever is moved later.
  const now = new Date().toISOString()
  const lines = told.map(([name, title]) =>
    JSON.stringify({ title, text: title, url: at(name), published: now }),
  )
  writeFileSync(join(yard, 'told.jsonl'), lines.join('\n'))
  bellwether('import', 'told.jsonl')
  const apart = storyOf('b')

  const { id } = bellwether('mark', 'merge', at('a'), at('b'))
  const together = storyOf('b')
  expect(storyOf('a')).toBe(together)
  bellwether('rebuild')
  expect(storyOf('a')).toBe(together)
  bellwether('mark', 'undo', id)
  expect([storyOf('a'), storyOf('b')]).toContain(apart)
  expect(storyOf('a')).not.toBe(storyOf('b'))
}, 120_000)
