/** The kinds of sound file that players know; by their extension. */
export type SoundFormat = 'wav' | 'mp3' | 'opus' | 'm4a'

/** An episode as sound: the bytes of one file, and the second at which each part begins. */
export type Episode = {
  readonly format: SoundFormat
  readonly bytes: Uint8Array
  readonly startsSeconds: readonly number[]
  readonly seconds: number
}

/** Reads texts aloud, one after the other: a voice of the reader's choice. */
export type Speaker = {
  /** Throws where the voice cannot be had, saying what to do. */
  speak(texts: readonly string[]): Promise<Episode>
}
