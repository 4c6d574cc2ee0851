import { html } from 'hono/html'
import {
  arxivIn,
  type Block,
  type Bullet,
  type DeepDive,
  type EditionView,
  type Entry,
  type Picture,
  paperPath,
  type Sentence,
  type StoryRef,
  storyPath,
  type Takeaway,
  type ThreadBlock,
  type Watch,
  webAddress,
} from '#wire'
import { day, type Html, tierMark } from './page.ts'

const LISTED = new Set<Block['kind']>(['pick', 'bullet', 'watch', 'takeaway', 'channel'])

/** The blocks of a section; those that are lines of a list stand in one. */
export function blocksHtml(blocks: readonly Block[], view: EditionView): Html[] {
  const found: { listed: Block['kind'] | null; inside: Html[] }[] = []
  for (const block of blocks) {
    const listed = LISTED.has(block.kind) ? block.kind : null
    const last = found.at(-1)
    if (listed && last?.listed === listed) last.inside.push(blockHtml(block, view))
    else found.push({ listed, inside: [blockHtml(block, view)] })
  }
  return found.map(({ listed, inside }) =>
    listed ? html`<ul class="${listed === 'pick' ? 'five' : 'entries'}">${inside}</ul>` : html`${inside}`,
  )
}

function blockHtml(block: Block, view: EditionView): Html {
  switch (block.kind) {
    case 'paragraph':
      return html`<p>${prose(block.sentences, view)}</p>`
    case 'pick':
      return html`<li data-row><span class="verb">${block.verb}</span><span><a href="${storyPath(block.storyId)}">${block.name}</a> <span class="label">${block.because}</span></span></li>`
    case 'bullet':
      return bulletHtml(block, view)
    case 'deep-dive':
      return diveHtml(block, view)
    case 'watch':
      return watchHtml(block, view)
    case 'thread':
      return threadHtml(block, view)
    case 'picture':
      return pictureHtml(block, view)
    case 'takeaway':
      return takeawayHtml(block, view)
    case 'entry':
      return entryHtml(block, view)
    case 'channel':
      return html`<li><a href="${block.path}"${block.here ? html` aria-current="true"` : ''}>${block.name}</a> <span class="label">${block.what}</span></li>`
    case 'figures':
      return figuresHtml(block, view)
    case 'table':
      return grid(
        block.head,
        block.rows.map((row) => row.map((cell) => html`${cell}`)),
        'Table',
      )
    default:
      return block satisfies never
  }
}

function takeawayHtml({ storyId, claim, sentences, means }: Takeaway, view: EditionView): Html {
  return html`<li data-row><span class="lead"><a href="${storyPath(storyId)}">${claim.text}</a></span>${marks(claim.evidence, claim, view)} ${prose(sentences, view)}${meansHtml(means, view)}</li>`
}

function entryHtml(
  { storyId, headline, url, date, source, notes, links, sentences, means }: Entry,
  view: EditionView,
): Html {
  const name = storyId ? html`<a href="${storyPath(storyId)}">${headline}</a>` : linked(headline, url)
  const facts = [...(date ? [day(date)] : []), source, ...notes].filter(Boolean)
  return html`<article class="entry" data-row><h3>${name}</h3><p class="meta">${facts.join(' · ')}${links.map((link) => html`<span class="dot">${linked(link.label, link.url, true)}</span>`)}${ourPages(links, view)}</p>${sentences.length > 0 ? html`<p>${prose(sentences, view)}</p>` : ''}${meansHtml(means, view)}</article>`
}

function figuresHtml({ rows }: Extract<Block, { kind: 'figures' }>, view: EditionView): Html {
  const cells = rows.map(({ subject, metric, value, condition, date, evidence }) => [
    html`${subject}`,
    html`${metric ?? ''}`,
    html`<b>${value}</b>`,
    html`${condition ?? ''}`,
    html`${date}${marks(evidence, null, view)}`,
  ])
  return grid(['Of what', 'Measure', 'Value', 'Where', 'Seen'], cells, 'Figures claimed')
}

function meansHtml(means: Takeaway['means'], view: EditionView): Html | '' {
  return means === null
    ? ''
    : html`<p class="means">→ ${means.topic ? html`<b>For ${means.topic}:</b> ` : ''}${prose([means.sentence], view)}</p>`
}

function contrastHtml({ left, right }: NonNullable<DeepDive['contrast']>, view: EditionView): Html {
  return grid(
    [left.name, right.name],
    [[html`${prose(left.sentences, view)}`, html`${prose(right.sentences, view)}`]],
    `${left.name} and ${right.name}`,
  )
}

function bulletHtml(
  { lead, url, label, storyId, tier, topic, glosses, sentences }: Bullet,
  view: EditionView,
): Html {
  const name = storyId ? html`<a href="${storyPath(storyId)}">${lead}</a>` : linked(lead, url)
  return html`<li data-row><span class="lead">${name}</span>${label === null ? '' : html` <span class="label">${linked(label, url, true)}</span>`} ${prose(sentences, view)} ${tierMark(tier, topic)}${glossesHtml(glosses)}</li>`
}

