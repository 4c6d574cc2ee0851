import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { composeAgain, lastClosedDate, publish } from '#app'
import { type Deed, WrongUse } from '../command.ts'
import { firstLines } from '../edition-text.ts'
import { dayGiven } from '../options.ts'

const FORMATS = ['path', 'md', 'html', 'json']

/** Publishes the digest of a day, or prints the frozen one. */
export const deed: Deed = async (setting, _words, options) => {
  const format = typeof options.format === 'string' ? options.format : 'path'
  if (!FORMATS.includes(format)) throw new WrongUse(`--format ${format}: one of ${FORMATS.join(', ')}`)
  const given = dayGiven(options.date)
  const opened = await setting.open()
  const date = given ?? lastClosedDate(setting.asOf ?? opened.house.clock.now(), opened.house.digestAt)

  if (options.again === true) return again(opened, date)
  const edition = await publish(opened.house, date)
  const file = join(opened.editionsFolder, `${edition.id}.${format === 'path' ? 'md' : format}`)
  if (setting.json) return { data: edition, text: '' }
  if (format !== 'path') return { data: edition, text: await readFile(file, 'utf8') }
  return { data: edition, text: `${file}\n\n${await firstLines(edition)}` }
}

/** Composes a published day once more: closed windows give the same bytes, or the difference is worth knowing. */
async function again({ house }: Awaited<ReturnType<Parameters<Deed>[0]['open']>>, date: string) {
  const frozen = await house.store.edition(`digest-${date}`)
  if (!frozen)
    throw new WrongUse(`the digest of ${date} was not published yet; run "bellwether digest --date ${date}"`)
  const same = JSON.stringify(await composeAgain(house, date)) === JSON.stringify(frozen)
  const text = same
    ? `digest-${date} composes to the same bytes.`
    : `digest-${date} would be composed differently today; the published one stands.`
  return { data: { date, same }, text, failed: !same }
}
