import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { program } from '../src/cli/program.ts'

const home = join(dirname(fileURLToPath(import.meta.url)), '..')
const { HOUSE } = createRequire(import.meta.url)('../scripts/house.cjs') as {
  HOUSE: Record<string, string[]>
}

// The public surface as text: a change here is seen in review. `npx vitest run test/exports -u` rewrites both files.
test('each room exports what the list says, and nothing more', async () => {
  const lines = Object.keys(HOUSE).map((room) => {
    const text = readFileSync(join(home, 'src', room, 'index.ts'), 'utf8')
    return [`${room}`, ...namesExported(text).map((name) => `  ${name}`)].join('\n')
  })
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(join(home, 'test', 'golden', 'exports.txt'))
})

test('the commands and their help are what the list says', async () => {
  const parser = program(async () => {})
  const helps = [parser, ...parser.commands].map((command) =>
    command.configureHelp({ helpWidth: 100 }).helpInformation(),
  )
  await expect(helps.join('\n---\n')).toMatchFileSnapshot(join(home, 'test', 'golden', 'help.txt'))
})

function namesExported(text: string): string[] {
  const lists = [...text.matchAll(/export (type )?\{([^}]*)\}/g)].flatMap(([, allTypes, names = '']) =>
    names
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean)
      .map((name) => (allTypes ? `type ${name}` : name)),
  )
  const single = [...text.matchAll(/export (?:async )?(?:const|function|class|type) (\w+)/g)].map((match) =>
    match[0].includes(' type ') ? `type ${match[1]}` : `${match[1]}`,
  )
  return [...lists, ...single].sort()
}
