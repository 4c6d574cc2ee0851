import { join } from 'node:path'
import { type House, parcelOf } from '#app'
import type { Edition } from '#domain'
import type { Opened } from '#wiring'
import { type Answer, WrongUse } from './command.ts'
import { firstLines } from './edition-text.ts'

const FORMATS = ['path', 'md', 'html', 'json']

/** An edition as the person asked for it: where it lies and its first lines, or the whole in one form. */
export async function printed(
  edition: Edition,
  { editionsFolder }: Opened,
  format: string | boolean | undefined,
): Promise<Answer> {
  const wanted = typeof format === 'string' ? format : 'path'
  if (!FORMATS.includes(wanted)) throw new WrongUse(`--format ${wanted}: one of ${FORMATS.join(', ')}`)
  const { markdown, html, json } = parcelOf(edition)
  if (wanted === 'md') return { data: edition, text: markdown }
  if (wanted === 'html') return { data: edition, text: html }
  if (wanted === 'json') return { data: edition, text: json }
  return {
    data: edition,
    text: `${join(editionsFolder, `${edition.id}.md`)}\n\n${await firstLines(edition)}`,
  }
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
