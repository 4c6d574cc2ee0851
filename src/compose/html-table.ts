import { escaped } from './html-text.ts'

/** A table that scrolls by itself on a narrow screen; the cells are markup already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[], name: string): string {
  const valueAt = head.indexOf('Value')
  const cells = (row: readonly string[]) =>
    row.map((cell, at) => `<td${at === valueAt ? ' class="value"' : ''}>${cell}</td>`).join('')
  return `<div class="scroll" role="region" tabindex="0" aria-label="${escaped(name)}"><table><thead><tr>${head.map((cell) => (cell === '' ? '<td></td>' : `<th scope="col">${escaped(cell)}</th>`)).join('')}</tr></thead><tbody>\n${rows.map((row) => `<tr>${cells(row)}</tr>`).join('\n')}\n</tbody></table></div>`
}
