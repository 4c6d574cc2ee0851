import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

const home = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'bellwether-capturing-'))
let house: ChildProcess
let address = ''

beforeAll(async () => {
  mkdirSync(join(folder, 'letters'))
  writeFileSync(
    join(folder, 'bellwether.yaml'),
    'data: data\nsources:\n  - { id: letters, name: Letters, kind: folder, address: letters }\n',
  )
  house = spawn(process.execPath, [join(home, 'bin', 'bellwether'), 'serve', '--port', '0'], { cwd: folder })
  let said = ''
  house.stderr?.on('data', (chunk) => {
    said += chunk
  })
  await until(() => /newest digest/.test(said), 20_000)
  address = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0] ?? ''
}, 40_000)
afterAll(async () => {
  house.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

test('a file that comes into a watched folder stands on the River within two seconds', async () => {
  expect(await river()).not.toContain('Wafers grow')
  const from = performance.now()
  writeFileSync(
    join(folder, 'letters', 'today.md'),
    '# Wafers grow again\n\nThe foundry in Dresden opened its second hall and doubled the wafers that it makes in a month.\n',
  )
  await until(async () => (await river()).includes('Wafers grow'), 8000)
  expect(performance.now() - from).toBeLessThan(2000)
}, 20_000)

test('it stops cleanly when it is asked to', async () => {
  house.kill('SIGTERM')
  const [code] = await once(house, 'exit')
  expect(code).toBe(0)
}, 15_000)

const river = async () => (await fetch(`${address}/river`)).text()

async function until(holds: () => boolean | Promise<boolean>, ms: number): Promise<void> {
  const end = performance.now() + ms
  while (performance.now() < end && !(await holds())) await new Promise((resume) => setTimeout(resume, 50))
}
