import type { Block, Bullet, Picture, Section, StoryRef, ThreadBlock, Watch } from '#domain'
import { diveHtml } from './html-dive.ts'
import { channelHtml, entryHtml, figuresHtml, takeawayHtml } from './html-entries.ts'
import { inPage, type Places, refHtml } from './html-places.ts'
import { table } from './html-table.ts'
import { escaped, glossHtml, linked, marks, prose, tierMark } from './html-text.ts'
import { closed, counted } from './words.ts'

/** A section with its heading, or why it is empty. */
export function sectionHtml({ kind, title, blocks, empty }: Section, places: Places): string {
  const inside =
    blocks.length > 0 ? blocksHtml(blocks, places) : `<p class="empty">${escaped(empty ?? '')}</p>`
  return `<section id="${kind}" aria-labelledby="h-${kind}"><h2 id="h-${kind}">${escaped(title)}</h2>\n${inside}\n</section>`
}

function blocksHtml(blocks: readonly Block[], places: Places): string {
  const parts: string[] = []
  let list: string[] = []
  let threads = 0
  const close = (kind: string) => {
    if (list.length > 0) parts.push(`<ul class="${kind}">\n${list.join('\n')}\n</ul>`)
    list = []
  }
  for (const block of blocks) {
    const listed = block.kind === 'pick' ? 'five' : 'entries'
    if (isListed(block)) list.push(listItem(block, places))
    else {
      close(listed)
      parts.push(block.kind === 'thread' ? threadHtml(block, ++threads, places) : blockHtml(block, places))
    }
  }
  close(blocks.some(({ kind }) => kind === 'pick') ? 'five' : 'entries')
  return parts.join('\n')
}

type Listed = Extract<Block, { kind: 'pick' | 'bullet' | 'watch' | 'takeaway' | 'channel' }>

const LISTED: ReadonlySet<Block['kind']> = new Set(['pick', 'bullet', 'watch', 'takeaway', 'channel'])

const isListed = (block: Block): block is Listed => LISTED.has(block.kind)

function listItem(block: Listed, places: Places): string {
  switch (block.kind) {
    case 'pick':
      return `<li><span class="verb">${block.verb}</span><span>${inPage(block.name, block.storyId, places)} <span class="label">${escaped(block.because)}</span></span></li>`
    case 'bullet':
      return bulletHtml(block, places)
    case 'watch':
      return watchHtml(block, places)
    case 'takeaway':
      return takeawayHtml(block, places)
    case 'channel':
      return channelHtml(block)
    default:
      return block satisfies never
  }
}

function blockHtml(block: Exclude<Block, ThreadBlock | Listed>, places: Places): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${prose(block.sentences)}</p>`
    case 'deep-dive':
      return diveHtml(block, places)
    case 'entry':
      return entryHtml(block, places)
    case 'figures':
      return figuresHtml(block)
    case 'picture':
      return pictureHtml(block, places)
    case 'table':
      return table(
        block.head,
        block.rows.map((row) => row.map((cell) => escaped(cell))),
        'Table',
      )
    default:
      return block satisfies never
  }
}

function bulletHtml(block: Bullet, places: Places): string {
  const { lead, url, label, storyId, tier, topic, glosses, sentences } = block
  const own = storyId !== null && places.owners.has(block)
  const id = own ? ` id="${places.anchors.get(storyId) ?? ''}"` : ''
  const name = own || storyId === null ? linked(lead, url) : inPage(lead, storyId, places)
  const from = label === null ? '' : ` <span class="label">${linked(label, url)}</span>`
  return `<li${id}><span class="lead">${name}</span>${from} ${prose(sentences)}${tierMark(tier, topic)}${glossHtml(glosses)}</li>`
}

function watchHtml(
  { lead, storyId, by, days, due, sentence, criterion, entry }: Watch,
  places: Places,
): string {
  const facts = [
    ...(days === null ? [] : [counted(days, 'day')]),
    ...(due ? [`due ${due}`] : []),
    ...(by ? [`by ${by}`] : []),
    ...(entry ? [`ledger ${entry}`] : []),
  ]
  const until = criterion ? ` <span class="until">Falsifiable: ${escaped(closed(criterion))}</span>` : ''
  return `<li><span class="lead">${storyId ? inPage(lead, storyId, places) : escaped(lead)}</span> <span class="label">${escaped(facts.join(', '))}</span> ${prose([sentence])}${until}</li>`
}

function threadHtml({ name, size, sentences, members }: ThreadBlock, number: number, places: Places): string {
  const items = members.map(
    (member) =>
      `<li>${refHtml(member, places)} <span class="label">${escaped(member.date)}, ${escaped(member.sourceName)}</span>${marks(member.evidence)}</li>`,
  )
  return `<h3>${number}. ${escaped(name)} <span class="size">${escaped(size.text.replace(/\.$/, ''))}</span></h3>\n${sentences.length > 0 ? `<p>${prose(sentences)}</p>\n` : ''}<ul class="members">\n${items.join('\n')}\n</ul>`
}

function pictureHtml({ left, right, rows }: Picture, places: Places): string {
  const side = (refs: readonly StoryRef[], name: string) =>
    `<td data-side="${escaped(name)}"><ul>${refs.map((ref) => `<li>${refHtml(ref, places)}${marks(ref.evidence)}</li>`).join('')}</ul></td>`
  const body = rows.map(
    (row) =>
      `<tr>${side(row.left, left)}<th scope="row">${escaped(row.name)}</th>${side(row.right, right)}</tr>`,
  )
  return `<div class="scroll"><table class="picture"><thead><tr><th scope="col">${escaped(left)}</th><th scope="col">Shared</th><th scope="col">${escaped(right)}</th></tr></thead><tbody>\n${body.join('\n')}\n</tbody></table></div>`
}
