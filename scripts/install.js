// Installs what the lock file names, once for each lock file. Plain JavaScript: the machine's own Node may be 20.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const home = dirname(dirname(fileURLToPath(import.meta.url)))
export const node = join(
  home,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
)

const stamp = join(home, 'node_modules', '.installed-lock')

/** Makes `node_modules` match the lock file and returns the pinned Node; ends the process when npm fails. */
export function install() {
  const lock = createHash('sha256')
    .update(readFileSync(join(home, 'package-lock.json')))
    .digest('hex')
  const installed = existsSync(stamp) && existsSync(node) && readFileSync(stamp, 'utf8') === lock
  if (!installed) {
    console.log('Installing what package-lock.json names (once) …')
    run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])
    if (!existsSync(node))
      fail('npm installed no Node 24: its install script did not run. Try "npm rebuild node".')
    writeFileSync(stamp, lock)
  }
  return node
}

/** Runs a command in the project folder with the pinned Node first on the PATH; ends the process when it fails. */
function run(command, args) {
  const done = spawnSync(command, args, { cwd: home, stdio: 'inherit', shell: process.platform === 'win32' })
  if (done.status !== 0)
    fail(`"${command} ${args.join(' ')}" failed${done.error ? `: ${done.error.message}` : ''}.`)
}

function fail(why) {
  console.error(`install: ${why}`)
  process.exit(1)
}
