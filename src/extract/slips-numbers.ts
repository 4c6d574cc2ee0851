/** A number as printed, and half of its last printed place: 0.05 of "40.0", 0.5 of "40". */
export type Printed = { readonly value: number; readonly slack: number }

/** Reads "1,605", "0.71", "$30", "12%"; the slack is that of rounding. Null when there is no number. */
export function printed(text: string): Printed | null {
  const figure = /\d[\d,]*(?:\.\d+)?/.exec(text)?.[0].replaceAll(',', '')
  if (figure === undefined) return null
  const decimals = figure.split('.')[1]?.length ?? 0
  return { value: Number(figure), slack: 0.5 * 10 ** -decimals }
}

/** A number for people: at most four digits that matter, no exponent, thousands apart. */
export function told(value: number): string {
  const rounded = Number(value.toPrecision(Math.abs(value) >= 1000 ? 6 : 4))
  return rounded.toLocaleString('en-US', { maximumFractionDigits: 6 })
}

/** Half of the last printed place in base units: half a million of "12M". */
export function rounding(text: string, value: number): number {
  const read = printed(text)
  return read === null || read.value === 0 ? 0 : read.slack * Math.abs(value / read.value)
}
