import type { Block, Edition, Implication, SectionKind, Sentence } from '#domain'
import { closed, listed, partialDay } from './words.ts'

/** An edition as a reader without a page gets it: headings and entries in order, no marks, no evidence numbers. */
export type OutlinePart =
  | { readonly kind: 'heading'; readonly text: string; readonly section: SectionKind }
  | {
      readonly kind: 'entry'
      readonly section: SectionKind
      readonly lead: string | null
      readonly url: string | null
      readonly meta: string | null
      readonly body: string
    }

/** What is read of an edition, section by section; empty sections are left out. */
export function outlineOf({ sections }: Edition): OutlinePart[] {
  return sections.flatMap(({ kind, title, blocks }): OutlinePart[] => {
    const entries = blocks.flatMap((block) => entriesOf(block, kind))
    return entries.length > 0 ? [{ kind: 'heading', text: title, section: kind }, ...entries] : []
  })
}

function entriesOf(block: Block, section: SectionKind): OutlinePart[] {
  const entry = (
    lead: string | null,
    url: string | null,
    meta: string | null,
    body: string,
  ): OutlinePart[] => [{ kind: 'entry', section, lead, url, meta, body }]
  switch (block.kind) {
    case 'paragraph':
      return entry(null, null, null, said(block.sentences))
    case 'pick':
      return entry(`${block.verb}: ${block.name}`, null, block.because, '')
    case 'bullet': {
      const tier = block.tier === null ? '' : `Tier ${block.tier}`
      return entry(block.lead, block.url, joined(block.label, tier), said(block.sentences))
    }
    case 'takeaway':
      return entry(
        block.claim.text,
        block.url,
        null,
        joined(said(block.sentences), meansOf(block.means), ' '),
      )
    case 'entry': {
      const meta = [...(block.date ? [partialDay(block.date)] : []), block.source, ...block.notes].join(', ')
      return entry(block.headline, block.url, meta, joined(said(block.sentences), meansOf(block.means), ' '))
    }
    case 'channel':
      return entry(block.name, null, block.here ? 'you are here' : null, block.what)
    case 'deep-dive': {
      const notes = block.notes.map(({ label, sentences }) => `${label}: ${said(sentences)}`)
      const deck = block.deck ? [block.deck] : []
      const body = [said(deck), ...block.paragraphs.map(said), ...notes].filter((part) => part !== '')
      return entry(block.title, block.links[0]?.url ?? null, block.sourceNames.join(', '), body.join(' '))
    }
    case 'watch': {
      const test = block.criterion === null ? '' : `Falsifiable: ${closed(block.criterion)}`
      const due = block.due === null ? null : `due ${block.due}`
      return entry(block.lead, block.url, due, joined(block.sentence.text, test, ' '))
    }
    case 'thread': {
      const members = listed(block.members.map(({ title, date }) => `${title} (${date.slice(5)})`))
      return entry(
        block.name,
        null,
        block.size.text.replace(/\.$/, ''),
        joined(said(block.sentences), `${members}.`, ' '),
      )
    }
    case 'figures':
      return block.rows.flatMap(({ subject, metric, value, condition }) =>
        entry(subject, null, metric, closed(joined(value, condition ?? '', ', '))),
      )
    case 'table':
      return block.rows.flatMap(([first = '', ...rest]) => {
        const cells = rest.flatMap((cell, at) =>
          cell === '' ? [] : [`${block.head[at + 1] ?? ''} ${cell}`.trim()],
        )
        return entry(first, null, null, closed(cells.join(', ')))
      })
    case 'picture':
      return block.rows.flatMap(({ name, left, right }) => {
        const titles = (side: typeof left) => listed(side.map(({ title }) => title))
        return entry(name, null, null, `${block.left}: ${titles(left)}. ${block.right}: ${titles(right)}.`)
      })
    default:
      return block satisfies never
  }
}

const said = (sentences: readonly Sentence[]): string => sentences.map(({ text }) => text).join(' ')

const meansOf = (means: Implication | null): string =>
  means === null ? '' : `${means.topic ? `For ${means.topic}: ` : ''}${means.sentence.text}`

const joined = (a: string | null, b: string, glue = ', '): string =>
  [a ?? '', b].filter((part) => part !== '').join(glue)
