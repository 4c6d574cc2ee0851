// `npm run check`: every check, all of them even when one fails; exit 1 if any did.

import { checkTests } from './checks.js'
import { install } from './install.js'
import { runChecks, runTests } from './run.js'

install()
const results = runChecks()
const tests = runTests(checkTests)
const failed = results.filter((result) => !result.passed).length + tests.failed
console.log(
  `${results.length - results.filter((result) => !result.passed).length + tests.passed} passed, ${failed} failed`,
)
process.exit(failed > 0 ? 1 : 0)
