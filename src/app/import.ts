import type { Problem, Source } from '#domain'
import { takeIn, understand } from './day.ts'
import { type Captured, readSource } from './gather.ts'
import type { House } from './house.ts'
import type { Intake } from './intake.ts'

/** A source and the files and folders of it that a person hands in. */
export type Consignment = { readonly source: Source; readonly paths: readonly string[] }

/**
 * Reads files and folders as archives of their sources and understands what is new in them. Doing it twice adds
 * nothing. What cannot be read is in the problems, with its file; the rest goes on.
 */
export async function importFiles(house: House, consignments: readonly Consignment[]): Promise<Intake> {
  const problems: Problem[] = []
  await house.store.saveSources(consignments.map(({ source }) => source))
  const intake = await takeIn(house, readAll(house, consignments, problems))
  intake.problems.unshift(...problems)
  intake.problems.push(...(await understand(house)).problems)
  return intake
}

/** Takes in files that have just come into a source's folder: they are seen now, whatever date they bear. */
export async function takeInArrived(house: House, source: Source, paths: readonly string[]): Promise<Intake> {
  const problems: Problem[] = []
  async function* arrived(): AsyncGenerator<Captured> {
    for (const path of paths) yield* readSource(house, { ...source, address: path }, problems, 'news')
  }
  const intake = await takeIn(house, arrived())
  intake.problems.unshift(...problems)
  intake.problems.push(...(await understand(house)).problems)
  return intake
}

async function* readAll(
  house: House,
  consignments: readonly Consignment[],
  problems: Problem[],
): AsyncGenerator<Captured> {
  for (const { source, paths } of consignments) {
    for (const [index, path] of paths.entries()) {
      house.progress({ what: `files of ${source.name}`, done: index, total: paths.length })
      yield* readSource(house, { ...source, address: path }, problems)
    }
  }
}
