import { html } from 'hono/html'
import {
  type Edition,
  type EditionRow,
  type EditionView,
  type MoverRow,
  namesOf,
  type Section,
  type SentLine,
} from '#wire'
import { blocksHtml, prose } from './blocks.ts'
import { spark } from './chart.ts'
import { evidenceList } from './evidence.ts'
import { clock, counted, day, type Frame, type Html, page, tabs, time } from './page.ts'
import { acting } from './row.ts'

/** How much of an edition a reader wants: a minute's worth, or all of it; and of which tiers. */
export type Reading = { readonly length: 'minute' | 'full'; readonly tier: number | null }

// Links to what else is published: on a page of the house the navigation has them.
const LEADS_ELSEWHERE: Section['kind'] = 'more'

// What a reader with a minute needs: what it is about, what to open, what was said.
const MINUTE: readonly Section['kind'][] = ['five', 'tldr']

/** An edition, with the evidence of each sentence one step away. */
export function editionPage(
  frame: Frame,
  view: EditionView,
  reading: Reading,
  /** Whose week moved, on the page of today; null elsewhere, and while it is being counted. */
  moved: readonly MoverRow[] | null = null,
): Html {
  const { edition } = view
  const { name, issue } = namesOf(edition)
  const sections = edition.sections.filter(
    ({ kind }) => kind !== LEADS_ELSEWHERE && (reading.length === 'full' || MINUTE.includes(kind)),
  )
  const body = html`${approval(frame, view)}${notArrived(view)}${edition.kind === 'digest' ? readings(reading, frame.path) : ''}${movedLine(moved)}
<article class="prose">${reading.tier === null ? html`<p class="lede">${prose(edition.lede, view)}</p>` : ''}${corrections(view)}
${sections.map((section) => sectionHtml(section, view, reading))}
${reading.length === 'full' ? evidenceList(edition) : ''}</article>${edition.gaps.length > 0 ? html`<h2>What was missing</h2><ul>${edition.gaps.map(({ sourceName, why }) => html`<li>${sourceName} ${why}</li>`)}</ul>` : ''}${howItWasWritten(edition)}`
  return page(frame, {
    title: name,
    ...(issue ? { kicker: issue } : {}),
    name: edition.title,
    intro: summaryOf(edition),
    body,
    aside: html`<div class="stays"><div class="beside-shell" aria-live="polite"><p class="hint">Every sentence carries the numbers of its evidence. Point at one, or press <kbd>s</kbd>, and the place in its source stands here.</p></div>${whatMoved(moved)}${around(view)}${whereItWent(view)}</div>`,
  })
}

/** What a person still has to say before it goes out, or has said. */
function approval({ token, path }: Frame, { edition: { id }, approval: stands }: EditionView): Html | '' {
  if (stands === null || token === '') return ''
  const inside =
    stands.state === 'held'
      ? html`<p><b>This edition is held back.</b> Nobody else has it: it is not sent, and not in the feeds or on the site.</p><button class="main" name="do" value="approve ${id}">Approve: let it out</button>`
      : html`<p>Approved ${time(stands.at)}. <button class="plain" name="do" value="undo ${stands.actId}">Undo<span class="hidden">: hold it back again</span></button></p>`
  return html`<div class="note">${acting(token, path, inside)}</div>`
}

/** What did not arrive, and what becomes of it. */
function notArrived({ sent }: EditionView): Html | '' {
  const lines = sent.flatMap((line) => troubleOf(line) ?? [])
  return lines.length === 0
    ? ''
    : html`<div class="note" role="status"><p><b>Not everything arrived.</b></p>${lines}</div>`
}

function troubleOf({ delivery, waiting, nextTryAt, givenUp, why }: SentLine): Html | null {
  if (why.length === 0) return null
  const later =
    waiting > 0 ? `${waiting} tried again${nextTryAt ? ` from ${clock(nextTryAt)}` : ' later'}` : ''
  const never = givenUp > 0 ? `${givenUp} given up` : ''
  return html`<p>${delivery}: ${[later, never].filter(Boolean).join(', ')}. It says: ${why.slice(0, MOST_REASONS).join('; ')}${why.length > MOST_REASONS ? ` and ${why.length - MOST_REASONS} more` : ''}.</p>`
}

const MOST_REASONS = 3

/** How far it came, delivery by delivery. */
function whereItWent({ sent }: EditionView): Html | '' {
  if (sent.length === 0) return ''
  const line = ({ delivery, arrived, underWay, since, waiting, givenUp }: SentLine) =>
    html`<li>${delivery}: ${[
      ...(arrived > 0 ? [`${arrived} arrived`] : []),
      ...(underWay > 0 ? [`${underWay} under way${since ? ` since ${clock(since)}` : ''}`] : []),
      ...(waiting > 0 ? [`${waiting} waiting`] : []),
      ...(givenUp > 0 ? [`${givenUp} given up`] : []),
    ].join(', ')}</li>`
  return html`<h2>Where it went</h2><ul>${sent.map(line)}</ul>`
}

