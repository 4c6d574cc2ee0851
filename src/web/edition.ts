import { html } from 'hono/html'
import {
  type Block,
  type Bullet,
  type DeepDive,
  type Edition,
  type EditionRow,
  type EditionView,
  type Entry,
  type EvidenceView,
  type Picture,
  type Section,
  type Sentence,
  type StoryRef,
  storyPath,
  type Takeaway,
  type ThreadBlock,
  type Watch,
  webAddress,
} from '#wire'
import { counted, day, type Frame, type Html, page, tabs, tierMark, time } from './page.ts'
import { runs } from './row.ts'

/** How much of an edition a reader wants: a minute's worth, or all of it; and of which tiers. */
export type Reading = { readonly length: 'minute' | 'full'; readonly tier: number | null }

// What a reader with a minute needs: what it is about, what to open, what was said.
const MINUTE: readonly Section['kind'][] = ['five', 'tldr']

/** An edition, with the evidence of each sentence one step away. */
export function editionPage(frame: Frame, view: EditionView, reading: Reading): Html {
  const { edition } = view
  const [, date] = edition.title.split(' | ')
  const sections =
    reading.length === 'minute'
      ? edition.sections.filter(({ kind }) => MINUTE.includes(kind))
      : edition.sections
  const body = html`${readings(view, reading, frame.path)}
<article class="prose">${reading.tier === null ? html`<p class="lede">${prose(edition.lede, view)}</p>` : ''}${corrections(view)}
${sections.map((section) => sectionHtml(section, view, reading))}
${reading.length === 'full' ? html`<section id="evidence"><h2>Evidence</h2><ol class="source-list">${edition.evidence.map(evidenceItem)}</ol></section>` : ''}</article>${edition.gaps.length > 0 ? html`<h2>What was missing</h2><ul>${edition.gaps.map(({ sourceName, why }) => html`<li>${sourceName} ${why}</li>`)}</ul>` : ''}`
  return page(frame, {
    title: date ? day(date) : edition.title,
    name: edition.title,
    intro: summaryOf(edition),
    body,
    aside: html`<div class="stays"><div class="beside-shell" aria-live="polite"><p class="hint">Every sentence carries the numbers of its evidence. Point at one, or press <kbd>s</kbd>, and the place in its source stands here.</p></div>${around(view)}</div>`,
  })
}

function summaryOf({ window, counts }: Edition): Html {
  return html`${counted(counts.stories, 'story', 'stories')} from ${counted(counts.items, 'item')} seen from ${time(window.from)} to ${time(window.to)}; ${counted(counts.leftOut, 'story was', 'stories were')} left out, ${counted(counts.withdrawn, 'sentence was', 'sentences were')} withdrawn for want of evidence.`
}

function readings({ edition }: EditionView, { length, tier }: Reading, path: string): Html {
  const to = (change: Partial<Reading>) => {
    const next = { length, tier, ...change }
    const asked = new URLSearchParams()
    if (next.length === 'minute') asked.set('length', 'minute')
    if (next.tier !== null) asked.set('tier', String(next.tier))
    const text = asked.toString()
    return text ? `${path}?${text}` : path
  }
  return tabs('How to read it', [
    { href: to({ length: 'minute' }), name: '60 seconds', here: length === 'minute' },
    { href: to({ length: 'full' }), name: '10 minutes', here: length === 'full' },
    { href: to({ tier: null }), name: 'All tiers', here: tier === null },
    ...[1, 2, 3, 4].map((one) => ({ href: to({ tier: one }), name: `Tier ${one}`, here: tier === one })),
    { href: `/why?edition=${encodeURIComponent(edition.id)}`, name: 'Why this, why not that', here: false },
  ])
}

function around({ edition, earlier, later }: EditionView): Html {
  const id = encodeURIComponent(edition.id)
  const link = (row: EditionRow | null, word: string) =>
    row ? html`<li><a href="${row.path}">${word}: ${day(row.date)}</a></li>` : ''
  return html`<h2>This edition</h2><ul><li><a href="/editions/${id}">Its lasting address</a></li><li>As <a href="/editions/${id}.html">one page</a>, <a href="/editions/${id}.md">Markdown</a>, <a href="/editions/${id}.json">JSON</a></li><li><a href="/without?edition=${id}">Switch a source off</a> and see what falls away</li><li><a href="/correct?edition=${id}">Correct a sentence</a></li>${link(earlier, 'Earlier')}${link(later, 'Later')}</ul>`
}

function corrections({ corrections: all }: EditionView): Html | '' {
  if (all.length === 0) return ''
  return html`<div class="note">${all.map(({ at, sentence, text }) => html`<p><b>Corrected on ${day(at)}.</b> “${sentence}” ${text}</p>`)}</div>`
}

function sectionHtml(
  { kind, title, blocks, empty }: Section,
  view: EditionView,
  { tier }: Reading,
): Html | '' {
  const kept = tier === null ? blocks : blocks.filter((block) => 'tier' in block && block.tier === tier)
  if (tier !== null && kept.length === 0) return ''
  const inside = kept.length > 0 ? groups(kept, view) : html`<p class="empty">${empty ?? ''}</p>`
  return html`<section id="${kind}"><h2>${title}</h2>${inside}</section>`
}

