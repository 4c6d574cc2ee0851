import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Entity } from '#domain'
import { createMentionFinder } from './mentions.ts'
import { type Merge, registryInForce } from './merges.ts'

const entity = (id: string, name: string, given: Partial<Entity> = {}): Entity => ({
  ...{ id, name, type: 'company', aliases: [], parent: null, gloss: null, handles: [] },
  ...given,
})
const registry = [
  entity('northwind', 'Northwind', { aliases: ['Northwind Labs'] }),
  entity('breeze', 'Breeze', { type: 'model', parent: 'northwind' }),
  entity('gale', 'Gale Systems', { handles: ['x:gale'] }),
  entity('gust', 'Gust', { type: 'model', parent: 'gale' }),
]
const merge = (proposedId: string, name: string, entityId: string): Merge => ({ proposedId, name, entityId })
const namesIn = (merges: readonly Merge[], text: string) =>
  createMentionFinder(registryInForce(registry, merges))({ title: '', text }).map(({ entityId }) => entityId)

test('a merged name is found as its entity, and taking the merge back is leaving it out', () => {
  const text = 'Today NorthwindAI released weights.'
  expect(namesIn([merge('northwindai', 'NorthwindAI', 'northwind')], text)).toEqual(['northwind'])
  expect(namesIn([], text)).toEqual(['northwindai'])
})

test('a merged entity gives its names, handles and models to the other', () => {
  const [first, ...rest] = registryInForce(registry, [merge('gale', 'Gale Systems', 'northwind')])
  expect(first).toMatchObject({ aliases: ['Northwind Labs', 'Gale Systems'], handles: ['x:gale'] })
  expect(rest.map(({ id, parent }) => [id, parent])).toEqual([
    ['breeze', 'northwind'],
    ['gust', 'northwind'],
  ])
})

test('the last word on a name stands, and a merge into what is merged goes on to where that went', () => {
  const moved = registryInForce(registry, [
    merge('zephyr', 'Zephyr', 'gale'),
    merge('zephyr', 'Zephyr', 'breeze'),
    merge('gale', 'Gale Systems', 'northwind'),
    merge('squall', 'Squall', 'gale'),
  ])
  expect(moved.find(({ id }) => id === 'breeze')?.aliases).toEqual(['Zephyr'])
  expect(moved.find(({ id }) => id === 'northwind')?.aliases).toEqual([
    'Northwind Labs',
    'Gale Systems',
    'Squall',
  ])
})

test('whatever is merged, no merge invents an entity and none of those left loses its own name', () =>
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          proposedId: fc.constantFrom('northwind', 'breeze', 'gale', 'gust', 'new'),
          name: fc.constantFrom('Northwind', 'Breeze', 'Gale Systems', 'New Name'),
          entityId: fc.constantFrom('northwind', 'breeze', 'gale', 'gust', 'nobody'),
        }),
        { maxLength: 8 },
      ),
      (merges) => {
        const ids = new Set(registry.map(({ id }) => id))
        const left = registryInForce(registry, merges)
        expect(left.every(({ id }) => ids.has(id))).toBe(true)
        expect(new Set(left.map(({ id }) => id)).size).toBe(left.length)
        const leftIds = new Set(left.map(({ id }) => id))
        for (const { parent } of left) expect(parent === null || leftIds.has(parent)).toBe(true)
      },
    ),
  ))
