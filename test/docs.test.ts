import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { COMMANDS } from '../src/cli/commands.ts'
import { settingsSchema } from '../src/settings.ts'

const home = join(dirname(fileURLToPath(import.meta.url)), '..')
const read = (path: string) => readFileSync(join(home, path), 'utf8')
const pages = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(home, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
]

describe('documents against the code', () => {
  test('docs/reference.md lists every command and every setting, made from their tables', async () => {
    await expect(reference()).toMatchFileSnapshot(join(home, 'docs', 'reference.md'))
  })

  test.each(pages)('every path and link that %s names is there', (page) => {
    const text = read(page)
    const links = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map((match) =>
      join(dirname(page), match[1] ?? ''),
    )
    const paths = [
      ...text.matchAll(/`((?:src|test|eval|bench|docs|examples|registry|scripts|bin)\/[\w./-]*\w)`/g),
    ].map((match) => match[1] ?? '')
    for (const path of [...links, ...paths])
      expect(existsSync(join(home, path)), `${page} names ${path}`).toBe(true)
  })

  test('every npm script that a document names is there', () => {
    const scripts = Object.keys(JSON.parse(read('package.json')).scripts)
    for (const page of pages)
      for (const match of read(page).matchAll(/npm run ([a-z:-]+)/g))
        expect(scripts, page).toContain(match[1])
  })

  test('every dependency has its line in docs/decisions/dependencies.md', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json'))
    const text = read('docs/decisions/dependencies.md')
    for (const name of Object.keys({ ...dependencies, ...devDependencies }))
      expect(text, name).toContain(`| ${name} |`)
  })
})

function reference(): string {
  const commands = COMMANDS.map(({ name, words, summary, options, example }) => {
    const flags = options.map(([flag, what]) => `- \`${flag}\` ${what}`)
    return [
      `### \`bellwether ${[name, words].filter(Boolean).join(' ')}\``,
      '',
      `${summary}.`,
      '',
      ...(flags.length > 0 ? [...flags, ''] : []),
      '```',
      example,
      '```',
      '',
    ].join('\n')
  })
  return [
    '# Reference',
    '',
    'Made from the tables in the code; `npx vitest run test/docs -u` rewrites it.',
    '',
    '## Commands',
    '',
    'Each takes `--json` (`{"ok":…,"data":…,"error":…}`), `--data DIR`, `--config FILE`, `--as-of INSTANT` and `--help`. Exit codes: 0 ok, 1 failed, 2 wrong use.',
    '',
    ...commands,
    '## Settings (`bellwether.yaml`)',
    '',
    '| setting | default | what it does |',
    '|---|---|---|',
    ...settingLines('', settingsSchema() as Schema),
    '',
  ].join('\n')
}

type Schema = { description?: string; default?: unknown; properties?: Record<string, Schema>; items?: Schema }

function settingLines(path: string, schema: Schema): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, value]) => {
    const own = path === '' ? key : `${path}.${key}`
    const inner = value.properties
      ? settingLines(own, value)
      : value.items?.properties
        ? settingLines(`${own}[]`, value.items)
        : []
    const shown =
      value.default === undefined || typeof value.default === 'object'
        ? ''
        : `\`${JSON.stringify(value.default)}\``
    return value.description ? [`| \`${own}\` | ${shown} | ${value.description} |`, ...inner] : inner
  })
}
