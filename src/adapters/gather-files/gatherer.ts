import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { extname } from 'node:path'
import type { Instant } from '#domain'
import type { Gathered, Gatherer } from '#ports'
import { contentTypeOf } from './content-type.ts'
import { walk } from './walk.ts'

const MOST_MB = 50
const MOST_BYTES = MOST_MB * 1_000_000

/**
 * Reads the files and folders of this machine. One file is in memory at a time, each an answer of its own. A file that
 * cannot be read is a failure with its path; the failures come after everything that could be read, so that the
 * source's health shows them.
 */
export function createFileGatherer(): Gatherer {
  return {
    handles: ({ kind }) => kind === 'file' || kind === 'folder',
    async *gather(source, _health, now) {
      const failures: Gathered[] = []
      for await (const { path, problem } of pathsOf(source.address)) {
        const answer = problem === null ? await read(path, source.id, now) : failed(path, problem)
        if (answer.kind === 'failed') failures.push(answer)
        else yield answer
      }
      yield* failures
    },
  }
}

async function* pathsOf(address: string): AsyncGenerator<{ path: string; problem: unknown }> {
  const isFolder = await stat(address).then(
    (found) => found.isDirectory(),
    () => false,
  )
  if (isFolder) yield* walk(address)
  else yield { path: address, problem: null }
}

async function read(path: string, sourceId: string, now: Instant): Promise<Gathered> {
  try {
    const found = await stat(path)
    // A pipe or a device may never end.
    if (!found.isFile()) return refused(path, 'is no regular file')
    if (found.size > MOST_BYTES) return refused(path, tooLarge(found.size))
    const body = await readFile(path)
    if (body.length > MOST_BYTES) return refused(path, tooLarge(body.length))
    const capture = {
      hash: createHash('sha256').update(body).digest('hex'),
      sourceId,
      address: path,
      contentType: contentTypeOf(extname(path).toLowerCase()),
      sizeBytes: body.length,
      capturedAt: now,
    }
    return { kind: 'fresh', captures: [{ capture, body }], etag: null, lastModified: null, problems: [] }
  } catch (error) {
    return failed(path, error)
  }
}

const tooLarge = (bytes: number): string =>
  `has ${(bytes / 1_000_000).toFixed(1)} MB, and the limit is ${MOST_MB} MB: split it and hand in the parts`

const refused = (path: string, why: string): Gathered => ({
  kind: 'failed',
  why: `${path} ${why}`,
  retryAt: null,
})

function failed(path: string, error: unknown): Gathered {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
  return refused(path, REASONS[code] ?? `cannot be read (${code})`)
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'is not there; is the path right?',
  EACCES: 'may not be read by this user',
  EPERM: 'may not be read by this user',
  ELOOP: 'is a link that leads in a circle',
  ENAMETOOLONG: 'is too long for a path',
}
