import type { Problem } from '#domain'

/** A JSON object of unknown shape. */
export type Json = Readonly<Record<string, unknown>>

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The objects of a list; anything else in it is left out. No list gives none. */
export const objectsOf = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isJson) : [])

/** The first of these fields that holds a text that is not blank, or a number, as text; else null. */
export function textAt(from: Json, ...fields: readonly string[]): string | null {
  for (const field of fields) {
    const value = from[field]
    if (typeof value === 'string' && value.trim() !== '') return value.trim()
    if (typeof value === 'number' || typeof value === 'bigint') return String(value)
  }
  return null
}

/** The first of these fields that holds a number, or a text that is one; else null. */
export function numberAt(from: Json, ...fields: readonly string[]): number | null {
  for (const field of fields) {
    const value = from[field]
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
    if (typeof number === 'number' && Number.isFinite(number)) return number
  }
  return null
}

/** The texts of a list, or of a text split at commas; numbers and blanks are left out. */
export function textsAt(from: Json, ...fields: readonly string[]): string[] {
  for (const field of fields) {
    const value = from[field]
    if (typeof value === 'string') return value.split(',').flatMap((part) => part.trim() || [])
    if (Array.isArray(value))
      return value.flatMap((part) => (typeof part === 'string' ? part.trim() || [] : []))
  }
  return []
}

/** These fields as counts, under their own names; those that hold no number are left out. */
export function countsOf(from: Json, fields: Readonly<Record<string, string>>): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const [name, field] of Object.entries(fields)) {
    const count = numberAt(from, field)
    if (count !== null) counts[name] = count
  }
  return counts
}

/**
 * Reads JSON. A document that breaks off is read up to its last whole value, with a problem that says where;
 * `value` is undefined when nothing can be read.
 */
export function readJson(text: string): { value: unknown; problems: Problem[] } {
  try {
    return { value: JSON.parse(text), problems: [] }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    const salvaged = salvage(text)
    if (salvaged === null) {
      const what = `This is no valid JSON: ${why}. Save the file again or fetch it anew.`
      return { value: undefined, problems: [{ severity: 'lost', what, where: null }] }
    }
    const line = text.slice(0, salvaged.upTo).split('\n').length
    const what = `The JSON is broken from line ${line} on: ${why}. What stands before it was read; fetch it anew for the rest.`
    return { value: salvaged.value, problems: [{ severity: 'lost', what, where: `line ${line}` }] }
  }
}

const TRIES = 20
const DEEPEST = 200

/** Cuts after the last value that ended whole and closes what is open there; further back while that does not parse. */
function salvage(text: string): { value: unknown; upTo: number } | null {
  const ends = wholeValueEnds(text)
  for (const end of ends.slice(-TRIES).reverse()) {
    try {
      return { value: JSON.parse(text.slice(0, end.at) + end.closers), upTo: end.at }
    } catch {}
  }
  return null
}

/** Where an object or list ended, and the brackets still open there. Only the newest places are kept. */
function wholeValueEnds(text: string): { at: number; closers: string }[] {
  const ends: { at: number; closers: string }[] = []
  const open: string[] = []
  for (let i = 0, inText = false; i < text.length; i++) {
    const char = text[i]
    if (inText) {
      if (char === '\\') i++
      else if (char === '"') inText = false
    } else if (char === '"') inText = true
    else if (char === '{' || char === '[') {
      if (open.push(char === '{' ? '}' : ']') > DEEPEST) return ends
    } else if (char === '}' || char === ']') {
      if (open.pop() !== char) return ends
      if (open.length === 0) return ends
      ends.push({ at: i + 1, closers: open.toReversed().join('') })
      if (ends.length > 4 * TRIES) ends.splice(0, 3 * TRIES)
    }
  }
  return ends
}