const LISTED = new Set<Block['kind']>(['pick', 'bullet', 'watch', 'takeaway', 'channel'])

/** Blocks that are lines of a list stand in one. */
function groups(blocks: readonly Block[], view: EditionView): Html[] {
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
  return html`<article class="entry" data-row><h3>${name}</h3><p class="meta">${facts.join(' · ')}${links.map((link) => html`<span class="dot">${linked(link.label, link.url, true)}</span>`)}</p>${sentences.length > 0 ? html`<p>${prose(sentences, view)}</p>` : ''}${meansHtml(means, view)}</article>`
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
<p class="meta">${dive.sourceNames.join(', ')}${dive.links.map(({ label, url }) => html`<span class="dot">${linked(label, url)}</span>`)} ${tierMark(dive.tier, null)} ${dive.tier === null ? '' : dive.tierReason}</p>${glossesHtml(dive.glosses)}
${dive.contrast ? contrastHtml(dive.contrast, view) : ''}${dive.paragraphs.map((sentences) => html`<p>${prose(sentences, view)}</p>`)}${rows.length > 0 ? grid(['Measure', 'Against', 'Value', 'Where', 'Held by'], rows, `Figures of ${dive.title}`) : ''}
${dive.notes.map(({ label, sentences }) => html`<p><b>${label}.</b> ${prose(sentences, view)}</p>`)}</article>`
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

function prose(sentences: readonly Sentence[], view: EditionView): Html[] {
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

function evidenceItem({
  number,
  title,
  url,
  sourceName,
  publishedAt,
  seenAt,
  itemId,
}: Edition['evidence'][number]): Html {
  const when = publishedAt ? day(publishedAt) : `seen ${day(seenAt)}`
  return html`<li id="e${number}"><span class="num soft">${number}</span><span>${webAddress(url) ? linked(title, url) : html`<a href="/items/${encodeURIComponent(itemId)}">${title}</a>`} <small>${sourceName}, ${when}</small></span></li>`
}

function glossesHtml(glosses: Bullet['glosses']): Html | '' {
  return glosses.length === 0
    ? ''
    : html`<div class="glosses">${glosses.map(({ name, gloss }, at) => html`${at > 0 ? '; ' : ''}<b>${name}</b>: ${gloss}`)}.</div>`
}

function linked(text: string, url: string | null, isSource = false): Html {
  const safe = webAddress(url)
  return safe
    ? html`<a href="${safe}" rel="noopener nofollow"${isSource ? html` data-source` : ''}>${text}</a>`
    : html`${text}`
}

/** What holds a sentence: the passage of its source. */
export function evidencePart(view: EvidenceView): Html {
  const { title, url, sourceName, publishedAt, seenAt, passage, counted: counts } = view
  return html`<div class="beside"><h2>${url ? html`<a href="${url}" rel="noopener nofollow">${title}</a>` : title}</h2><p class="soft">Evidence ${view.number}: ${sourceName}, ${publishedAt ? day(publishedAt) : `seen ${day(seenAt)}`}${view.revised ? '. The source has changed its text since; this is the text that was used' : ''}</p>
<blockquote>${runs(passage)}</blockquote>${counts.length > 0 ? html`<p class="soft">Counted for this sentence: ${counts.join('; ')}.</p>` : ''}<p class="soft">${view.origin}</p></div>`
}

export function evidencePage(frame: Frame, view: EvidenceView): Html {
  return page(frame, {
    title: 'Evidence',
    name: `Evidence ${view.number}`,
    body: html`${view.sentence ? html`<p class="prose">${view.sentence}</p>` : ''}${evidencePart(view)}<p><a href="/editions/${encodeURIComponent(view.editionId)}">Back to the edition</a></p>`,
  })
}

/** Before anything was published. */
export function noEditionPage(frame: Frame, items: number): Html {
  return page(frame, {
    title: 'Today',
    body: html`<div class="empty"><p>Nothing was published yet. ${items > 0 ? html`${counted(items, 'item')} stand in the <a href="/river">River</a> meanwhile.` : 'Nothing came in yet either.'}</p><p>A day is published when it closes, while <code>bellwether run</code> runs; <code>bellwether digest</code> does it now.</p></div>`,
  })
}

/** Every edition, newest first, under lasting addresses. */
export function editionsPage(frame: Frame, editions: readonly EditionRow[]): Html {
  const intro =
    'What was published, under addresses that last. An edition is frozen; a correction is dated and stands on its top.'
  if (editions.length === 0)
    return page(frame, {
      title: 'Editions',
      intro,
      body: html`<p class="empty">Nothing was published yet. A day is published when it closes; <code>bellwether digest</code> does it now.</p>`,
    })
  const months = Map.groupBy(editions, ({ date }) => date.slice(0, 7))
  const body = [...months].map(
    ([month, list]) =>
      html`<h2>${day(`${month}-01`).replace(/^1 /, '')}</h2><ul class="rows">${list.map(({ path, title, date, kind }) => html`<li class="line" data-row><h3><a href="${path}">${title}</a> <small>${kind}, ${day(date)}</small></h3></li>`)}</ul>`,
  )
  return page(frame, { title: 'Editions', intro, body: html`${body}` })
}
