import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { LABS, type LabLine, LabLineError, type LabOptions, type LabRun } from '#lab'
import { readProfile } from '#settings'
import { loadRegistry, openMemoryStore } from '#wiring'
import { type Deed, WrongUse } from '../command.ts'

/** Standard input to standard output, one line out for each line in, in order, in constant memory where the room allows it. */
export const deed: Deed = async (_setting, [name = ''], options) => {
  const load = LABS[name]
  if (!load) throw new WrongUse(`there is no room "${name}"; the rooms are ${Object.keys(LABS).join(', ')}`)
  const { lab } = await load()
  const run = await lab.open(await labOptions(options))
  const settled: unknown[] | null = options.final === true && run.settle ? [] : null

  for await (const text of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (text.trim() === '') continue
    const { id, answer } = await answerTo(run, text)
    if (settled) settled.push(id)
    else await write({ id, ...answer })
  }
  if (settled && run.settle) {
    let index = 0
    for (const answer of run.settle()) await write({ id: settled[index++], ...answer })
  }
  return null
}

/** The room's answer; a line that cannot be read or lacks something is answered with its problem. */
async function answerTo(run: LabRun, text: string): Promise<{ id: unknown; answer: object }> {
  let id: unknown = null
  try {
    const line: unknown = JSON.parse(text)
    if (typeof line !== 'object' || line === null || Array.isArray(line))
      throw new LabLineError('a line must be a JSON object with an "id"')
    id = (line as LabLine).id ?? null
    return { id, answer: await run.answer(line as LabLine) }
  } catch (error) {
    const what =
      error instanceof SyntaxError
        ? `no JSON: ${error.message}`
        : error instanceof Error
          ? error.message
          : String(error)
    return { id, answer: { problems: [{ severity: 'lost', what, where: null }] } }
  }
}

async function write(answer: object): Promise<void> {
  if (!process.stdout.write(`${JSON.stringify(answer)}\n`)) await once(process.stdout, 'drain')
}

async function labOptions(options: Readonly<Record<string, string | boolean>>): Promise<LabOptions> {
  const { profile, docs } = options
  return {
    profile: typeof profile === 'string' ? readProfile(await readFile(profile, 'utf8'), profile) : null,
    docs: typeof docs === 'string' ? await linesOf(docs) : null,
    final: options.final === true,
    registry: (await loadRegistry()).entities,
    openStore: openMemoryStore,
  }
}

async function linesOf(file: string): Promise<LabLine[]> {
  const lines: LabLine[] = []
  for await (const text of createInterface({
    input: createReadStream(file),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    if (text.trim() !== '') lines.push(JSON.parse(text))
  }
  return lines
}
