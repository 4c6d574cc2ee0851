import { readFileSync } from 'node:fs'

/** The version of this house, from the package: beside `src`, or beside what was built from it. */
export const VERSION: string = versionIn('../../package.json')

function versionIn(path: string): string {
  const { version } = JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as { version?: string }
  return version ?? 'unknown'
}
