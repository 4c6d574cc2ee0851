import type { EditionKind, Entity, Profile, Source } from '#domain'
import type { Clock, Delivery, Embedder, Gatherer, Postman, Store, Writer } from '#ports'

/** Everything a deed works with, chosen by `wiring.ts`: the neighbours behind their ports, and the reader's settings. */
export type House = {
  readonly store: Store
  readonly clock: Clock
  readonly gatherers: readonly Gatherer[]
  readonly deliveries: readonly Delivery[]
  /** Null where no language model is set up, which is the usual case. */
  readonly writer: Writer | null
  /** What the model may cost in a day, UTC. */
  readonly writerUsdPerDay: number
  /** Null where no mail is set up. */
  readonly postman: Postman | null
  /** One more signal where the reader set one up; null else. */
  readonly embedder: Embedder | null
  /** Kinds of editions that go out only after a person approved them. */
  readonly held: readonly EditionKind[]
  readonly sources: readonly Source[]
  /** Ids of sources that never show in what others can read. */
  readonly privateSources: ReadonlySet<string>
  readonly profile: Profile
  readonly registry: readonly Entity[]
  /** Entities whose trend lines are drawn, by id. */
  readonly tracked: readonly string[]
  /** The deep dives that the house keeps, each on a topic. */
  readonly dives: readonly DiveTopic[]
  /** Where others reach the house, without a slash at the end; null where nobody said. */
  readonly site: string | null
  /** A cron expression for each job, in the reader's zone. */
  readonly schedule: Readonly<Record<'digest' | 'brief' | 'dives' | 'alerts', string>>
  readonly alerts: {
    readonly perDay: number
    /** `22:00-07:00`; null for none. */
    readonly quiet: string | null
    /** IANA name of the reader's zone. */
    readonly zone: string
  }
  /** When the day closes, `06:00`, UTC. */
  readonly digestAt: string
  /** Told as the work goes on; doors show it. */
  readonly progress: (step: Progress) => void
}

/** A topic of which a living page is kept. `words` are phrases and names that place a story in it. */
export type DiveTopic = { readonly id: string; readonly name: string; readonly words: readonly string[] }

/** How far a long deed has come; `total` is null while nobody can know. */
export type Progress = { readonly what: string; readonly done: number; readonly total: number | null }
