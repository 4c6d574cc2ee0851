import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { feedContents, type House, type SitePage, sitePages } from '#app'
import type { EditionKind } from '#domain'
import { siteEdition, siteIndex, siteSearch } from '#web'
import { type FeedFormat, feedText } from '#wire'
import { type Deed, WrongUse } from '../command.ts'

/** Writes the static site. A file that holds its bytes already is left alone, so that a copy to a host sends only what is new. */
export const deed: Deed = async (setting, _words, options) => {
  if (options.to !== undefined && options.to !== 'site')
    throw new WrongUse(`--to ${String(options.to)}: the only form is site (--out names its folder)`)
  const { house, dataFolder } = await setting.open()
  const folder = typeof options.out === 'string' ? resolve(options.out) : join(dataFolder, 'site')
  const written: string[] = []
  const put = async (path: string, text: string) => {
    const file = join(folder, path)
    const there = await readFile(file, 'utf8').catch(() => null)
    if (there === text) return
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
    written.push(path)
  }
  const pages: Omit<SitePage, 'html' | 'markdown' | 'json'>[] = []
  for await (const { html, markdown, json, ...page } of sitePages(house)) {
    await put(`editions/${page.id}.html`, siteEdition(html))
    await put(`editions/${page.id}.md`, markdown)
    await put(`editions/${page.id}.json`, json)
    pages.push(page)
  }
  await put('index.html', siteIndex(pages))
  await put('search.html', siteSearch())
  const index = pages.map(({ id, title, date, words }) => ({ id, title, date, words }))
  await put('search.json', `${JSON.stringify(index)}\n`)
  for (const [path, text] of await feedsOf(house)) await put(path, text)
  return {
    data: { folder, editions: pages.length, written },
    text: `${folder}: ${pages.length} editions, ${written.length} files written`,
  }
}

const CHANNELS: readonly (readonly [string, EditionKind])[] = [
  ['digest', 'digest'],
  ['brief', 'brief'],
  ['dives', 'dive'],
  ['alerts', 'alert'],
]
const FORMATS: readonly FeedFormat[] = ['rss', 'atom', 'json']

async function feedsOf(house: House): Promise<[string, string][]> {
  const home = house.site ?? 'https://bellwether.invalid'
  const feeds = [
    ...CHANNELS.map(([name, channel]) => [name, { of: 'channel', channel }] as const),
    ...house.dives.map(({ id }) => [`topic/${id}`, { of: 'topic', id }] as const),
    ['predictions', { of: 'predictions' }] as const,
  ]
  const texts: [string, string][] = []
  for (const [name, feed] of feeds) {
    const contents = await feedContents(house, feed)
    if (!contents) continue
    // On a static host an edition's page has an ending.
    const entries = contents.entries.map((entry) => ({
      ...entry,
      url: entry.url?.startsWith('/editions/')
        ? `${entry.url}.html`
        : entry.url?.startsWith('/')
          ? null
          : entry.url,
    }))
    for (const format of FORMATS) {
      const path = `feeds/${name}.${format}`
      texts.push([path, feedText({ ...contents, entries, home, path: `/${path}` }, format)])
    }
  }
  return texts
}
