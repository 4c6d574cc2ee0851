import { scaleLinear } from 'd3-scale'
import { html } from 'hono/html'
import type { LedgerRow, Proposal, TrackRecord } from '#wire'
import { tableBehind } from './chart.ts'
import { counted, day, type Frame, type Html, page, tabs } from './page.ts'

export type PredictionsView = {
  readonly show: 'open' | 'settled' | 'all'
  readonly rows: readonly LedgerRow[]
  readonly total: number
  readonly open: number
  /** Null while it is still being looked for. */
  readonly due: readonly Proposal[] | null
  readonly records: readonly TrackRecord[]
  readonly fault: string | null
  /** What was typed into the form when it was not taken. */
  readonly typed: Typed | null
}

export type Typed = {
  readonly claim: string
  readonly due: string
  readonly criterion: string
  readonly probability: string
}

/** The ledger: what was foretold, what is due, and how well who foretold it did. */
export function predictionsPage(frame: Frame, view: PredictionsView): Html {
  return page(frame, {
    title: 'Predictions',
    intro: `${counted(view.total, 'prediction')} on the ledger, ${view.open} open. An entry is frozen when it is made; how it ended is added, with what shows it.`,
    body: html`${view.fault ? html`<p class="note" role="alert">${view.fault}</p>` : ''}${dueQueue(frame, view.due)}<h2>The ledger</h2>${tabs(
      'Which predictions',
      [
        { href: '/predictions', name: 'Open', here: view.show === 'open' },
        { href: '/predictions?show=settled', name: 'Settled', here: view.show === 'settled' },
        { href: '/predictions?show=all', name: 'All', here: view.show === 'all' },
      ],
    )}${ledgerTable(view.rows)}`,
    aside: html`<div class="stays"><h2>How well they did</h2>${view.records.length > 0 ? view.records.map(record) : html`<p class="soft">Nothing was foretold yet.</p>`}${addForm(frame, view.typed)}</div>`,
  })
}

function dueQueue({ token }: Frame, due: readonly Proposal[] | null): Html {
  if (due === null)
    return html`<h2>Due</h2><p class="empty">What is due is being looked for; come back in a minute.</p>`
  if (due.length === 0)
    return html`<h2>Due</h2><p class="empty">Nothing is due, and nothing seen speaks to an open prediction.</p>`
  const one = ({ prediction, outcome, clear, because, evidence, lateDays }: Proposal) =>
    html`<li data-row><article class="line"><h3>${prediction.claim}</h3><p class="meta">${prediction.by}, ${prediction.due ? `due ${day(prediction.due)}` : 'due at no date'}${lateDays ? html`<span class="dot flag">${counted(lateDays, 'day')} late</span>` : ''}</p><p>${outcome === 'open' ? 'Still open' : html`It looks <b>${outcome}</b>${clear ? '' : ', and the house is not sure'}`}: ${because}</p>${evidence.length > 0 ? html`<ul>${evidence.slice(0, 4).map((piece) => html`<li><small>${piece.side}</small> <a href="/items/${encodeURIComponent(piece.itemId)}">${piece.title || piece.text.slice(0, 80)}</a>${piece.outOfScope.length > 0 ? html` <small>out of scope: ${piece.outOfScope.join(', ')}</small>` : ''}</li>`)}</ul>` : ''}
<form class="inline" method="post" action="/predictions"><input type="hidden" name="token" value="${token}"><input type="hidden" name="id" value="${prediction.id}"><label class="hidden" for="b-${prediction.id}">Because</label><input type="text" id="b-${prediction.id}" name="because" placeholder="Because" maxlength="400">${(['right', 'wrong', 'void'] as const).map((end) => html`<button name="do" value="${end}">${WORDS[end]}</button>`)}</form></article></li>`
  return html`<h2>Due</h2><ol class="rows">${due.map(one)}</ol>`
}

const WORDS = { right: 'Came true', wrong: 'Did not', void: 'Can no longer be judged' } as const
const ENDS: Readonly<Record<string, string>> = { ...WORDS, open: 'Open' }