function watchHtml({ lead, storyId, by, days, due, sentence, criterion }: Watch, view: EditionView): Html {
  const facts = [
    ...(days === null ? [] : [`${days} days`]),
    ...(due ? [`due ${due}`] : []),
    ...(by ? [`by ${by}`] : []),
  ]
  return html`<li data-row><span class="lead">${storyId ? html`<a href="${storyPath(storyId)}">${lead}</a>` : lead}</span> <span class="label">${facts.join(', ')}</span> ${prose([sentence], view)}${criterion ? html` <span class="until">Falsifiable: ${criterion}</span>` : ''}</li>`
}

function diveHtml(dive: DeepDive, view: EditionView): Html {
  const rows = dive.claims.map(({ metric, value, baseline, condition, evidence }) => [
    html`${metric ?? ''}`,
    html`${baseline ?? ''}`,
    html`<b>${value}</b>`,
    html`${condition ?? ''}`,
    html`${marks(evidence, null, view)}`,
  ])
  return html`<article class="dive" data-row><h3><a href="${storyPath(dive.storyId)}">${dive.title}</a></h3>${dive.deck ? html`<p class="deck">${prose([dive.deck], view)}</p>` : ''}
<p class="meta">${dive.sourceNames.join(', ')}${dive.links.map(({ label, url }) => html`<span class="dot">${linked(label, url)}</span>`)}${ourPages(dive.links, view)} ${tierMark(dive.tier, null)} ${dive.tier === null ? '' : dive.tierReason}</p>${glossesHtml(dive.glosses)}
${dive.contrast ? contrastHtml(dive.contrast, view) : ''}${dive.paragraphs.map((sentences) => html`<p>${prose(sentences, view)}</p>`)}${rows.length > 0 ? grid(['Measure', 'Against', 'Value', 'Where', 'Held by'], rows, `Figures of ${dive.title}`) : ''}
${dive.notes.map(({ label, sentences }) => html`<p><b>${label}.</b> ${prose(sentences, view)}</p>`)}</article>`
}

/** Our own page of each paper that is linked, where we hold it. */
function ourPages(links: DeepDive['links'], { papers }: EditionView): Html[] {
  const ids = links.map(({ url }) => arxivIn(url)).filter((id) => id !== null && papers.has(id))
  return [...new Set(ids)].map(
    (id) => html`<span class="dot"><a href="${paperPath(id ?? '')}">our page</a></span>`,
  )
}

function threadHtml({ name, size, sentences, members }: ThreadBlock, view: EditionView): Html {
  const items = members.map(
    (member) =>
      html`<li><a href="${storyPath(member.storyId)}">${member.title}</a> <span class="label">${day(member.date)}, ${member.sourceName}</span>${marks(member.evidence, null, view)}</li>`,
  )
  return html`<h3>${name} <span class="label">${size.text.replace(/\.$/, '')}</span></h3>${sentences.length > 0 ? html`<p>${prose(sentences, view)}</p>` : ''}<ul class="members">${items}</ul>`
}

function pictureHtml({ left, right, rows }: Picture, view: EditionView): Html {
  const side = (refs: readonly StoryRef[]) =>
    html`<ul>${refs.map((ref) => html`<li><a href="${storyPath(ref.storyId)}">${ref.title}</a>${marks(ref.evidence, null, view)}</li>`)}</ul>`
  return grid(
    [left, 'Shared', right],
    rows.map((row) => [side(row.left), html`<b>${row.name}</b>`, side(row.right)]),
    `${left} beside ${right}`,
  )
}

function grid(head: readonly string[], rows: readonly (readonly Html[])[], name: string): Html {
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${name}"><table class="grid"><thead><tr>${head.map((cell) => (cell === '' ? html`<td></td>` : html`<th scope="col">${cell}</th>`))}</tr></thead><tbody>${rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table></div>`
}

/** Sentences, each with the numbers of its evidence. */
export function prose(sentences: readonly Sentence[], view: EditionView): Html[] {
  return sentences.map((sentence) => html`${sentence.text}${marks(sentence.evidence, sentence, view)} `)
}

/** The numbers of a sentence's evidence, each a link to the place in its source. */
function marks(
  evidence: readonly number[],
  sentence: Sentence | null,
  { edition, places }: EditionView,
): Html | '' {
  if (evidence.length === 0) return ''
  const place = sentence ? places.get(sentence) : undefined
  const links = evidence.map((number) => {
    const path = `/editions/${encodeURIComponent(edition.id)}/evidence/${number}${place === undefined ? '' : `?s=${place}`}`
    return html`<a href="${path}" data-beside="${path}" aria-label="Evidence ${number}">${number}</a>`
  })
  return html`<sup>${links}</sup>`
}

function glossesHtml(glosses: Bullet['glosses']): Html | '' {
  return glosses.length === 0
    ? ''
    : html`<div class="glosses">${glosses.map(({ name, gloss }, at) => html`${at > 0 ? '; ' : ''}<b>${name}</b>: ${gloss}`)}.</div>`
}

/** A link where the address is one that a browser may open, else the bare words. */
export function linked(text: string, url: string | null, isSource = false): Html {
  const safe = webAddress(url)
  return safe
    ? html`<a href="${safe}" rel="noopener nofollow"${isSource ? html` data-source` : ''}>${text}</a>`
    : html`${text}`
}
