import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Edition, EditionKind } from '#domain'
import type { Parcel } from '#ports'
import { createFileDelivery } from './index.ts'

let folder = ''
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'bellwether-files-')), 'new', 'folder')
})
afterEach(() => rm(join(folder, '..', '..'), { recursive: true, force: true }))

test('an edition is put in three files and as the latest, with nothing left lying about', async () => {
  const outcome = await createFileDelivery(folder).deliver(parcel('2026-05-14'), folder)
  expect(outcome).toMatchObject({
    kind: 'delivered',
    places: expect.arrayContaining([join(folder, 'digest-2026-05-14.md')]),
  })
  expect((await readdir(folder)).sort()).toEqual([
    ...['.latest', 'digest-2026-05-14.html', 'digest-2026-05-14.json', 'digest-2026-05-14.md', 'latest.html'],
  ])
  expect(await readFile(join(folder, 'digest-2026-05-14.md'), 'utf8')).toBe('# 2026-05-14 ünïcode')
})

test('delivering the same again touches no file, delivering a mended one replaces it', async () => {
  const delivery = createFileDelivery(folder)
  await delivery.deliver(parcel('2026-05-14'), folder)
  const path = join(folder, 'digest-2026-05-14.md')
  const before = (await stat(path)).ino
  await delivery.deliver(parcel('2026-05-14'), folder)
  expect((await stat(path)).ino).toBe(before)
  await delivery.deliver({ ...parcel('2026-05-14'), markdown: 'mended' }, folder)
  expect(await readFile(path, 'utf8')).toBe('mended')
})

test('an old digest or a brief does not take the place of the latest', async () => {
  const delivery = createFileDelivery(folder)
  await delivery.deliver(parcel('2026-05-14'), folder)
  await delivery.deliver(parcel('2026-05-12'), folder)
  await delivery.deliver(parcel('2026-05-15', 'brief'), folder)
  expect(await readFile(join(folder, 'latest.html'), 'utf8')).toBe('<h1>2026-05-14</h1>')
  await delivery.deliver(parcel('2026-05-15'), folder)
  expect(await readFile(join(folder, 'latest.html'), 'utf8')).toBe('<h1>2026-05-15</h1>')
})

test('what cannot be written is named, the rest is delivered', async () => {
  await mkdir(join(folder, 'digest-2026-05-14.html'), { recursive: true })
  await writeFile(join(folder, 'digest-2026-05-14.html', 'in-the-way'), '')
  const outcome = await createFileDelivery(folder).deliver(parcel('2026-05-14'), folder)
  expect(outcome).toMatchObject({
    kind: 'failed',
    why: expect.stringContaining(join(folder, 'digest-2026-05-14.html')),
  })
  expect(await readdir(folder)).toContain('digest-2026-05-14.json')
  expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([])
})

const UNUSED = { corrections: [], text: '', short: '', mailHtml: '' }

function parcel(date: string, kind: EditionKind = 'digest'): Parcel {
  const edition = { id: `${kind}-${date}`, kind, date } as Edition
  return {
    edition,
    markdown: `# ${date} ünïcode`,
    html: `<h1>${date}</h1>`,
    json: `{"date":"${date}"}`,
    ...UNUSED,
  }
}
