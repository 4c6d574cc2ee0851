import { createHash } from 'node:crypto'
import { chmod, mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { SourceKind } from '#domain'
import type { Gathered } from '#ports'
import { createFileGatherer } from './index.ts'

const NOW = '2026-05-14T18:00:00.000Z'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bellwether-gather-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test('a file comes with its bytes, hash, size and type', async () => {
  const path = join(folder, 'feed.RSS')
  await writeFile(path, '<rss/>')
  expect(await gathered(path, 'file')).toEqual([
    {
      ...{ kind: 'fresh', etag: null, lastModified: null, problems: [] },
      captures: [
        {
          capture: {
            hash: createHash('sha256').update('<rss/>').digest('hex'),
            ...{
              sourceId: 'files',
              address: path,
              contentType: 'application/rss+xml',
              sizeBytes: 6,
              capturedAt: NOW,
            },
          },
          body: Buffer.from('<rss/>'),
        },
      ],
    },
  ])
})

test('a folder is read to its depths in natural order, without hidden files and pictures', async () => {
  await mkdir(join(folder, 'sub', '.hidden'), { recursive: true })
  for (const name of [
    'day 10.md',
    'day 2.md',
    'Übersicht.txt',
    '.secret',
    'logo.PNG',
    'sub/a.eml',
    'sub/.hidden/b.md',
    'no-ending',
  ])
    await writeFile(join(folder, name), name)
  await symlink(folder, join(folder, 'sub', 'circle'))
  expect(namesOf(await gathered(folder))).toEqual([
    'day 2.md',
    'day 10.md',
    'no-ending',
    'a.eml',
    'Übersicht.txt',
  ])
})

test('an empty file is handed on, and an empty folder gives nothing', async () => {
  expect(await gathered(folder)).toEqual([])
  await writeFile(join(folder, 'empty.xml'), '')
  expect(namesOf(await gathered(folder))).toEqual(['empty.xml'])
})

test('a file that is too large is refused with its path and the limit; the rest goes on and comes first', async () => {
  await writeFile(join(folder, 'a-huge.json'), '')
  await truncate(join(folder, 'a-huge.json'), 50_000_001)
  await symlink(join(folder, 'nowhere'), join(folder, 'b-broken.md'))
  await writeFile(join(folder, 'c.md'), 'fine')
  const answers = await gathered(folder)
  expect(answers.map(({ kind }) => kind)).toEqual(['fresh', 'failed', 'failed'])
  expect(whyOf(answers[1])).toMatch(/a-huge\.json has 50\.0 MB, and the limit is 50 MB/)
  expect(whyOf(answers[2])).toMatch(/b-broken\.md is not there/)
})

test.skipIf(process.getuid?.() === 0)('a file that may not be read is named', async () => {
  await writeFile(join(folder, 'secret.md'), '')
  await chmod(join(folder, 'secret.md'), 0)
  expect(whyOf((await gathered(folder))[0])).toMatch(/secret\.md may not be read by this user/)
})

test('a path that is not there, and one that is no file, are failures', async () => {
  expect(whyOf((await gathered(join(folder, 'nowhere')))[0])).toMatch(
    /nowhere is not there; is the path right/,
  )
  expect(whyOf((await gathered('/dev/null', 'file'))[0])).toMatch(/no regular file/)
})

async function gathered(address: string, kind: SourceKind = 'folder'): Promise<Gathered[]> {
  const source = {
    id: 'files',
    name: 'Files',
    kind,
    address,
    family: 'files',
    weight: 0.5,
    staleAfterHours: 72,
  }
  const answers: Gathered[] = []
  const gatherer = createFileGatherer()
  expect(gatherer.handles(source)).toBe(true)
  for await (const answer of gatherer.gather(source, null, NOW) as AsyncIterable<Gathered>)
    answers.push(answer)
  return answers
}

const namesOf = (answers: readonly Gathered[]): string[] =>
  answers.flatMap((answer) =>
    answer.kind === 'fresh' ? answer.captures.map(({ capture }) => basename(capture.address)) : [],
  )
const whyOf = (answer: Gathered | undefined): string => (answer?.kind === 'failed' ? answer.why : '')
