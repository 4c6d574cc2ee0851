// `npm run build [-- FOLDER]`: JavaScript for publishing, since Node strips no types inside node_modules.
import { spawnSync } from 'node:child_process'
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { home, install } from './install.js'

const node = install()
const out = resolve(process.argv[2] ?? join(home, 'dist'))
rmSync(out, { recursive: true, force: true })
const tsc = [
  join(home, 'node_modules', 'typescript', 'bin', 'tsc'),
  '-p',
  join(home, 'tsconfig.build.json'),
  '--outDir',
  out,
]
const done = spawnSync(node, tsc, { cwd: home, stdio: 'inherit' })
if (done.status !== 0) process.exit(1)
cpSync(join(home, 'src', 'web', 'assets'), join(out, 'web', 'assets'), { recursive: true })

// A package.json of its own gives the built rooms their front doors: the nearest one decides what `#room` means.
const { type, imports } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'))
const built = Object.entries(imports).map(([door, path]) => [
  door,
  path.replace('./src/', './').replace(/\.ts$/, '.js'),
])
writeFileSync(
  join(out, 'package.json'),
  `${JSON.stringify({ type, imports: Object.fromEntries(built) }, null, 2)}\n`,
)
