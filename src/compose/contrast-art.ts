import type { Contrast } from '#domain'

const COLUMN = 36

/** The contrast in two columns of plain text, `->` from the old to the new. */
export function contrastArt({ left, right }: Contrast): string[] {
  const a = [left.name, '', ...cells(left)]
  const b = [right.name, '', ...cells(right)]
  const height = Math.max(a.length, b.length)
  return Array.from({ length: height }, (_, at) =>
    `${(a[at] ?? '').padEnd(COLUMN)} ${at === 0 ? '->' : ' |'} ${b[at] ?? ''}`.trimEnd(),
  )
}

function cells({ sentences }: Contrast['left']): string[] {
  return sentences.flatMap(({ text }, at) => [...(at > 0 ? [''] : []), ...wrapped(text, COLUMN)])
}

/** The text in lines of at most so many characters, broken at spaces; a longer word has a line of its own. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
