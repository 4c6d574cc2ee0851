/** Which code made a judgment: `extract/mentions@1`. Every judgment carries it and can be made again from the facts. */
export type Maker = string

/** A stretch of an item's title or text, in UTF-16 units, `start` inside and `end` outside. */
export type Span = { readonly start: number; readonly end: number }
