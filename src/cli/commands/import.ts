import { existsSync, statSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import type { Consignment } from '#app'
import { importFiles } from '#app'
import type { Source } from '#domain'
import { type Deed, WrongUse } from '../command.ts'
import { problemLines } from '../problems.ts'

/** Reads what the paths name. Exit code 1 when something was lost, after everything else was read. */
export const deed: Deed = async (setting, paths, options) => {
  const { house } = await setting.open()
  const missing = paths.filter((path) => !existsSync(path))
  if (missing.length === paths.length) throw new WrongUse(`no such file or folder: ${missing.join(', ')}`)
  const consignments = consign(
    paths.filter((path) => existsSync(path)),
    typeof options.source === 'string' ? options.source : null,
  )
  const intake = await importFiles(house, consignments)
  for (const path of missing)
    intake.problems.push({ severity: 'lost', what: 'there is no such file or folder', where: path })

  for (const line of problemLines(intake.problems)) setting.tell(line)
  const counted = `${intake.captures} files read: ${intake.added} new items, ${intake.revised} revised, ${intake.unchanged} known already`
  const lost = intake.problems.some((problem) => problem.severity === 'lost')
  return { data: intake, text: counted, failed: lost }
}

/** Files of one folder are one source, named after the folder unless the reader says otherwise. */
function consign(paths: readonly string[], sourceId: string | null): Consignment[] {
  const bySource = new Map<string, { source: Source; paths: string[] }>()
  for (const path of paths.map((given) => resolve(given))) {
    const folder = statSync(path).isDirectory() ? path : dirname(path)
    const id = sourceId ?? slug(basename(folder))
    const consignment = bySource.get(id) ?? { source: importedSource(id, folder), paths: [] }
    consignment.paths.push(path)
    bySource.set(id, consignment)
  }
  return [...bySource.values()]
}

function importedSource(id: string, folder: string): Source {
  // An archive has no rhythm: its silence is no gap.
  return {
    id,
    name: basename(folder),
    kind: 'folder',
    address: folder,
    family: id,
    weight: 0.5,
    staleAfterHours: Number.MAX_SAFE_INTEGER,
  }
}

const slug = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '') || 'import'
