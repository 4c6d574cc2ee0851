import { type Understood, understand } from './day.ts'
import type { House } from './house.ts'

/** Drops every judgment and makes it again from the facts, oldest first. Facts and editions stay. */
export async function rebuild(house: House): Promise<Understood> {
  await house.store.dropJudgments()
  return understand(house)
}
