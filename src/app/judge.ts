import type { Profile } from '#domain'
import { createScorer } from '#score'
import type { House } from './house.ts'
import { tasteAt } from './score.ts'

export type Judge = ReturnType<typeof createScorer>

const kept = new WeakMap<Profile, { readonly acts: string; readonly judge: Judge }>()

/**
 * The reader's judge: profile, registry, and what their acts taught. Its index of topics takes a while to make, so it is
 * kept until the profile is another one or a wish was uttered or taken back.
 */
export async function judgeOf(house: House): Promise<Judge> {
  const wishes = await house.store.acts({ kinds: ['more', 'less', 'prefer'] })
  const acts = wishes.map(({ id }) => id).join(' ')
  const known = kept.get(house.profile)
  if (known?.acts === acts) return known.judge
  const judge = createScorer(house.profile, house.registry, await tasteAt(house, null))
  kept.set(house.profile, { acts, judge })
  return judge
}
