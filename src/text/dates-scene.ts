import type { EpochDay } from './dates-calendar.ts'
import type { DateToken } from './dates-words.ts'

/** What a reader of dates looks at: the tokens and the instant from which "tomorrow" counts. */
export type Scene = {
  readonly tokens: readonly DateToken[]
  readonly today: EpochDay
  readonly nowMinutes: number
}

/** A day read from a token on. A date without its year may be the last or the next one: both are given, earlier first. */
export type DayRead = { readonly next: number; readonly days: readonly EpochDay[] }

export const word = (scene: Scene, at: number): string => scene.tokens[at]?.text ?? ''

/** Whether no blank stands between a token and the one before it. */
export const glued = (scene: Scene, at: number): boolean =>
  scene.tokens[at] !== undefined && scene.tokens[at]?.gap === false

/** The place behind an article, if one stands here. */
export const skipThe = (scene: Scene, at: number): number => (word(scene, at) === 'the' ? at + 1 : at)

export function longest<T extends { readonly next: number }>(reads: readonly (T | null)[]): T | null {
  let best: T | null = null
  for (const read of reads) if (read && read.next > (best?.next ?? 0)) best = read
  return best
}

/** How far a word like `next` moves. */
export const SHIFTS: ReadonlyMap<string, number> = new Map([
  ['this', 0], ['current', 0], ['same', 0], ['next', 1], ['coming', 1], ['upcoming', 1], ['following', 1], ['last', -1], ['past', -1], ['previous', -1], ['prior', -1],
]) // biome-ignore format: a table
