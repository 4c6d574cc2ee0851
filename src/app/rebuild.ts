import { understand } from './day.ts'
import type { House } from './house.ts'

/** Drops every judgment and makes it again from the facts, oldest first. Facts and editions stay. Returns how many items. */
export async function rebuild(house: House): Promise<number> {
  await house.store.dropJudgments()
  return understand(house)
}
