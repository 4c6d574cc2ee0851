/**
 * Something that went wrong with an input and did not stop the work: what was lost or repaired, where, and what
 * to do next. A failure is data on its owner, so problems travel with the values and are shown to the reader.
 */
export type Problem = {
  /** `lost`: something could not be read. `repaired`: read, with a guess. `note`: odd, nothing changed. */
  readonly severity: 'lost' | 'repaired' | 'note'
  /** One plain sentence: what happened and, where there is something to do, what to do next. */
  readonly what: string
  /** The place: a file, an address, a line, an entry; null when the whole input is meant. */
  readonly where: string | null
}
