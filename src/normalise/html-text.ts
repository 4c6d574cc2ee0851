import { Parser } from 'htmlparser2'
import type { Link } from '#domain'
import { onOneLine, shortened, visible } from './letters.ts'
import { type Read, textWriter } from './text-writer.ts'

const SKIPPED = new Set(
  'script style noscript template textarea select svg math iframe object head button'.split(' '),
)
const BLOCKS = new Set(
  `p div section article main header footer aside blockquote figure figcaption pre hr table ul ol dl dt dd details summary
  address form fieldset center caption video audio`.split(/\s+/),
)
const HEADING = /^h[1-6]$/
const MOST_LINKS = 2_000
const CHUNK = 65_536
const LONGEST_LABEL = 160
// The breaks and marks that the first words of a link bring with them.
const LEAD = /^\s*(?:(?:-|#{1,6}|\|)\s+)*/

/**
 * The text of an HTML body with the few marks that keep its structure, in plain Markdown's spelling: a blank line between
 * paragraphs, `## ` before a heading (as many `#` as its level), `- ` before a list item (two blanks deeper for each level,
 * and before what else the item holds), cells of a table row joined by ` | `. A paragraph that is bold as a whole and ends
 * no sentence is a heading of level 4. Links keep where their text stands. Reads in one pass and stops at `limit` characters.
 */
export function htmlText(html: string, limit: number): Read {
  const writer = textWriter(limit)
  const links: Link[] = []
  let skipping = 0
  let lists = 0
  let bold = 0
  let pre = 0
  let anchor: { href: string; at: number } | null = null
  let paragraph: { at: number; links: number; boldLetters: number; letters: number } | null = null

  const closeAnchor = () => {
    if (!anchor) return
    const { href, at } = anchor
    const written = writer.since(at)
    const lead = LEAD.exec(written)?.[0].length ?? 0
    const text = shortened(onOneLine(written.slice(lead)), LONGEST_LABEL)
    if (links.length < MOST_LINKS)
      links.push(text === '' ? { url: href, text } : { url: href, text, at: at + lead })
    anchor = null
  }
  const closeParagraph = () => {
    const told = paragraph
    paragraph = null
    if (!told || told.letters === 0 || told.boldLetters < told.letters) return
    const label = writer.since(told.at)
    const words = label.trim()
    if (words.length < 3 || words.length > LONGEST_LABEL || /[.!?;,]$|\n/.test(words)) return
    const shift = writer.markBefore(told.at, '#### ')
    for (let i = told.links; i < links.length; i++) {
      const link = links[i]
      if (link?.at !== undefined) links[i] = { ...link, at: link.at + shift }
    }
  }

  const parser = new Parser(
    {
      onopentag(name, { href }) {
        if (SKIPPED.has(name)) skipping++
        if (skipping > 0) return
        if (name === 'a') {
          closeAnchor()
          if (href) anchor = { href, at: writer.here() }
        } else if (name === 'b' || name === 'strong') bold++
        else if (name === 'br') writer.line()
        else if (name === 'li') {
          closeParagraph()
          writer.item(Math.max(lists, 1))
        } else if (name === 'tr') writer.row()
        else if (name === 'td' || name === 'th') writer.cell()
        else if (HEADING.test(name)) {
          closeParagraph()
          writer.heading(Number(name.charAt(1)))
        } else if (BLOCKS.has(name)) {
          closeParagraph()
          writer.block()
          if (name === 'ul' || name === 'ol') writer.inside(++lists)
          if (name === 'pre') pre++
          if (name === 'p' && lists === 0)
            paragraph = { at: -1, links: links.length, boldLetters: 0, letters: 0 }
        }
      },
      ontext(data) {
        if (skipping > 0) return
        const letters = visible(data)
        writer.write(letters, pre > 0)
        if (!paragraph) return
        const count = letters.length - (letters.match(/\s/g)?.length ?? 0)
        if (count === 0) return
        if (paragraph.at < 0) paragraph.at = writer.lineStart()
        paragraph.letters += count
        if (bold > 0) paragraph.boldLetters += count
      },
      onclosetag(name) {
        if (SKIPPED.has(name)) {
          skipping = Math.max(0, skipping - 1)
          return
        }
        if (skipping > 0) return
        if (name === 'a') closeAnchor()
        else if (name === 'b' || name === 'strong') bold = Math.max(0, bold - 1)
        else if (HEADING.test(name)) writer.block()
        else if (BLOCKS.has(name)) {
          closeParagraph()
          if (name === 'ul' || name === 'ol') {
            lists = Math.max(0, lists - 1)
            writer.inside(lists)
          }
          if (name === 'pre') pre = Math.max(0, pre - 1)
          writer.block()
        }
      },
    },
    { decodeEntities: true },
  )
  for (let from = 0; from < html.length && !writer.full(); from += CHUNK)
    parser.write(html.slice(from, from + CHUNK))
  parser.end()
  closeAnchor()
  closeParagraph()
  return { text: writer.text(), links, cut: writer.full() }
}
