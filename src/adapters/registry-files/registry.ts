import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Entity, EntityType, Problem } from '#domain'

/** Every type an entity may have; the compiler finds one that is missing here. */
const TYPES: Readonly<Record<EntityType, true>> = {
  ...{ company: true, lab: true, model: true, person: true, benchmark: true, dataset: true, paper: true },
  ...{
    method: true,
    product: true,
    hardware: true,
    publication: true,
    government: true,
    event: true,
    topic: true,
  },
}
const FIELDS = new Set(['id', 'name', 'type', 'aliases', 'parent', 'gloss', 'handles'])

/**
 * Reads the entities in the `.jsonl` files of a folder, one a line, files in the order of their names. Blank lines and
 * lines that start with `//` are passed over; `aliases`, `parent`, `gloss` and `handles` may be left out. A line that
 * cannot be read, or an id that was there before, is a problem with its file and line, and the rest goes on.
 */
export async function readRegistry(
  folder: string,
): Promise<{ entities: readonly Entity[]; problems: readonly Problem[] }> {
  const entities = new Map<string, Entity>()
  const problems: Problem[] = []
  const lost = (what: string, where: string) => problems.push({ severity: 'lost', what, where })
  const names = await readdir(folder).catch((error: Error) => {
    lost(`the registry cannot be read: ${error.message}`, folder)
    return []
  })
  for (const name of names.filter((each) => each.endsWith('.jsonl')).sort()) {
    const path = join(folder, name)
    const text = await readFile(path, 'utf8').catch((error: Error) => {
      lost(`cannot be read: ${error.message}`, path)
      return ''
    })
    for (const [index, line] of text.split('\n').entries()) {
      if (line.trim() === '' || line.startsWith('//')) continue
      const where = `${path}:${index + 1}`
      const entity = readEntity(line)
      if (typeof entity === 'string') lost(entity, where)
      else if (entities.has(entity.id))
        lost(`"${entity.id}" stands in the registry already; the first is kept`, where)
      else entities.set(entity.id, entity)
    }
  }
  return { entities: [...entities.values()], problems }
}

/** The ids in `tracked.txt` of the folder, one a line: what is tracked when the reader names nothing. Empty without the file. */
export async function readTracked(folder: string): Promise<readonly string[]> {
  const text = await readFile(join(folder, 'tracked.txt'), 'utf8').catch(() => '')
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('//'))
}

/** The entity, or what is wrong with the line. */
function readEntity(line: string): Entity | string {
  let read: unknown
  try {
    read = JSON.parse(line)
  } catch (error) {
    return `no JSON: ${error instanceof Error ? error.message : error}`
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read))
    return 'an entity is written as {"id":…}'
  const {
    id,
    name,
    type,
    aliases = [],
    parent = null,
    gloss = null,
    handles = [],
  } = read as Record<string, unknown>
  if (typeof id !== 'string' || !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id))
    return `"id" must be lower-case letters, digits and hyphens, not ${JSON.stringify(id)}`
  if (typeof name !== 'string' || name.trim() === '') return `"name" of ${id} is missing`
  if (!isType(type)) return `"type" of ${id} must be one of ${Object.keys(TYPES).join(', ')}`
  if (!isTexts(aliases)) return `"aliases" of ${id} must be a list of texts`
  if (!isTexts(handles)) return `"handles" of ${id} must be a list of texts`
  if (!isTextOrNull(parent)) return `"parent" of ${id} must be an id or null`
  if (!isTextOrNull(gloss)) return `"gloss" of ${id} must be a text or null`
  const unknown = Object.keys(read).find((field) => !FIELDS.has(field))
  if (unknown !== undefined) return `${id} has a field "${unknown}" that no entity has`
  return { id, name, type, aliases, parent, gloss, handles }
}

const isType = (value: unknown): value is EntityType =>
  typeof value === 'string' && Object.hasOwn(TYPES, value)
const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string')
const isTextOrNull = (value: unknown): value is string | null => value === null || typeof value === 'string'
