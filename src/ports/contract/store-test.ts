import { test } from 'vitest'
import type { Store } from '../store.ts'

/** An empty store, and one more onto the same keep, as another process would open it. */
export type Keep = { readonly store: Store; reopen(): Promise<Store> }

export type StoreTest = ReturnType<typeof storeTest>

/** A test that is given a store of its own, and closes whatever was opened for it. */
export const storeTest = (open: () => Promise<Keep>) =>
  test.extend<{ keep: Keep; store: Store; reopen: () => Promise<Store> }>({
    async keep({ onTestFinished }, use) {
      const keep = await open()
      onTestFinished(() => keep.store.close())
      await use(keep)
    },
    store: ({ keep }, use) => use(keep.store),
    reopen: ({ keep, onTestFinished }, use) =>
      use(async () => {
        const another = await keep.reopen()
        onTestFinished(() => another.close())
        return another
      }),
  })
