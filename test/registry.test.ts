import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readRegistry } from '#adapters'
import type { Entity } from '#domain'

const folder = join(import.meta.dirname, '..', 'registry')
const { entities, problems } = await readRegistry(folder)
const byId = new Map(entities.map((entity) => [entity.id, entity]))
const plain = (name: string) =>
  name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\+/g, 'plus')
    .replace(/#/g, 'sharp')
    .replace(/[^\p{L}\p{N}]/gu, '')

test('every line of the registry can be read, and stands in the file of its type', () => {
  expect(problems).toEqual([])
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.jsonl')))
    for (const line of readFileSync(join(folder, file), 'utf8').trim().split('\n')) {
      const { type }: Entity = JSON.parse(line)
      expect(
        `${type}s.jsonl`
          .replace('persons', 'people')
          .replace('companys', 'companies')
          .replace('hardwares', 'hardware'),
      ).toBe(file)
    }
})

test('every parent is there, and no family is its own ancestor', () => {
  for (const entity of entities) {
    const line = new Set<string>()
    for (let at: Entity | undefined = entity; at !== undefined; ) {
      expect(line.has(at.id), `${entity.id} is its own ancestor`).toBe(false)
      line.add(at.id)
      if (at.parent !== null) expect(byId.has(at.parent), `parent ${at.parent} of ${at.id}`).toBe(true)
      at = at.parent === null ? undefined : byId.get(at.parent)
    }
  }
})

test('no two entities claim one spelling or one account', () => {
  const claimed = new Map<string, string>()
  const claim = (what: string, { id }: Entity) => {
    expect(claimed.get(what) ?? id, `${what} of ${id}`).toBe(id)
    claimed.set(what, id)
  }
  for (const entity of entities) {
    for (const written of [entity.name, ...entity.aliases])
      if (!written.startsWith('?') && !entity.aliases.includes(`?${written}`)) claim(plain(written), entity)
    for (const handle of entity.handles) if (handle.startsWith('x:')) claim(handle.toLowerCase(), entity)
  }
})

test('a gloss is one clause that a reader takes in at a glance', () => {
  for (const { id, gloss } of entities) {
    if (gloss === null) continue
    expect(gloss.length, id).toBeLessThan(100)
    expect(gloss, id).not.toMatch(/[.!?]$|^\s|\s$|\n/)
  }
})

test('who and what needs a word of explanation has one', () => {
  const explained = new Set([
    'company',
    'lab',
    'model',
    'person',
    'benchmark',
    'hardware',
    'publication',
    'government',
  ])
  expect(
    entities.filter(({ type, gloss }) => explained.has(type) && gloss === null).map(({ id }) => id),
  ).toEqual([])
})
