import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'

/** The values of a JSON Lines file in order; none when the file is absent. */
export async function linesOf<T>(path: string): Promise<T[]> {
  if (!existsSync(path)) return []
  const lines = (await readFile(path, 'utf8')).split('\n').filter((line) => line.trim() !== '')
  return lines.map((line): T => JSON.parse(line))
}
