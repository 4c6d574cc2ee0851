import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { chaptersJson, podcastOf, scriptText, transcriptVtt } from '#app'
import type { SoundFormat } from '#ports'
import { feedText, type WireEntry } from '#wire'
import { speakerOf } from '#wiring'
import { type Deed, WrongUse } from '../command.ts'

/** What a feed calls each kind of sound file (RFC 3003, RFC 7845, RFC 4337). */
const MEDIA_TYPES: Readonly<Record<SoundFormat, string>> = {
  ...{ wav: 'audio/wav', mp3: 'audio/mpeg', opus: 'audio/ogg', m4a: 'audio/mp4' },
}

/** An edition read aloud: script, sound, chapters, transcript, and the feed of all episodes in the folder. */
export const deed: Deed = async (setting, [editionId = ''], options) => {
  const { house, settings, dataFolder } = await setting.open()
  const edition = await house.store.edition(editionId)
  if (!edition) throw new WrongUse(`there is no published edition "${editionId}"`)
  const length = options.length === undefined ? 'long' : options.length
  if (length !== 'short' && length !== 'long') throw new WrongUse(`--length ${String(length)}: short or long`)
  const folder = typeof options.out === 'string' ? resolve(options.out) : join(dataFolder, 'podcast')
  const speaker = options.script === true ? null : await speakerOf(settings)
  const { chapters, episode, edition: told } = await podcastOf(house, edition, { length, speaker })
  await mkdir(folder, { recursive: true })
  const name = `${editionId}-${length}`
  await writeFile(join(folder, `${name}.txt`), scriptText(chapters))
  if (episode) {
    const file = `${name}.${episode.format}`
    await writeFile(join(folder, file), episode.bytes)
    await writeFile(join(folder, `${name}.chapters.json`), chaptersJson(chapters, episode))
    await writeFile(join(folder, `${name}.vtt`), transcriptVtt(chapters, episode))
    const entry: WireEntry = {
      ...{ id: name, title: told.title, url: `/editions/${editionId}`, at: told.madeAt },
      ...{
        text: scriptText(chapters),
        html: `<p>${chapters.length} chapters, ${Math.max(1, Math.round(episode.seconds / 60))} min.</p>`,
      },
      audio: {
        ...{
          url: `/podcast/${file}`,
          bytes: episode.bytes.length,
          type: MEDIA_TYPES[episode.format],
          seconds: episode.seconds,
        },
        ...{ chaptersUrl: `/podcast/${name}.chapters.json`, transcriptUrl: `/podcast/${name}.vtt` },
      },
    }
    await writeFile(join(folder, `${name}.episode.json`), JSON.stringify(entry))
    await writeFile(join(folder, 'podcast.xml'), await feedOf(folder, house.site ?? 'http://127.0.0.1:4173'))
  }
  const sound = episode
    ? `${Math.round(episode.seconds)} s of sound`
    : 'no voice: podcast.command is not set, or --script was given'
  return {
    data: { folder, name, chapters, seconds: episode?.seconds ?? null },
    text: `${join(folder, name)}.txt (${sound})`,
  }
}

/** The feed of every episode that lies in the folder, newest first. */
async function feedOf(folder: string, home: string): Promise<string> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.episode.json'))
  const entries = await Promise.all(
    names.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as WireEntry),
  )
  entries.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? -1 : 1))
  const about = 'Editions of Bellwether, read aloud'
  return feedText({ title: 'Bellwether', about, entries, home, path: '/podcast/podcast.xml' }, 'rss')
}
