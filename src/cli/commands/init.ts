import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { EXAMPLE_SETTINGS } from '#wiring'
import { type Deed, WrongUse } from '../command.ts'

const START = `# Bellwether's settings. "bellwether config" shows what is in force, "bellwether config --schema" every setting there is.
data: bellwether-data
digest:
  at: "06:00" # when your day closes, UTC

# What to read. Kinds: feed and papers (http), page, folder and file (paths beside this file).
sources:
  - id: hf-papers
    name: Hugging Face daily papers
    kind: papers
    address: https://huggingface.co/api/daily_papers
    weight: 0.7
  - id: simon-willison
    name: Simon Willison
    kind: feed
    address: https://simonwillison.net/atom/everything/
    weight: 0.8
  - id: inbox
    name: Files I drop here
    kind: folder
    address: inbox

`

/** Writes bellwether.yaml here, with the sample profile to be edited; never over one that is there. */
export const deed: Deed = async () => {
  const file = resolve('bellwether.yaml')
  if (existsSync(file)) throw new WrongUse(`${file} is there already; edit it, or move it away first`)
  const example = await readFile(EXAMPLE_SETTINGS, 'utf8')
  const profile = /^profile:\n(?:(?:[ #].*)?\n)*/m.exec(example)?.[0] ?? ''
  await writeFile(file, START + profile)
  return { data: { file }, text: `Wrote ${file}. Edit its profile and sources, then: bellwether run --once` }
}
