import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Delivery, Parcel } from '#ports'

/**
 * Puts each edition into a folder as Markdown, HTML and JSON, named by its id, and the newest digest as `latest.html`.
 * A file is there whole or not at all, and one that holds these bytes already is left untouched. What cannot be
 * written is named with its path, after the rest was.
 */
export function createFileDelivery(folder: string): Delivery {
  return {
    ...{ name: 'files', audience: 'reader', repeats: true },
    kinds: ['digest', 'brief', 'dive', 'alert'],
    receivers: async () => [folder],
    async deliver(parcel) {
      const places: string[] = []
      const faults: string[] = []
      for (const [name, text] of await filesOf(parcel, folder)) {
        const path = join(folder, name)
        try {
          await mkdir(folder, { recursive: true })
          await put(path, text)
          places.push(path)
        } catch (error) {
          faults.push(`${path} cannot be written: ${reason(error)}`)
        }
      }
      if (faults.length > 0) return { kind: 'failed', why: faults.join('; '), next: 'again' }
      return { kind: 'delivered', places }
    },
  }
}

async function filesOf(
  { edition, markdown, html, json }: Parcel,
  folder: string,
): Promise<[string, string][]> {
  const files: [string, string][] = [
    [`${edition.id}.md`, markdown],
    [`${edition.id}.html`, html],
    [`${edition.id}.json`, json],
  ]
  if (edition.kind === 'digest' && edition.date >= (await latestDate(folder))) {
    files.push(['latest.html', html], [LATEST_DATE, edition.date])
  }
  return files
}

// Beside latest.html, so that an old edition delivered again does not take its place.
const LATEST_DATE = '.latest'

async function latestDate(folder: string): Promise<string> {
  return readFile(join(folder, LATEST_DATE), 'utf8').catch(() => '')
}

async function put(path: string, text: string): Promise<void> {
  const bytes = Buffer.from(text)
  const there = await readFile(path).catch(() => null)
  if (there?.equals(bytes)) return
  const draft = `${path}.${randomBytes(4).toString('hex')}.part`
  try {
    const file = await open(draft, 'wx')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error))
