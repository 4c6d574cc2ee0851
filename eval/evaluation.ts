/** One line of the table that `npm run eval` prints. */
export type Row = {
  readonly room: string
  readonly data: string
  readonly metric: string
  readonly value: number
  /** How many cases the value rests on. */
  readonly cases: number
  /** What others reach on the same data, in words; null when nobody measured. */
  readonly reference: string | null
  /** What we want to reach; null when nothing was set. */
  readonly reach: number | null
}

/** Where gold is: our own always, the shared folder when it is there. Both are absolute paths. */
export type Gold = { readonly own: string; readonly shared: string | null }

/** Measures one room on all gold it has. Calls the room as its users do: through `#room`. */
export type Evaluation = { readonly room: string; run(gold: Gold): Promise<readonly Row[]> }
