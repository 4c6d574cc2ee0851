import type { EditionKind } from './edition.ts'
import type { Instant } from './time.ts'

/** What became of one edition on its way to one receiver by one delivery: at most one is ever kept as delivered. */
export type Sending = {
  readonly editionId: string
  /** The delivery's name, as in the settings. */
  readonly delivery: string
  /** An address, a chat, a folder: whom this delivery knows by it. */
  readonly receiver: string
  readonly state: 'delivered' | 'waiting' | 'given-up'
  readonly attempts: number
  readonly triedAt: Instant
  /** Not before this instant; null unless it waits. */
  readonly nextTryAt: Instant | null
  /** Why the last attempt failed; null when it did not, and while one is under way. */
  readonly why: string | null
}

/** Someone who gets mail. Only `confirmed` ones do: they said so themselves, from their own mailbox. */
export type Subscriber = {
  readonly address: string
  readonly channels: readonly EditionKind[]
  readonly state: 'pending' | 'confirmed' | 'left' | 'bounced'
  /** Known to nobody but them and us: it confirms and ends the subscription. */
  readonly token: string
  readonly since: Instant
}

/** What a language model cost for one edition on one day (UTC). */
export type Spend = {
  readonly editionId: string
  readonly day: string
  readonly asks: number
  readonly tokensIn: number
  readonly tokensOut: number
  readonly usd: number
}

/** The last time that a job of the schedule was done: the instant that it was due and the one at which it ran. */
export type JobRun = { readonly job: string; readonly dueAt: Instant; readonly ranAt: Instant }
