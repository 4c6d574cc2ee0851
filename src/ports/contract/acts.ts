import { describe, expect } from 'vitest'
import type { Act } from '#domain'
import { at, judged } from './samples.ts'
import type { StoreTest } from './store-test.ts'

/** What the reader did: kept in order, undone, obeyed. */
export function actsContract(test: StoreTest): void {
  describe('acts', () => {
    const act = (id: string, deed: Act['deed'], day = 13): Act => ({ id, at: at(day), deed })

    test('an act is kept once, in the order done, and outlives judgments', async ({ store, reopen }) => {
      const first = act('a1', { kind: 'more', itemId: 'a' })
      const second = act('a2', { kind: 'merge', itemIds: ['a', 'b'] }, 14)
      for (const each of [first, first, second]) await store.saveAct(each)
      await store.dropJudgments()
      expect(await store.acts({})).toEqual([first, second])
      expect(await (await reopen()).acts({ kinds: ['merge'] })).toEqual([second])
      expect(await store.acts({ asOf: at(14, '00:00') })).toEqual([first])
    })

    test('an undone act is out of force, and in again when the undoing is undone', async ({ store }) => {
      const first = act('a1', { kind: 'star', itemId: 'a' })
      await store.saveAct(first)
      await store.saveAct(act('u1', { kind: 'undo', actId: 'a1' }))
      expect(await store.acts({})).toEqual([])
      await store.saveAct(act('u2', { kind: 'undo', actId: 'u1' }))
      expect(await store.acts({})).toEqual([first])
      expect(await store.acts({ undone: true })).toHaveLength(3)
    })

    test('what moves items waits until a placement obeys it, and waits again once judgments are dropped', async ({
      store,
      reopen,
    }) => {
      const merge = act('a1', { kind: 'merge', itemIds: ['a', 'b'] })
      const undo = act('u1', { kind: 'undo', actId: 'a1' })
      for (const each of [act('a0', { kind: 'star', itemId: 'a' }), merge, undo]) await store.saveAct(each)
      await store.saveAct(merge)
      expect(await store.unobeyed()).toEqual([merge, undo])
      await store.saveJudgments({ ...judged([], []), obeyed: ['a1'] })
      expect(await (await reopen()).unobeyed()).toEqual([undo])
      expect(await store.acts({ kinds: ['merge'], obeyed: true })).toEqual([merge])
      expect(await store.acts({ kinds: ['merge'] })).toEqual([])
      await store.dropJudgments()
      expect(await store.unobeyed()).toEqual([merge, undo])
    })

    test('an act that is not there cannot be undone', async ({ store }) => {
      await expect(store.saveAct(act('u1', { kind: 'undo', actId: 'never' }))).rejects.toThrow(/no act never/)
    })
  })
}
