import { stringify } from 'yaml'
import { settingsSchema } from '#settings'
import { loadSettings } from '#wiring'
import type { Deed } from '../command.ts'

export const deed: Deed = async (setting, _words, options) => {
  if (options.schema === true) {
    const schema = settingsSchema()
    return { data: schema, text: JSON.stringify(schema, null, 2) }
  }
  const { settings, from, file } = await loadSettings(setting.config)
  const parts = Object.entries(settings).map(
    ([key, value]) => `# from ${from[key] ?? 'default'}\n${stringify({ [key]: value })}`,
  )
  return { data: { settings, from, file }, text: parts.join('\n') }
}
