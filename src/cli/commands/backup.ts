import { join, resolve } from 'node:path'
import { backupStore, folderOf } from '#wiring'
import type { Deed } from '../command.ts'

export const deed: Deed = async (setting, [file]) => {
  const folder = await folderOf(setting)
  const to = file
    ? resolve(file)
    : join(folder, `backup-${new Date().toISOString().slice(0, 19).replaceAll(':', '')}.db`)
  const { sizeBytes } = await backupStore(folder, to)
  return { data: { path: to, sizeBytes }, text: `${to} (${(sizeBytes / 1e6).toFixed(1)} MB)` }
}