/** Where a language model was to write and ours stands instead, and why. */
function howItWasWritten({ writing }: Edition): Html | '' {
  if (!writing) return ''
  const { model, passages, written, faults } = writing
  const head = `${model} wrote ${written} of ${counted(passages, 'passage')}`
  if (faults.length === 0) return html`<p class="hint">${head}.</p>`
  const lines = faults.map(({ part, kind, why }) => html`<li>${part}: ${HOW_IT_FAILED[kind]}. ${why}</li>`)
  return html`<details><summary>${head}; ours stand in the other ${faults.length}</summary><ul>${lines}</ul></details>`
}

const HOW_IT_FAILED = {
  failed: 'no answer',
  refused: 'its answer did not pass the checks',
  'not-asked': 'not asked for',
} as const

function summaryOf({ window, counts }: Edition): Html {
  const { leftOut, withdrawn } = counts
  const less = [
    ...(leftOut > 0 ? [`${counted(leftOut, 'story was', 'stories were')} left out`] : []),
    ...(withdrawn > 0
      ? [`${counted(withdrawn, 'sentence was', 'sentences were')} withdrawn for want of evidence`]
      : []),
  ]
  return html`${counted(counts.stories, 'story', 'stories')} from ${counted(counts.items, 'item')}, ${time(window.from)} to ${time(window.to)}. ${less.length > 0 ? `${less.join(', ')}.` : 'None was left out, and no sentence was withdrawn.'}`
}

function readings({ length, tier }: Reading, path: string): Html {
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
    'gap',
    { href: to({ tier: null }), name: 'All tiers', here: tier === null },
    ...[1, 2, 3, 4].map((one) => ({ href: to({ tier: one }), name: `Tier ${one}`, here: tier === one })),
  ])
}

const MOST_MOVED = 6

/** The same in a line, where there is no room beside what is read. */
function movedLine(moved: readonly MoverRow[] | null): Html | '' {
  if (moved === null || moved.length === 0) return ''
  const names = moved
    .slice(0, MOST_MOVED)
    .map(
      ({ name, path, now, direction }, at) =>
        html`${at > 0 ? ', ' : ''}<a href="${path}">${name}</a> ${MOVES[direction]} ${now}`,
    )
  return html`<p class="moved-line"><a href="/movers"><b>Moved this week</b></a> ${names}</p>`
}

/** Who moved this week, at a glance; Movers has the test behind it. */
function whatMoved(moved: readonly MoverRow[] | null): Html | '' {
  if (moved === null) return ''
  if (moved.length === 0)
    return html`<h2>What moved this week</h2><p class="soft">Nobody beyond what chance gives: <a href="/movers">how that is told</a>.</p>`
  const line = ({ name, path, now, usual, direction, history }: MoverRow) =>
    html`<tr><td>${MOVES[direction]} <a href="${path}">${name}</a></td><td>${spark(history)}</td><td class="n"><b>${now}</b></td><td class="n soft">${usual.toFixed(1)}</td></tr>`
  return html`<section class="moved"><h2>What moved this week</h2><table class="grid"><caption class="hidden">Stories this week</caption><thead><tr><th scope="col">Stories</th><td></td><th scope="col" class="n">Now</th><th scope="col" class="n">Usual</th></tr></thead><tbody>${moved.slice(0, MOST_MOVED).map(line)}</tbody></table><p><a href="/movers">All movers, with the test behind them</a></p></section>`
}

const MOVES = { up: '▲', down: '▼', new: '●' } as const

function around({ edition, earlier, later }: EditionView): Html {
  const id = encodeURIComponent(edition.id)
  const link = (row: EditionRow | null, word: string) =>
    row ? html`<li><a href="${row.path}">${word}: ${day(row.date)}</a></li>` : ''
  return html`<h2>This edition</h2><ul><li><a href="/editions/${id}">Its lasting address</a></li><li>As <a href="/editions/${id}.html">one page</a>, <a href="/editions/${id}.md">Markdown</a>, <a href="/editions/${id}.json">JSON</a></li><li><a href="/why?edition=${id}">Why this, why not that</a></li><li><a href="/without?edition=${id}">Switch a source off</a> and see what falls away</li><li><a href="/correct?edition=${id}">Correct a sentence</a></li>${link(earlier, 'Earlier')}${link(later, 'Later')}</ul>`
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
  const inside = kept.length > 0 ? blocksHtml(kept, view) : html`<p class="empty">${empty ?? ''}</p>`
  return html`<section id="${kind}"><h2>${title}</h2>${inside}</section>`
}
