// `npm start`: installs, then runs the settings found here, or the demo where there are none.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { home, install } from './install.js'

const node = install()
const deed = existsSync(join(home, 'bellwether.yaml')) ? 'run' : 'demo'
const child = spawn(node, [join(home, 'bin', 'bellwether'), deed, ...process.argv.slice(2)], {
  cwd: home,
  stdio: 'inherit',
})
process.on('SIGINT', () => {})
process.on('SIGTERM', () => child.kill('SIGTERM'))
child.on('exit', (code) => process.exit(code ?? 1))
