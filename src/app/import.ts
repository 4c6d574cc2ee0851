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
  await understand(house)
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
