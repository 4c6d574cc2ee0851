import type { Edition } from '#domain'

/** The edition as JSON for programs, keys in a fixed order, two spaces deep, with a newline at the end. */
export function toJson(edition: Edition): string {
  return `${JSON.stringify(edition, null, 2)}\n`
}
