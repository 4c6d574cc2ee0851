import { readdir, realpath, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { isMedia } from './content-type.ts'

const MOST_LEVELS = 32
// `file 2` before `file 10`, and the same on every machine whatever its language.
const NATURAL = new Intl.Collator('en', { numeric: true, sensitivity: 'variant' })

/** A file found on the way, or a place that could not be looked into and why. */
export type Found = { readonly path: string; readonly problem: unknown }

/**
 * The files in a folder and the folders in it, in natural order, without hidden ones and media. Links are followed;
 * a folder that was visited already is not visited again, so that links in circles end.
 */
export async function* walk(folder: string, visited = new Set<string>(), level = 0): AsyncGenerator<Found> {
  let names: string[]
  try {
    const real = await realpath(folder)
    if (visited.has(real) || level > MOST_LEVELS) return
    visited.add(real)
    names = await readdir(folder)
  } catch (problem) {
    yield { path: folder, problem }
    return
  }
  for (const name of names.sort((a, b) => NATURAL.compare(a, b) || (a < b ? -1 : 1))) {
    if (name.startsWith('.')) continue
    const path = join(folder, name)
    try {
      if ((await stat(path)).isDirectory()) yield* walk(path, visited, level + 1)
      else if (!isMedia(extname(name).toLowerCase())) yield { path, problem: null }
    } catch (problem) {
      yield { path, problem }
    }
  }
}
