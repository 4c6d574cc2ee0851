// `npm test`: installs, runs all checks and all tests, and ends with one line of counts.
import { install } from './install.js'
import { runChecks, runTests } from './run.js'

install()
const results = runChecks()
const tests = runTests(process.argv.slice(2))
const passed = results.filter((result) => result.passed).length + tests.passed
const failed = results.filter((result) => !result.passed).length + tests.failed
console.log(`${passed} passed, ${failed} failed${tests.skipped > 0 ? `, ${tests.skipped} skipped` : ''}`)
process.exit(failed > 0 ? 1 : 0)
