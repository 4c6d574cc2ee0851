import type { Profile } from '#domain'
import { createScorer } from '#score'
import type { House } from './house.ts'
import { lastRelated } from './related.ts'
import { type Judge, tasteAt } from './score.ts'

const kept = new WeakMap<Profile, { readonly key: string; readonly judge: Judge }>()

/**
 * The reader's judge: profile, registry, and what their acts and their corpus taught. Its index of topics takes a while
 * to make, so it is kept until the profile is another one, a wish was uttered or taken back, or words were learnt.
 */
export async function judgeOf(house: House): Promise<Judge> {
  const wishes = await house.store.acts({ kinds: ['more', 'less', 'prefer'] })
  const words = await lastRelated(house, house.clock.now())
  const key = [words?.week, words?.topics.length, ...wishes.map(({ id }) => id)].join(' ')
  const known = kept.get(house.profile)
  if (known?.key === key) return known.judge
  const taste = await tasteAt(house, null)
  const judge = createScorer(house.profile, house.registry, { taste, related: words?.phrases ?? [] })
  kept.set(house.profile, { key, judge })
  return judge
}
