import { type Settings, settingsSchema } from '#settings'

type Schema = { description?: string; properties?: Record<string, Schema>; anyOf?: Schema[] }
type Row = { readonly name: string; readonly value: string; readonly what: string }

const SECRET = /pass|secret|token|credential|key$/i
const MOST_CHARACTERS = 400

/** Every setting in force by its path, with what it does; secrets are named and not shown. */
export function settingsRows(settings: Settings): Row[] {
  return rowsOf(settings, settingsSchema() as Schema, '')
}

function rowsOf(value: unknown, schema: Schema | undefined, path: string): Row[] {
  const parts = schema?.properties ?? schema?.anyOf?.find(({ properties }) => properties)?.properties
  if (parts && typeof value === 'object' && value !== null && !Array.isArray(value))
    return Object.entries(value).flatMap(([name, inner]) =>
      rowsOf(inner, parts[name], path === '' ? name : `${path}.${name}`),
    )
  return [{ name: path, value: shown(path, value), what: schema?.description ?? '' }]
}

function shown(path: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return 'none'
  if (SECRET.test(path)) return 'set, and not shown'
  if (Array.isArray(value)) return listed(value)
  const text = JSON.stringify(value, (key, inner) => (SECRET.test(key) && inner ? 'not shown' : inner)) ?? ''
  const plain = text.replace(/^"|"$/g, '')
  return plain.length > MOST_CHARACTERS ? `${plain.slice(0, MOST_CHARACTERS)} …` : plain
}

/** A list by what its members are called, or how many they are where they have no name. */
function listed(all: readonly unknown[]): string {
  if (all.length === 0) return 'none'
  const names = all.map(nameOf)
  const said = names.filter((name) => name !== '').join(', ')
  if (said.length <= MOST_CHARACTERS) return said === '' ? `${all.length} of them` : said
  return `${all.length}: ${said.slice(0, said.lastIndexOf(', ', MOST_CHARACTERS - 20))}, …`
}

function nameOf(one: unknown): string {
  if (typeof one === 'string' || typeof one === 'number') return String(one)
  if (typeof one !== 'object' || one === null) return ''
  const { name, id } = one as { name?: unknown; id?: unknown }
  return typeof name === 'string' && name !== '' ? name : typeof id === 'string' ? id : ''
}
