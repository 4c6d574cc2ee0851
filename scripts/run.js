// Runs checks and tests with the pinned Node and counts how they ended.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { checks } from './checks.js'
import { home, node } from './install.js'

const env = {
  ...process.env,
  PATH: [dirname(node), join(home, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
}

/** Runs every check and prints what a failed one said. */
export function runChecks() {
  return checks.map(({ name, command }) => {
    const [tool, ...args] = command
    const done = spawnSync(join(home, 'node_modules', '.bin', tool), args, {
      cwd: home,
      env,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    })
    const passed = done.status === 0
    console.log(`${passed ? 'ok    ' : 'FAILED'} ${name}`)
    if (!passed) console.log(`${done.stdout ?? ''}${done.stderr ?? ''}${done.error ?? ''}`)
    return { name, passed }
  })
}

/** Runs vitest on the files named (all when none are) and returns its counts. */
export function runTests(files = []) {
  const folder = mkdtempSync(join(tmpdir(), 'bellwether-test-'))
  const report = join(folder, 'report.json')
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`]
  const done = spawnSync(
    node,
    [join(home, 'node_modules', 'vitest', 'vitest.mjs'), 'run', ...reporters, ...files],
    { cwd: home, env, stdio: 'inherit' },
  )
  try {
    const counts = JSON.parse(readFileSync(report, 'utf8'))
    // A file that could not be loaded holds no failed test; vitest's own verdict still counts as one failure.
    const failed = counts.numFailedTests === 0 && done.status !== 0 ? 1 : counts.numFailedTests
    return { passed: counts.numPassedTests, failed, skipped: counts.numPendingTests + counts.numTodoTests }
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
