import type {
  Block,
  Bullet,
  DeepDive,
  Edition,
  Evidence,
  Gloss,
  Picture,
  Section,
  Sentence,
  StoryRef,
  ThreadBlock,
  Tier,
  Watch,
} from '#domain'
import { footerLines } from './footer.ts'
import { runsOf } from './runs.ts'
import { STYLE } from './style.ts'
import { webAddress } from './tale.ts'

/**
 * The edition as one page that needs nothing else: styles inside, no script, no request to anywhere. Everything from
 * sources is escaped, only http(s) addresses become links. The same edition gives the same bytes.
 */
export function toHtml(edition: Edition): string {
  const places = placesOf(edition)
  const [name, day] = edition.title.split(' | ')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<title>${escaped(edition.title)}</title>
<style>${STYLE}
</style>
</head>
<body>
<a class="skip" href="#lede">Skip to the digest</a>
<div class="page">
<nav aria-label="Contents"><ol>
${[...edition.sections.map(({ kind, title }) => [kind, title] as const), ['evidence', 'Evidence'] as const].map(([id, title]) => `<li><a href="#${id}">${escaped(title)}</a></li>`).join('\n')}
</ol></nav>
<header>
<h1>${day ? `<small>${escaped(name ?? '')}</small>${escaped(day)}` : escaped(edition.title)}</h1>
<p class="lede" id="lede">${prose(edition.lede)}</p>
</header>
<main>
${edition.sections.map((section) => sectionHtml(section, places)).join('\n')}
<section id="evidence" aria-labelledby="h-evidence"><h2 id="h-evidence">Evidence</h2>
<ol class="evidence">
${edition.evidence.map(evidenceItem).join('\n')}
</ol></section>
</main>
<footer>
${footerLines(edition)
  .map((line) => `<p>${escaped(line)}</p>`)
  .join('\n')}
</footer>
</div>
</body>
</html>
`
}

/** Where on the page a story is told: its deep dive, else the first entry that has it. */
type Places = { readonly anchors: ReadonlyMap<string, string>; readonly owners: ReadonlySet<Block> }

function placesOf({ sections }: Edition): Places {
  const anchors = new Map<string, string>()
  const owners = new Set<Block>()
  const blocks = sections.flatMap((section) => section.blocks)
  for (const kind of ['deep-dive', 'bullet'] as const) {
    for (const block of blocks) {
      if (block.kind !== kind || block.storyId === null || anchors.has(block.storyId)) continue
      anchors.set(block.storyId, `s${anchors.size + 1}`)
      owners.add(block)
    }
  }
  return { anchors, owners }
}

function sectionHtml({ kind, title, blocks, empty }: Section, places: Places): string {
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
    if (block.kind === 'pick' || block.kind === 'bullet' || block.kind === 'watch')
      list.push(listItem(block, places))
    else {
      close(listed)
      parts.push(block.kind === 'thread' ? threadHtml(block, ++threads, places) : blockHtml(block, places))
    }
  }
  close(blocks.some(({ kind }) => kind === 'pick') ? 'five' : 'entries')
  return parts.join('\n')
}

function listItem(block: Extract<Block, { kind: 'pick' | 'bullet' | 'watch' }>, places: Places): string {
  switch (block.kind) {
    case 'pick':
      return `<li><span class="verb">${block.verb}</span><span>${inPage(block.name, block.storyId, places)} <span class="label">${escaped(block.because)}</span></span></li>`
    case 'bullet':
      return bulletHtml(block, places)
    case 'watch':
      return watchHtml(block, places)
    default:
      return block satisfies never
  }
}

function blockHtml(
  block: Exclude<Block, ThreadBlock | { kind: 'pick' | 'bullet' | 'watch' }>,
  places: Places,
): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${prose(block.sentences)}</p>`
    case 'deep-dive':
      return diveHtml(block, places)
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

function watchHtml({ lead, storyId, by, days, due, sentence, criterion }: Watch, places: Places): string {
  const facts = [
    ...(days === null ? [] : [`${days} days`]),
    ...(due ? [`due ${due}`] : []),
    ...(by ? [`by ${by}`] : []),
  ]
  const until = criterion ? ` <span class="until">Falsifiable: ${escaped(criterion)}</span>` : ''
  return `<li><span class="lead">${storyId ? inPage(lead, storyId, places) : escaped(lead)}</span> <span class="label">${escaped(facts.join(', '))}</span> ${prose([sentence])}${until}</li>`
}

function diveHtml(dive: DeepDive, places: Places): string {
  const id = places.anchors.get(dive.storyId) ?? ''
  const meta = [
    `<b>Source</b> ${escaped(dive.sourceNames.join(', '))}`,
    ...(dive.links.length > 0
      ? [`<b>Links</b> ${dive.links.map(({ label, url }) => linked(label, url)).join(', ')}`]
      : []),
    ...(dive.tier === null ? [] : [`${tierMark(dive.tier, null).trim()} ${escaped(dive.tierReason)}`]),
  ]
  const rows = dive.claims.map(({ metric, value, baseline, condition, evidence }) => [
    escaped(metric ?? ''),
    escaped(baseline ?? ''),
    escaped(value),
    escaped(condition ?? ''),
    marks(evidence),
  ])
  return [
    `<article class="dive" id="${id}"><h3>${escaped(dive.title)}</h3>`,
    ...(dive.deck ? [`<p class="deck">${prose([dive.deck])}</p>`] : []),
    `<p class="meta">${meta.join(' · ')}</p>`,
    glossHtml(dive.glosses),
    ...dive.paragraphs.map((sentences) => `<p>${prose(sentences)}</p>`),
    ...(rows.length > 0
      ? [table(['Measure', 'Against', 'Value', 'Where', 'Held by'], rows, `Figures of ${dive.title}`)]
      : []),
    ...dive.notes.map(
      ({ label, sentences }) => `<p class="note"><b>${escaped(label)}.</b> ${prose(sentences)}</p>`,
    ),
    '</article>',
  ].join('\n')
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

function table(head: readonly string[], rows: readonly (readonly string[])[], name: string): string {
  const valueAt = head.indexOf('Value')
  const cells = (row: readonly string[]) =>
    row.map((cell, at) => `<td${at === valueAt ? ' class="value"' : ''}>${cell}</td>`).join('')
  return `<div class="scroll" role="region" tabindex="0" aria-label="${escaped(name)}"><table><thead><tr>${head.map((cell) => `<th scope="col">${escaped(cell)}</th>`).join('')}</tr></thead><tbody>\n${rows.map((row) => `<tr>${cells(row)}</tr>`).join('\n')}\n</tbody></table></div>`
}

function evidenceItem({ number, title, url, sourceName, publishedAt, seenAt }: Evidence): string {
  const when = publishedAt ? publishedAt.slice(0, 10) : `seen ${seenAt.slice(0, 10)}`
  return `<li id="e${number}"><span class="no">${number}</span><span>${linked(title, url)} <i>${escaped(sourceName)}, ${escaped(when)}</i></span></li>`
}

function prose(sentences: readonly Sentence[]): string {
  return runsOf(sentences)
    .map(({ texts, evidence }) => `${escaped(texts.join(' '))}${marks(evidence)}`)
    .join(' ')
}

function marks(evidence: readonly number[]): string {
  if (evidence.length === 0) return ''
  return `<sup>${evidence.map((number) => `<a href="#e${number}" aria-label="Evidence ${number}">${number}</a>`).join(' ')}</sup>`
}

// The number says it; frame and weight only help the eye.
function tierMark(tier: Tier | null, topic: string | null): string {
  return tier === null
    ? ''
    : ` <span class="tier t${tier}">Tier ${tier}${topic ? ` · ${escaped(topic)}` : ''}</span>`
}

function glossHtml(glosses: readonly Gloss[]): string {
  if (glosses.length === 0) return ''
  return `<div class="glosses">${glosses.map(({ name, gloss }) => `<b>${escaped(name)}</b>: ${escaped(gloss)}`).join('; ')}.</div>`
}

function refHtml({ storyId, title, url }: StoryRef, places: Places): string {
  return places.anchors.has(storyId) ? inPage(title, storyId, places) : linked(title, url)
}

function inPage(text: string, storyId: string, { anchors }: Places): string {
  const anchor = anchors.get(storyId)
  return anchor ? `<a href="#${anchor}">${escaped(text)}</a>` : escaped(text)
}

function linked(text: string, url: string | null): string {
  const safe = webAddress(url)
  return safe ? `<a href="${escaped(safe)}" rel="noopener nofollow">${escaped(text)}</a>` : escaped(text)
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark)
}
