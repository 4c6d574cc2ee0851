import type { Edition } from '#domain'
export function toHtml(edition: Edition): string {
  return edition.title
}
