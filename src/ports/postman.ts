import type { Subscriber } from '#domain'
import type { Outcome } from './delivery.ts'

/** Asks someone by mail whether it was they who subscribed: nobody is mailed an edition who did not say so. */
export type Postman = { ask(subscriber: Subscriber): Promise<Outcome> }
