import { readFileSync } from 'node:fs'
import { CommanderError, Command as Parser } from 'commander'
import type { Instant } from '#domain'
import type { Opened } from '#wiring'
import { type Answer, type Command, type Setting, WrongUse } from './command.ts'
import { COMMANDS } from './commands.ts'
import { showProgress } from './progress.ts'

type Shared = { json?: true; data?: string; config?: string; asOf?: string }

/** Runs one command line. Returns the exit code: 0 ok, 1 failed, 2 wrong use. */
export async function main(words: readonly string[]): Promise<number> {
  let code = 0
  const parser = program(async (command, given, options) => {
    code = await run(command, given, options)
  })
  try {
    await parser.parseAsync(words, { from: 'user' })
    return code
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    return error.exitCode === 0 ? 0 : 2
  }
}

type Run = (
  command: Command,
  words: readonly string[],
  options: Record<string, string | boolean>,
) => Promise<void>

/** The parser, made from the table of commands. Exported for the document test. */
export function program(run: Run): Parser {
  const parser = new Parser('bellwether')
    .description('Reads what a field publishes, says what changed and shows the evidence.')
    .version(version(), '-V, --version')
    .helpCommand(false)
    .exitOverride()
    .showHelpAfterError('(bellwether --help lists the commands)')
  for (const command of COMMANDS) {
    const sub = parser
      .command([command.name, command.words].filter(Boolean).join(' '))
      .summary(command.summary)
      .description(command.summary)
      .option('--json', 'answer as {"ok":…,"data":…,"error":…}')
      .option('--data <dir>', 'the folder that holds the store and the editions')
      .option('--config <file>', 'the settings; bellwether.yaml here when left out')
      .option('--as-of <instant>', 'answer with what was known then: 2026-05-14 or 2026-05-14T06:00Z')
      .addHelpText('after', `\nExample:\n  ${command.example}`)
      .exitOverride()
    for (const [flags, what] of command.options) sub.option(flags, what)
    sub.action((...args: unknown[]) => run(command, wordsOf(args), sub.opts()))
  }
  return parser
}

async function run(
  command: Command,
  words: readonly string[],
  options: Record<string, string | boolean>,
): Promise<number> {
  const shared = options as Shared
  const json = shared.json === true
  let opened: Opened | null = null
  try {
    const setting: Setting = {
      json,
      asOf: instantOf(shared.asOf),
      config: shared.config ?? null,
      data: shared.data ?? null,
      async open(choices) {
        const { openHouse } = await import('#wiring')
        opened ??= await openHouse({
          config: choices?.config ?? shared.config ?? null,
          data: choices?.data ?? shared.data ?? null,
          now: choices?.now ?? null,
          ...(choices?.lean ? { lean: true } : {}),
          progress: showProgress(json),
        })
        return opened
      },
      tell: (line) => void (json || process.stderr.write(`${line}\n`)),
    }
    const answer = await (await command.load()).deed(setting, words, options)
    if (answer) print(answer, json)
    return answer?.failed ? 1 : 0
  } catch (error) {
    return complain(error, json)
  } finally {
    await (opened as Opened | null)?.close()
  }
}

function print(answer: Answer, json: boolean): void {
  if (json)
    process.stdout.write(`${JSON.stringify({ ok: !answer.failed, data: answer.data, error: null })}\n`)
  else
    process.stdout.write(answer.text.endsWith('\n') || answer.text === '' ? answer.text : `${answer.text}\n`)
}

function complain(error: unknown, json: boolean): number {
  const message = error instanceof Error ? error.message : String(error)
  if (json) process.stdout.write(`${JSON.stringify({ ok: false, data: null, error: message })}\n`)
  else process.stderr.write(`bellwether: ${message}\n`)
  if (process.env.BELLWETHER_DEBUG && error instanceof Error) process.stderr.write(`${error.stack}\n`)
  return error instanceof WrongUse ? 2 : 1
}

/** An instant as a person writes it; a bare day means its end is not yet reached: the start of that day, UTC. */
function instantOf(text: string | undefined): Instant | null {
  if (text === undefined) return null
  const at = Date.parse(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00Z` : text)
  if (Number.isNaN(at))
    throw new WrongUse(`--as-of ${text}: no instant; write it as 2026-05-14 or 2026-05-14T06:00Z`)
  return new Date(at).toISOString()
}

function wordsOf(args: readonly unknown[]): string[] {
  return args.flat().filter((arg): arg is string => typeof arg === 'string')
}

function version(): string {
  const file = new URL('../../package.json', import.meta.url)
  return String(JSON.parse(readFileSync(file, 'utf8')).version)
}
