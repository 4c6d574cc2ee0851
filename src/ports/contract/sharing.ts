import { expect } from 'vitest'
import type { Store } from '../store.ts'
import { at, found, item, judged, placement, understanding } from './samples.ts'
import type { StoreTest } from './store-test.ts'

/** Two stores on one keep. */
export function sharingContract(test: StoreTest): void {
  test('two stores on one keep write at once and lose nothing', async ({ store, reopen }) => {
    const other = await reopen()
    const write = async (each: Store, who: string) => {
      for (let batch = 0; batch < 20; batch++) {
        const items = Array.from({ length: 20 }, (_, n) =>
          item(`${who} ${batch} ${n}`, { text: `written by ${who}` }),
        )
        await each.saveItems(items)
        await each.saveJudgments(
          judged(
            items.map(({ id }) => understanding(id)),
            items.map(({ id }) => placement(id, who, at(13))),
          ),
        )
        await each.settle()
      }
    }
    await Promise.all([write(store, 'alpha'), write(other, 'beta')])
    expect(await store.counts()).toMatchObject({ items: 800, revisions: 800, stories: 2 })
    expect(await other.awaiting(9)).toEqual([])
    expect(await other.search('"written by alpha"', { limit: 1000 })).toHaveLength(400)
    expect(await store.search('"written by beta"', { limit: 1000 })).toHaveLength(400)
  })

  test('what one call was told, the next opening knows, settled or not', async ({ store, reopen }) => {
    await store.saveItems([item('a', { text: 'unsettled words' })])
    const other = await reopen()
    expect((await other.search('unsettled', { limit: 9 })).map(({ itemId }) => itemId)).toEqual(['a'])
    await other.settle()
    await other.settle()
    expect(await found(store, 'unsettled')).toEqual(['a'])
  })
}
