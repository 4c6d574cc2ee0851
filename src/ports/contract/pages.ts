import { describe, expect } from 'vitest'
import { at, page } from './samples.ts'
import type { StoreTest } from './store-test.ts'

/** Revisions of pages, and what links to them. */
export function pagesContract(test: StoreTest): void {
  describe('pages', () => {
    test('a page is the series of its revisions, and its log', async ({ store, reopen }) => {
      await store.savePages([page('entity/a', 1, at(13)), page('entity/b', 1, at(13))])
      await store.savePages([page('entity/a', 2, at(14))])
      await expect(
        store.savePages([page('entity/c', 1, at(15)), page('entity/a', 2, at(15))]),
      ).rejects.toThrow()
      const all = await (await reopen()).pages({})
      expect(all.map(({ id, revision }) => [id, revision])).toEqual([
        ['entity/a', 2],
        ['entity/b', 1],
      ])
      expect(await store.page('entity/a', { asOf: at(14) })).toEqual(page('entity/a', 1, at(13)))
      expect(await store.page('entity/a', { asOf: at(13) })).toBeNull()
      expect((await store.pages({ asOf: at(14) })).map(({ revision }) => revision)).toEqual([1, 1])
      expect(
        (await store.pageLog({ since: at(14) })).map(({ pageId, revision }) => [pageId, revision]),
      ).toEqual([['entity/a', 2]])
      expect(await store.pageLog({})).toHaveLength(3)
      expect(await store.lastPageAt()).toBe(at(14))
      expect(await store.pageRows({})).toEqual(
        all.map(({ id, kind, title, aliases, revision }) => ({ id, kind, title, aliases, revision })),
      )
      expect((await store.pageRows({ asOf: at(14) })).map(({ revision }) => revision)).toEqual([1, 1])
      const [some] = all
      const saying = some?.title.toLowerCase().split(' ') ?? []
      expect((await store.pageRows({ saying })).map(({ id }) => id)).toContain(some?.id)
      expect(await store.pageRows({ saying: [...saying, 'nowhere'] })).toEqual([])
      await store.dropJudgments()
      expect(await store.pages({})).toHaveLength(2)
    })
  })

  describe('links of pages', () => {
    test('the pages that link to one, as known at an instant', async ({ store }) => {
      const says = (id: string, revision: number, day: number, markdown: string) => ({
        ...page(id, revision, at(day)),
        markdown,
      })
      await store.savePages([
        says('entity/a', 1, 13, 'Led by "[[entity/b|B]]".'),
        says('entity/b', 1, 13, 'Nothing.'),
        says('entity/c', 1, 13, 'See [[entity/bb]] and [[entity/b]].'),
        says('entity/c', 2, 15, 'See [[entity/bb]].'),
      ])
      const leading = async (linkingTo: string, day: number) =>
        (await store.pageRows({ linkingTo, asOf: at(day) })).map(({ id }) => id)
      expect(await leading('entity/b', 14)).toEqual(['entity/a', 'entity/c'])
      expect(await leading('entity/b', 16)).toEqual(['entity/a'])
      expect(await leading('entity/a', 16)).toEqual([])
      expect((await store.pageLog({ pageId: 'entity/c' })).map(({ revision }) => revision)).toEqual([1, 2])
    })
  })
}
