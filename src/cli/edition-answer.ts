import { join } from 'node:path'
import { correctionsOf, type House, parcelOf } from '#app'
import type { Edition } from '#domain'
import type { Opened } from '#wiring'
import { type Answer, WrongUse } from './command.ts'
import { firstLines } from './edition-text.ts'

const FORMATS = ['path', 'md', 'html', 'json'] as const
type Format = (typeof FORMATS)[number]

/** The form named by `--format`, asked before anything is published; `path` when none was given. */
export function formatGiven({ format = 'path' }: Readonly<Record<string, string | boolean>>): Format {
  const known = FORMATS.find((one) => one === format)
  if (known === undefined) throw new WrongUse(`--format ${format}: one of ${FORMATS.join(', ')}`)
  return known
}

/** An edition as the person asked for it: where it lies (a draft lies nowhere) and its first lines, or the whole in one form. */
export async function printed(
  edition: Edition,
  { house, editionsFolder }: Opened,
  format: Format,
): Promise<Answer> {
  const { markdown, html, json } = parcelOf(edition, await correctionsOf(house, edition.id))
  if (format === 'md') return { data: edition, text: markdown }
  if (format === 'html') return { data: edition, text: html }
  if (format === 'json') return { data: edition, text: json }
  const frozen = await house.store.edition(edition.id)
  const where = frozen
    ? join(editionsFolder, `${edition.id}.md`)
    : `${edition.id}: ${draftBecause(house, edition)}`
  return { data: edition, text: `${where}\n\n${await firstLines(edition)}` }
}

function draftBecause({ clock }: House, { window, counts }: Edition): string {
  if (window.to > clock.now())
    return `a draft, published when its window closes, at ${window.to.slice(0, 16).replace('T', ' ')} UTC`
  return counts.items === 0 ? 'a draft, for nothing was gathered for it yet' : 'a preview, not published'
}

/** A published edition composed once more: a closed window gives the same bytes, or the difference is worth knowing. */
export async function composedAgain(
  house: House,
  id: string,
  compose: () => Promise<Edition>,
): Promise<Answer> {
  const frozen = await house.store.edition(id)
  if (!frozen) throw new WrongUse(`${id} was not published yet, so there is nothing to compare with`)
  const same = JSON.stringify(await compose()) === JSON.stringify(frozen)
  const text = same
    ? `${id} composes to the same bytes.`
    : `${id} would be composed differently today; the published one stands.`
  return { data: { id, same }, text, failed: !same }
}
