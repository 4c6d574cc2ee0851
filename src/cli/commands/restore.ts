import { resolve } from 'node:path'
import { folderOf, restoreStore } from '#wiring'
import type { Deed } from '../command.ts'

export const deed: Deed = async (setting, [file = '']) => {
  const folder = await folderOf(setting)
  const kept = await restoreStore(folder, resolve(file))
  return {
    data: { folder, kept },
    text: `Restored into ${folder}; what was there before is kept in ${kept}.`,
  }
}