function ledgerTable(rows: readonly LedgerRow[]): Html {
  if (rows.length === 0) return html`<p class="empty">None.</p>`
  const line = ({ prediction, resolution }: LedgerRow) =>
    html`<tr data-row><td class="words">${prediction.claim}${prediction.faults.length > 0 ? html` <small>${prediction.faults.map(({ kind }) => kind.replaceAll('-', ' ')).join(', ')}</small>` : ''}${prediction.criterion ? html`<br><small>Settled by: ${prediction.criterion}</small>` : ''}<br><small>${prediction.by}${prediction.itemIds.slice(0, 1).map((id) => html`, <a href="/items/${encodeURIComponent(id)}">said here</a>`)}</small></td><td class="fit">${day(prediction.madeAt)}</td><td class="fit">${prediction.due ? day(prediction.due) : 'no date'}</td><td class="n">${prediction.probability === null ? '' : `${Math.round(prediction.probability * 100)} %`}</td><td>${ENDS[resolution?.outcome ?? 'open']}${resolution ? html`<br><small>${resolution.because}</small>` : ''}</td></tr>`
  return html`<div class="scroll" role="region" tabindex="0" aria-label="The ledger"><table class="grid"><thead><tr><th scope="col">What</th><th scope="col">Made</th><th scope="col">Due</th><th scope="col" class="n">Sure</th><th scope="col">Ended</th></tr></thead><tbody>${rows.map(line)}</tbody></table></div>`
}

function record({
  entered,
  right,
  wrong,
  void: lapsed,
  open,
  baseRate,
  brier,
  calibration,
}: TrackRecord): Html {
  if (entered === open)
    return html`<p class="soft">None of ${counted(entered, 'prediction')} is settled yet. Once some are, it stands here how often they came true, and whether who was sure was right to be.</p>`
  return html`<p class="soft">${entered} entered: ${right} right, ${wrong} wrong, ${lapsed} void, ${open} open.${baseRate ? ` ${Math.round(baseRate.value * 100)} % of the settled came true (95 %: ${Math.round(baseRate.low * 100)} to ${Math.round(baseRate.high * 100)} %).` : ' None is settled yet.'}${brier ? ` Brier score ${brier.value.toFixed(3)}; always saying the base rate would have had ${brier.ofBaseRate.toFixed(3)}.` : ''}</p>${calibration.length > 0 ? calibrationCurve(calibration) : ''}`
}

/** How often what was said to be so likely came true; on the diagonal it was well said. */
function calibrationCurve(points: TrackRecord['calibration']): Html {
  const x = scaleLinear([0, 1], [24, 200])
  const y = scaleLinear([0, 1], [180, 6])
  return html`<figure class="small"><svg viewBox="0 0 220 200" role="img" aria-label="Calibration: said against happened"><line class="axis" x1="24" x2="200" y1="180" y2="180"/><line class="axis" x1="24" x2="24" y1="6" y2="180"/><line class="axis" stroke-dasharray="3 3" x1="24" y1="180" x2="200" y2="6"/>${points.map(({ said, happened, cases }) => html`<circle class="cell" cx="${x(said).toFixed(1)}" cy="${y(happened).toFixed(1)}" r="${(2 + Math.sqrt(cases)).toFixed(1)}"><title>said ${Math.round(said * 100)} %, happened ${Math.round(happened * 100)} %, ${cases} cases</title></circle>`)}<text x="200" y="195" font-size="11" text-anchor="end">said</text><text x="2" y="14" font-size="11">true</text></svg>${tableBehind(
    'calibration',
    ['Said', 'Happened', 'Cases'],
    points.map(({ said, happened, cases }) => [
      `${Math.round(said * 100)} %`,
      `${Math.round(happened * 100)} %`,
      String(cases),
    ]),
  )}</figure>`
}

function addForm({ token }: Frame, typed: Typed | null): Html {
  const line = (name: keyof Typed, label: string, most: number, more: Html | '' = '') =>
    html`<p class="field"><label for="${name}">${label}</label><input type="text" id="${name}" name="${name}" maxlength="${most}" value="${typed?.[name] ?? ''}"${more}></p>`
  return html`<h2>Foretell something</h2><form class="keep" method="post" action="/predictions"><input type="hidden" name="token" value="${token}"><p class="field"><label for="claim">What will happen</label><textarea id="claim" name="claim" rows="3" maxlength="700">${typed?.claim ?? ''}</textarea></p>${line('due', 'By when: 2026-09, 2026-Q3, 2026-09-30', 20)}${line('criterion', 'What would settle it', 400)}${line('probability', 'How sure, in per cent', 3, html` inputmode="numeric"`)}<button name="do" value="add">Enter it</button></form>`
}
