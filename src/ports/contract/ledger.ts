import { describe, expect } from 'vitest'
import { at, prediction } from './samples.ts'
import type { StoreTest } from './store-test.ts'

/** Predictions, and how they ended. */
export function ledgerContract(test: StoreTest): void {
  describe('ledger', () => {
    test('a prediction is frozen at birth; a change is a new version that points back', async ({
      store,
      reopen,
    }) => {
      const first = prediction('p1')
      expect(await store.enterPredictions([first, prediction('p2')])).toHaveLength(2)
      expect(await store.enterPredictions([{ ...first, claim: 'Edited' }])).toEqual([])
      const next = { ...first, id: 'p3', claim: 'Narrower', replaces: 'p1', enteredAt: at(14) }
      await store.enterPredictions([next])
      const now = await (await reopen()).predictions({})
      expect(now.map(({ id, claim }) => [id, claim])).toEqual([
        ['p2', 'Claim of p2'],
        ['p3', 'Narrower'],
      ])
      const then = await store.predictions({ asOf: at(14) })
      expect(then.map(({ id }) => id)).toEqual(['p1', 'p2'])
      expect(await store.predictions({ asOf: at(13) })).toEqual([])
      expect(await store.predictions({ ids: ['p1'] })).toEqual([first])
    })

    test('predictions are found by entity and by source', async ({ store }) => {
      await store.enterPredictions([
        { ...prediction('p1'), entityIds: ['openai'] },
        { ...prediction('p2'), sourceId: 'blog' },
      ])
      expect((await store.predictions({ entityId: 'openai' })).map(({ id }) => id)).toEqual(['p1'])
      expect((await store.predictions({ sourceId: 'blog' })).map(({ id }) => id)).toEqual(['p2'])
      expect((await store.predictions({ saying: ['claim', 'p2'] })).map(({ id }) => id)).toEqual(['p2'])
      expect(await store.predictions({ saying: ['claim', '%'] })).toEqual([])
    })

    test('every resolution is kept, and what nobody foretold cannot be resolved', async ({ store }) => {
      await store.enterPredictions([prediction('p1')])
      const resolution = {
        ...{ predictionId: 'p1', outcome: 'right' as const, resolvedAt: at(14), by: 'house' as const },
        ...{ because: 'It shipped.', itemIds: ['a'] },
      }
      await store.resolve(resolution)
      await store.resolve({ ...resolution, outcome: 'void', by: 'reader', resolvedAt: at(15) })
      await expect(store.resolve({ ...resolution, predictionId: 'ghost' })).rejects.toThrow('ghost')
      const all = await store.resolutions({ predictionIds: ['p1'] })
      expect(all.map(({ outcome }) => outcome)).toEqual(['right', 'void'])
      expect(await store.resolutions({ asOf: at(15) })).toEqual([resolution])
    })

    test('the ledger outlives judgments', async ({ store }) => {
      await store.enterPredictions([prediction('p1')])
      await store.dropJudgments()
      expect(await store.predictions({})).toHaveLength(1)
    })
  })
}
