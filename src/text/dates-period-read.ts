import type { EpochDay } from './dates-calendar.ts'

/** A stretch of whole days, `to` outside. Without a year the last and the next such stretch are given, earlier first. */
export type PeriodRead = {
  readonly next: number
  readonly spans: readonly (readonly [EpochDay, EpochDay])[]
  /** As partial as printed: `2026`, `2026-Q2`, `2026-05`, `2026-W20`; null where the calendar has no name for it. */
  readonly value: string | null
}

export const pad = (value: number): string => String(value).padStart(2, '0')
