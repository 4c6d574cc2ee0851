export const WEEK_MS = 7 * 86_400_000

/** The week since 1970 that an instant lies in: only a way to keep what was seen together together. */
export const weekOf = (ms: number): number => Math.floor(ms / WEEK_MS)
