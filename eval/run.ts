import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { Evaluation, Row } from './evaluation.ts'

// `npm run eval [-- --gold FOLDER] [ROOM …]`: measures every room that has gold and prints a table.

const here = dirname(fileURLToPath(import.meta.url))
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { gold: { type: 'string' }, json: { type: 'boolean', default: false } },
})

const beside = join(here, '..', '..', 'shared', 'data')
const shared = values.gold ? resolve(values.gold) : existsSync(beside) ? beside : null
if (shared === null)
  console.error('no shared gold (--gold FOLDER names one): measuring on our own in eval/gold only')
else if (!existsSync(shared)) throw new Error(`--gold ${shared}: there is no such folder`)

const rooms = (await readdir(here))
  .filter(
    (name) =>
      name.endsWith('.ts') &&
      !name.endsWith('.test.ts') &&
      !['run.ts', 'evaluation.ts', 'files.ts'].includes(name),
  )
  .map((name) => name.slice(0, -3))
  .filter((name) => positionals.length === 0 || positionals.includes(name))

const rows: Row[] = []
for (const room of rooms) {
  const { evaluation }: { evaluation: Evaluation } = await import(`./${room}.ts`)
  // A figure that rests on nothing is none.
  rows.push(...(await evaluation.run({ own: join(here, 'gold'), shared })).filter(({ cases }) => cases > 0))
}
if (values.json) for (const row of rows) console.log(JSON.stringify(row))
else printTable(rows)

function printTable(table: readonly Row[]): void {
  const head = ['room', 'data', 'metric', 'value', 'reach', '', 'cases', 'reference']
  const lines = table.map((row) => [
    row.room,
    row.data,
    row.metric,
    row.value.toFixed(3),
    row.reach === null ? '' : String(row.reach),
    row.reach === null ? '' : row.value >= row.reach ? 'ok' : 'below',
    String(row.cases),
    row.reference ?? '',
  ])
  const widths = head.map((title, column) =>
    Math.max(title.length, ...lines.map((line) => line[column]?.length ?? 0)),
  )
  for (const line of [head, ...lines])
    console.log(
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
}
