/** A word with its place: UTF-16 units, `start` inside and `end` outside. */
export type Token = { readonly text: string; readonly start: number; readonly end: number }

// A name such as GPT-5.5, Qwen3.5-30B-A3B, C++ or state-of-the-art is one word; the full stop that ends a sentence is not.
const WORD =
  /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[-_./+'’&][\p{L}\p{N}][\p{L}\p{N}\p{M}]*|\+\+|#(?![\p{L}\p{N}]))*/gu

/** The words of a text in order, with their places; punctuation and spaces lie between them. */
export function tokens(text: string): Token[] {
  const found: Token[] = []
  for (const match of text.matchAll(WORD)) {
    found.push({ text: match[0], start: match.index, end: match.index + match[0].length })
  }
  return found
}

/** The words of a text in order, without their places. */
export function words(text: string): string[] {
  return text.match(WORD) ?? []
}

const PART = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu

/**
 * The lower-case runs of letters and digits, with names split at their joints: `GPT-5.5` gives `gpt`, `5`, `5`.
 * For matching that must not care how a name was spelt.
 */
export function parts(text: string): string[] {
  return text.toLowerCase().match(PART) ?? []
}
