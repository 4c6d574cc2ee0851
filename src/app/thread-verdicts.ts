import type { Act, Thread } from '#domain'
import { shortHash } from '#text'
import type { House } from './house.ts'

/** Writes down what the reader makes of a thread. */
export async function judgeThread(
  house: House,
  threadId: string,
  verdict: 'confirm' | 'drop' | 'close' | 'name',
  name: string | null = null,
): Promise<Act> {
  const at = house.clock.now()
  const deed = { kind: 'thread' as const, threadId, verdict, name }
  const act = { id: `a${shortHash(`${at} ${JSON.stringify(deed)}`)}`, at, deed }
  await house.store.saveAct(act)
  return act
}

/** What the reader made of a thread: where it stands by their word, and what they call it. */
export type Verdict = { standing: 'confirm' | 'drop' | 'close' | null; name: string | null }

/** The last word on each thread, by the id that it had then. */
export function verdictsOf(acts: readonly Act[]): ReadonlyMap<string, Verdict> {
  const verdicts = new Map<string, Verdict>()
  for (const { deed } of acts) {
    if (deed.kind !== 'thread') continue
    const known = verdicts.get(deed.threadId) ?? { standing: null, name: null }
    verdicts.set(deed.threadId, {
      standing: deed.verdict === 'name' ? known.standing : deed.verdict,
      name: deed.name ?? known.name,
    })
  }
  return verdicts
}

/** A thread as the reader left it; null when they dropped it. */
export function asTheReaderSays(thread: Thread, verdict: Verdict | undefined): Thread | null {
  if (!verdict) return thread
  if (verdict.standing === 'drop') return null
  return {
    ...thread,
    name: verdict.name ?? thread.name,
    standing: verdict.standing === null ? thread.standing : 'reader',
    state: verdict.standing === 'close' ? 'closed' : thread.state,
  }
}
