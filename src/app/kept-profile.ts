import type { Instant, Profile } from '#domain'
import type { Store } from '#ports'

/** The profile that the reader kept on a page, by which act and when: it outranks the settings file's. Null when there is none. */
export async function keptProfile(
  store: Store,
): Promise<{ actId: string; at: Instant; profile: Profile } | null> {
  const last = (await store.acts({ kinds: ['profile'] })).at(-1)
  if (last?.deed.kind !== 'profile' || last.deed.profile === null) return null
  return { actId: last.id, at: last.at, profile: last.deed.profile }
}
