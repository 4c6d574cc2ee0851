import { resolve } from 'node:path'
import { buildWiki, takeVault, wikiFaults, wikiPage, wikiVault } from '#app'
import { openVault } from '#wiring'
import { type Answer, type Deed, type Setting, WrongUse } from '../command.ts'
import { problemLines } from '../problems.ts'

type Options = Readonly<Record<string, string | boolean>>

/** The wiki: build it, show a page, look for faults, carry it to a folder for Obsidian and back. */
export const deed: Deed = async (setting, [what = '', ...words], options) => {
  switch (what) {
    case 'build':
      return build(setting, options)
    case 'show':
      return show(setting, words.join(' '))
    case 'lint':
      return lint(setting)
    case 'export':
      return carryOut(setting, words[0], options)
    case 'import':
      return carryIn(setting, words[0])
    default:
      throw new WrongUse('wiki: write wiki build, show, lint, export or import')
  }
}

async function build(setting: Setting, options: Options): Promise<Answer> {
  const { house } = await setting.open()
  const data = await buildWiki(house, { whole: options.all === true })
  const text = `${data.looked} pages looked at, ${data.revised} revised.`
  return { data, text: [text, ...problemLines(data.problems)].join('\n'), failed: data.problems.length > 0 }
}

async function show(setting: Setting, id: string): Promise<Answer> {
  if (id === '') throw new WrongUse('wiki show: write the name or the path of a page')
  const { house } = await setting.open()
  const found = await wikiPage(house, id, setting.asOf)
  if (!found) throw new WrongUse(`the wiki has no page "${id}"; "bellwether wiki build" makes them`)
  const back =
    found.backlinks.length > 0
      ? `\nLinked from ${found.backlinks.map(({ title }) => title).join(', ')}\n`
      : ''
  return { data: found, text: `${found.text}${back}` }
}

async function lint(setting: Setting): Promise<Answer> {
  const { house } = await setting.open()
  const faults = await wikiFaults(house)
  const lines = faults.map(
    ({ kind, pageId, because, proposal }) => `${kind}  ${pageId}: ${because} ${proposal}`,
  )
  const text = faults.length === 0 ? 'Nothing is amiss.' : [...lines, `${faults.length} faults.`].join('\n')
  return { data: faults, text, failed: faults.length > 0 }
}

async function carryOut(setting: Setting, folder: string | undefined, options: Options): Promise<Answer> {
  if (!folder) throw new WrongUse('wiki export: write the folder of the vault')
  const links = options.links ?? 'wiki'
  if (links !== 'wiki' && links !== 'relative') throw new WrongUse('--links: write wiki or relative')
  const { house } = await setting.open()
  const { files, problems } = await wikiVault(house, { links, asOf: setting.asOf })
  const written = await (await openVault(resolve(folder))).write(files)
  const text = `${files.size} files, ${written} of them written to ${resolve(folder)}.`
  return {
    data: { files: files.size, written, problems },
    text: [text, ...problemLines(problems)].join('\n'),
    failed: problems.length > 0,
  }
}

async function carryIn(setting: Setting, folder: string | undefined): Promise<Answer> {
  if (!folder) throw new WrongUse('wiki import: write the folder of the vault')
  const { house } = await setting.open()
  const data = await takeVault(house, await (await openVault(resolve(folder))).read())
  const text = `${data.files} files read: ${data.notes} blocks of yours taken, ${data.strikes} of the house struck.`
  return { data, text: [text, ...problemLines(data.problems)].join('\n'), failed: data.problems.length > 0 }
}
