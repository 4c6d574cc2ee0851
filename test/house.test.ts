import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const home = join(dirname(fileURLToPath(import.meta.url)), '..')
const { HOUSE } = createRequire(import.meta.url)('../scripts/house.cjs') as {
  HOUSE: Record<string, string[]>
}

describe('the order of rooms', () => {
  const rooms = Object.keys(HOUSE)
  test('is the same in the imports of package.json', () => {
    const { imports } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'))
    const named = Object.keys(imports).map((name) => name.slice(1))
    expect(named.filter((name) => name in HOUSE)).toEqual(rooms)
  })
  test('is the same in ARCHITECTURE.md, where each room has the question that it answers', () => {
    const text = readFileSync(join(home, 'ARCHITECTURE.md'), 'utf8')
    expect([...text.matchAll(/^### `([a-z]+)\/`: .+$/gm)].map((match) => match[1])).toEqual(rooms)
  })
})

// Every law is broken once, in a small house of its own, and must be caught with the sentence that teaches.
const BREACHES: readonly [path: string, content: string, tool: string, caught: string][] = [
  [
    'src/parse/a.ts',
    "import { openStore } from '#ports'\nexport const a = openStore\n",
    'depcruise',
    'parse-leans-only-on-its-floor',
  ],
  [
    'src/score/b.ts',
    "import { inner } from '../text/inner.ts'\nexport const b = inner\n",
    'depcruise',
    'enter-text-by-its-front-door',
  ],
  [
    'src/text/c.ts',
    "import { inner } from './index.ts'\nexport const c = inner\n",
    'depcruise',
    'text-imports-its-siblings-directly',
  ],
  [
    'src/track/d.ts',
    "import { readFileSync } from 'node:fs'\nexport const d = readFileSync\n",
    'depcruise',
    'pure-rooms-touch-nothing',
  ],
  [
    'src/adapters/one/index.ts',
    "import { two } from '../two/index.ts'\nexport const one = two\n",
    'depcruise',
    'adapters-are-strangers',
  ],
  [
    'src/cli/e.ts',
    "import { two } from '../adapters/two/index.ts'\nexport const e = two\n",
    'depcruise',
    'only-wiring-chooses-adapters',
  ],
  [
    'src/attic/f.ts',
    "import { inner } from '#text'\nexport const f = inner\n",
    'depcruise',
    'a-room-must-be-in-the-house',
  ],
  ['src/ground/g.ts', "import { h } from './h.ts'\nexport const g = () => h\n", 'depcruise', 'no-circles'],
  ['src/ground/h.ts', "import { g } from './g.ts'\nexport const h = () => g\n", 'depcruise', 'no-circles'],
  [
    'src/app/i.ts',
    "import { nowhere } from './nowhere.ts'\nexport const i = nowhere\n",
    'depcruise',
    'nothing-unresolved',
  ],
  ['src/dedupe/j.ts', 'export const j = Date.now()\n', 'biome', 'A pure room knows no clock'],
  ['src/dedupe/k.ts', 'export const k = new Date()\n', 'biome', 'A pure room knows no clock'],
  ['src/dedupe/l.ts', 'export const l = Math.random()\n', 'biome', 'A pure room knows no chance'],
  [
    'src/dedupe/m.ts',
    "export const m = fetch('https://example.org')\n",
    'biome',
    'A pure room knows no network',
  ],
  ['src/dedupe/n.ts', 'export const n = process.env\n', 'biome', 'A pure room knows no process'],
  ['src/dedupe/o.ts', "console.log('here')\n", 'biome', 'A pure room does not print'],
  ['src/dedupe/p.ts', 'export const p = (list: number[]) => list[0]!\n', 'biome', 'noNonNullAssertion'],
  ['src/dedupe/q.ts', 'export const q = "badly"  ;\n', 'biome', 'Formatter would have printed'],
  [
    'src/cluster/r.ts',
    'export const r: number = [1][0]\n',
    'tsc',
    "src/cluster/r.ts(1,14): error TS2322: Type 'number | undefined'",
  ],
  [
    'src/cluster/s.ts',
    'export const s: { a?: number } = { a: undefined }\n',
    'tsc',
    'exactOptionalPropertyTypes',
  ],
  ['src/cluster/t.ts', 'export enum T { A }\n', 'tsc', 'erasableSyntaxOnly'],
  [
    'src/cluster/u.ts',
    "import { Word } from '#text'\nexport const u = (word: Word) => word\n",
    'tsc',
    'verbatimModuleSyntax',
  ],
  ['src/cluster/v.ts', 'export const v = (given) => given\n', 'tsc', 'implicitly has an'],
  ['src/extract/unused.ts', 'export const nobody = 1\n', 'knip', 'src/extract/unused.ts'],
]

describe('each law of the house is caught when broken', () => {
  const yard = mkdtempSync(join(tmpdir(), 'bellwether-house-'))
  const said: Record<string, string> = {}
  const write = (path: string, content: string) => {
    mkdirSync(dirname(join(yard, path)), { recursive: true })
    writeFileSync(join(yard, path), content)
  }

  beforeAll(() => {
    const lawBooks = [
      '.dependency-cruiser.cjs',
      'scripts/house.cjs',
      'scripts/pure-rooms.grit',
      'biome.json',
      'knip.json',
      'tsconfig.json',
      'package.json',
    ]
    for (const file of lawBooks) cpSync(join(home, file), join(yard, file))
    symlinkSync(join(home, 'node_modules'), join(yard, 'node_modules'))
    write('src/text/index.ts', "export { inner, type Word } from './inner.ts'\n")
    write('src/text/inner.ts', "export type Word = string\nexport const inner: Word = 'inner'\n")
    write('src/ports/index.ts', 'export const openStore = 1\n')
    write('src/adapters/two/index.ts', 'export const two = 2\n')
    for (const [path, content] of BREACHES) write(path, content)
    const run = (tool: string, ...args: string[]) => {
      const done = spawnSync(join(home, 'node_modules', '.bin', tool), args, { cwd: yard, encoding: 'utf8' })
      said[tool] = `${done.stdout}${done.stderr}`
      expect(done.status, said[tool]).not.toBe(0)
    }
    run('depcruise', 'src')
    run('biome', 'check', '--max-diagnostics=200', 'src')
    run('tsc', '-p', '.')
    run('knip', '--no-progress')
  }, 120_000)
  afterAll(() => rmSync(yard, { recursive: true, force: true }))

  test.each(BREACHES)('%s', (path, _content, tool, caught) => {
    expect(said[tool]).toContain(caught)
    expect(said[tool]).toContain(path)
  })
})
