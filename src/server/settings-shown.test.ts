import { expect, test } from 'vitest'
import { readSettings } from '#settings'
import { settingsRows } from './settings-shown.ts'

const rows = (text: string) =>
  new Map(settingsRows(readSettings(text, 'test', {}).settings).map((row) => [row.name, row]))

test('a setting is shown by its path with what it does', () => {
  const port = rows('server: { port: 4199 }').get('server.port')
  expect(port?.value).toBe('4199')
  expect(port?.what).toMatch(/port/i)
})

test('a long list is cut, and nothing is shown twice', () => {
  const all = rows(
    `sources: [${Array.from({ length: 60 }, (_, n) => `{ id: s${n}, address: 'https://a.example/${n}' }`)}]`,
  )
  expect(all.get('sources')?.value.length).toBeLessThan(420)
})
