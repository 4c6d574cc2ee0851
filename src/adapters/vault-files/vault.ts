import { lstat, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'

const MOST_BYTES = 4_000_000
const MOST_FILES = 200_000

/**
 * Writes files of a vault, by their path inside it, each whole or not at all; what is as it was is left alone, and
 * nothing is ever deleted. Returns how many were written. Throws on a path that leads out of the folder.
 */
export async function writeVault(folder: string, files: ReadonlyMap<string, string>): Promise<number> {
  let written = 0
  for (const [path, text] of files) {
    const target = join(folder, path)
    if (relative(folder, target).startsWith('..')) throw new Error(`vault: ${path} leads out of ${folder}`)
    if ((await readFile(target, 'utf8').catch(() => null)) === text) continue
    await mkdir(dirname(target), { recursive: true })
    await writeFile(`${target}.part`, text)
    await rename(`${target}.part`, target)
    written++
  }
  return written
}

/**
 * The Markdown files of a vault, by their path inside it with `/` between folders. Hidden folders such as `.obsidian`,
 * links that lead elsewhere, and files too large to be pages are passed over.
 */
export async function readVault(folder: string): Promise<Map<string, string>> {
  const names = await readdir(folder, { recursive: true })
  const files = new Map<string, string>()
  for (const name of names.sort().slice(0, MOST_FILES)) {
    if (!name.endsWith('.md') || name.split(sep).some((step) => step.startsWith('.'))) continue
    const path = join(folder, name)
    const about = await lstat(path)
    if (!about.isFile() || about.size > MOST_BYTES) continue
    files.set(name.split(sep).join('/'), await readFile(path, 'utf8'))
  }
  return files
}
