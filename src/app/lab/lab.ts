import type { Entity, Profile } from '#domain'
import type { Store } from '#ports'

/** One line of input, read from JSON: an `id` and what the room asks for. */
export type LabLine = Readonly<Record<string, unknown>>

export type LabOptions = {
  readonly profile: Profile | null
  /** The lines of the file named by `--docs`, in order; null when none was named. */
  readonly docs: readonly LabLine[] | null
  /** `--final`: answer with the settled state at the end instead of the decision at arrival. */
  readonly final: boolean
  /** The repository's registry, ready for rooms that name entities. */
  readonly registry: readonly Entity[]
  /** An empty store in memory, for rooms that search. */
  readonly openStore: () => Promise<Store>
}

/** One room run over lines. `answer` gives the fields beside `id`; with `final`, `settle` gives one for each line, in order. */
export type LabRun = {
  answer(line: LabLine): object | Promise<object>
  settle?(): Iterable<object>
}

export type LabRoom = { readonly name: string; open(options: LabOptions): LabRun | Promise<LabRun> }

/** A line that lacks what the room needs; the message says what and becomes the line's problem. */
export class LabLineError extends Error {}

/** The text under `field`; throws a LabLineError when it is missing or no text. */
export function textOf(line: LabLine, field: string): string {
  const value = line[field]
  if (typeof value === 'string') return value
  throw new LabLineError(`"${field}" must be a text; it is ${value === undefined ? 'missing' : typeof value}`)
}

/** The text under `field`, or null when it is absent or null; throws a LabLineError when it is something else. */
export function textOrNull(line: LabLine, field: string): string | null {
  return line[field] === undefined || line[field] === null ? null : textOf(line, field)
}
