import { fetch } from 'undici'
import type { EditionKind, Instant } from '#domain'
import type { Delivery, Outcome } from '#ports'
import { requestOf, type Target } from './formats.ts'

type HttpSettings = {
  readonly name: string
  readonly kinds: readonly EditionKind[]
  readonly target: Target
  readonly audience: Delivery['audience']
  /** Where the house can be reached, without a slash at the end; null leaves links out. */
  readonly site: string | null
  readonly now: () => Instant
}

const WAIT_MS = 15_000
const SHOWN_CHARACTERS = 200

/**
 * Editions by one HTTP request each: signed webhooks, Slack, Discord, Telegram, ntfy. An address that refuses for good
 * (4xx but 408, 425 and 429) is not asked again; secrets in the address never show in a message.
 */
export function createHttpDelivery({ name, kinds, target, audience, site, now }: HttpSettings): Delivery {
  const receiver = target.format === 'telegram' ? `chat ${target.chat}` : new URL(target.url).host
  return {
    ...{ name, audience, kinds, repeats: false },
    receivers: async () => [receiver],
    async deliver(parcel) {
      const { url, headers, body } = requestOf(target, parcel, { site, at: now() })
      const signal = AbortSignal.timeout(WAIT_MS)
      const answer = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'error' }).catch(
        (error: unknown) => reasonOf(error),
      )
      if (typeof answer === 'string') return { kind: 'failed', why: `${receiver}: ${answer}`, next: 'again' }
      const said = (await answer.text().catch(() => '')).slice(0, SHOWN_CHARACTERS)
      return outcomeOf(answer.status, said, receiver)
    },
  }
}

const LATER: ReadonlySet<number> = new Set([408, 425, 429])

function outcomeOf(status: number, said: string, receiver: string): Outcome {
  if (status >= 200 && status < 300) return { kind: 'delivered', places: [receiver] }
  const why = `${receiver} answered ${status}${said ? `: ${said}` : ''}`
  return { kind: 'failed', why, next: status >= 500 || LATER.has(status) ? 'again' : 'never' }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.name === 'TimeoutError'
    ? 'no answer within 15 s'
    : `cannot be reached (${error.cause instanceof Error ? error.cause.message : error.message})`
}
