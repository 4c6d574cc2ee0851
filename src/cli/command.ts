import type { Instant } from '#domain'
import type { Opened } from '#wiring'

/** What every command is given: the options that all share, and the house when it asks for it. */
export type Setting = {
  readonly json: boolean
  readonly asOf: Instant | null
  readonly config: string | null
  readonly data: string | null
  /** Opens the house, once; it is closed when the command ends. */
  open(choices?: { now?: Instant; config?: string; data?: string; lean?: boolean }): Promise<Opened>
  /** Tells the person at the terminal something that is no answer: to standard error, nothing with --json. */
  tell(line: string): void
}

/** What a command found: `data` for programs, `text` for people. `failed` sets the exit code to 1 all the same. */
export type Answer = { readonly data: unknown; readonly text: string; readonly failed?: boolean }

/** Used wrongly: the message says what is wrong and what to write instead. Exit code 2. */
export class WrongUse extends Error {}

export type Deed = (
  setting: Setting,
  words: readonly string[],
  options: Readonly<Record<string, string | boolean>>,
) => Promise<Answer | null>

export type Command = {
  readonly name: string
  /** Words after the name: `<query>`, `[date]`, `<paths...>`. */
  readonly words: string
  readonly summary: string
  readonly example: string
  readonly options: readonly (readonly [flags: string, what: string])[]
  readonly load: () => Promise<{ deed: Deed }>
}
