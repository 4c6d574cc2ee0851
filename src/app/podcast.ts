import { type Chapter, type ScriptLength, scriptOf } from '#compose'
import type { Edition } from '#domain'
import type { Episode, Speaker } from '#ports'
import { forEveryone } from './deliver.ts'
import type { House } from './house.ts'

/** What an episode says, and when each part of it begins; without a voice there are no times. */
export type Spoken = {
  readonly edition: Edition
  readonly chapters: readonly Chapter[]
  readonly episode: Episode | null
}

/** An edition as an episode of one of two lengths: its script, and its sound where there is a voice. Nothing private is said. */
export async function podcastOf(
  house: House,
  frozen: Edition,
  { length, speaker }: { length: ScriptLength; speaker: Speaker | null },
): Promise<Spoken> {
  const edition = await forEveryone(house, frozen)
  const chapters = scriptOf(edition, length)
  const episode = speaker ? await speaker.speak(chapters.map(({ text }) => text)) : null
  return { edition, chapters, episode }
}

/** The script as text to read from, a heading for each chapter. */
export const scriptText = (chapters: readonly Chapter[]): string =>
  `${chapters.map(({ title, text }) => `[${title}]\n\n${text}`).join('\n\n')}\n`

/** Chapters as players read them (Podcasting 2.0, JSON chapters 1.2). */
export function chaptersJson(chapters: readonly Chapter[], { startsSeconds }: Episode): string {
  const marks = chapters.map(({ title }, at) => ({ startTime: round(startsSeconds[at] ?? 0), title }))
  return `${JSON.stringify({ version: '1.2.0', chapters: marks }, null, 2)}\n`
}

/** The transcript as WebVTT: a cue for each sentence, its time by its share of the chapter's letters. */
export function transcriptVtt(chapters: readonly Chapter[], { startsSeconds, seconds }: Episode): string {
  const cues = chapters.flatMap(({ text }, at) => {
    const from = startsSeconds[at] ?? 0
    const whole = (startsSeconds[at + 1] ?? seconds) - from
    const sentences = text.split(/(?<=[.!?])\s+/).filter((sentence) => sentence !== '')
    const letters = sentences.reduce((sum, sentence) => sum + sentence.length, 0)
    let done = 0
    return sentences.map((sentence) => {
      const start = from + (whole * done) / letters
      done += sentence.length
      return `${vttTime(start)} --> ${vttTime(from + (whole * done) / letters)}\n${sentence.replace(/-->/g, '→')}`
    })
  })
  return `WEBVTT\n\n${cues.join('\n\n')}\n`
}

const round = (seconds: number): number => Math.round(seconds * 1000) / 1000

function vttTime(seconds: number): string {
  const ms = Math.round(seconds * 1000)
  const pad = (value: number, size: number) => String(value).padStart(size, '0')
  const [hours, minutes] = [Math.floor(ms / 3_600_000), Math.floor(ms / 60_000) % 60]
  return `${pad(hours, 2)}:${pad(minutes, 2)}:${pad(Math.floor(ms / 1000) % 60, 2)}.${pad(ms % 1000, 3)}`
}
