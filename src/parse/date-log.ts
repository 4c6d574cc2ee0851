import type { PartialDate, Problem } from '#domain'
import { parseDate } from './dates.ts'

/** Reads the dates of one document and remembers what was wrong with them, each kind of trouble once. */
export type DateLog = {
  /** Null when unsaid or unreadable; `where` names the entry in a problem. */
  read(text: string | null | undefined, where: string): PartialDate | null
  problems(): Problem[]
}

type Trouble = { readonly first: string; readonly where: string; count: number }

/** A log with nothing in it. */
export function dateLog(): DateLog {
  const unread = new Map<string, Trouble>()
  const guesses = new Map<string, Trouble>()
  const note = (troubles: Map<string, Trouble>, key: string, first: string, where: string) => {
    const known = troubles.get(key)
    if (known) known.count++
    else troubles.set(key, { first, where, count: 1 })
  }
  return {
    read(text, where) {
      if (!text) return null
      const read = parseDate(text)
      if (!read) note(unread, 'unread', text.slice(0, 80), where)
      else if (read.guess) note(guesses, read.guess, text.slice(0, 80), where)
      return read?.date ?? null
    },
    problems: () => [
      ...[...unread.values()].map(({ first, where, count }): Problem => {
        const what = `The date "${first}" cannot be read${more(count)}; the entry stays without that date.`
        return { severity: 'lost', what, where }
      }),
      ...[...guesses].map(([guess, { first, where, count }]): Problem => {
        return { severity: 'repaired', what: `The date "${first}": ${guess}${more(count)}.`, where }
      }),
    ],
  }
}

const more = (count: number): string => (count > 1 ? ` (${count} dates like it)` : '')
