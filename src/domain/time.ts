/** An instant in UTC, ISO 8601 with milliseconds and `Z`: `2026-05-14T18:00:00.000Z`. Sorts as text. */
export type Instant = string

/**
 * A date as precise as its source was, never more: `2026`, `2026-Q2`, `2026-05`, `2026-05-14` or an Instant.
 * A partial date is kept partial; nothing fills in the missing day.
 */
export type PartialDate = string

/** A half-open stretch of time, `from` inside and `to` outside. */
export type Interval = { readonly from: Instant; readonly to: Instant }
