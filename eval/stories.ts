import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type House, runDay } from '#app'
import { evidenceText, type SummarySentence, storySummary, summarise } from '#compose'
import type { Dossier, Telling } from '#domain'
import { ground } from '#ground'
import { containment, quantities, sentences, terms } from '#text'
import { EXAMPLE_SETTINGS, openHouse } from '../src/wiring.ts'
import type { Evaluation, Row } from './evaluation.ts'

const NOW = '2026-05-14T18:00:00.000Z'
/** Two sentences of which the smaller shares more than half of its words say the same. */
const REPEATS = 0.5
const SENTENCES_OF_LEAD = 3

/**
 * Summaries of the sample stream's stories that several publishers tell: whether each sentence is held by the telling under
 * whose name it stands, whether none says again what another said, and how many different figures they give beside three
 * sentences of the lead telling alone.
 */
export const evaluation: Evaluation = {
  room: 'stories',
  async run() {
    const data = await mkdtemp(join(tmpdir(), 'bellwether-eval-'))
    const opened = await openHouse({ config: EXAMPLE_SETTINGS, data, now: NOW, progress: () => {} })
    try {
      await runDay(opened.house, NOW.slice(0, 10))
      return await rowsOf(opened.house)
    } finally {
      await opened.close()
      await rm(data, { recursive: true, force: true })
    }
  },
}

async function rowsOf({ store }: House): Promise<Row[]> {
  const dossiers = await store.dossiers({ seen: { from: '2026-01-01T00:00:00.000Z', to: NOW }, asOf: NOW })
  const told = dossiers
    .map((dossier) => ({ dossier, lead: leadOf(dossier) }))
    .filter(({ dossier }) => familiesOf(dossier) > 1)
    .map(({ dossier, lead }) => ({ lead, summary: storySummary(dossier, lead) }))
  const all = told.flatMap(({ summary }) => summary)
  const heldOnes = all.filter(isHeld).length
  const fresh = told.filter(({ summary }) => !repeats(summary)).length
  const figures = told.reduce((sum, { summary }) => sum + figuresIn(summary.map(({ text }) => text)), 0)
  const ofLeads = told.reduce((sum, { lead }) => sum + (lead ? figuresIn(alone(lead)) : 0), 0)
  const row = { room: 'stories', data: 'sample stream', reference: null }
  return [
    {
      ...row,
      metric: 'sentences held by their telling',
      value: heldOnes / all.length,
      reach: 1,
      cases: all.length,
    },
    {
      ...row,
      metric: 'summaries that repeat nothing',
      value: fresh / told.length,
      reach: 0.95,
      cases: told.length,
    },
    {
      ...row,
      metric: 'figures, times those of the lead alone',
      value: figures / ofLeads,
      reach: 1,
      cases: ofLeads,
    },
  ]
}

const leadOf = ({ story, tellings }: Dossier): Telling | null =>
  tellings.find(({ item }) => item.title === story.title) ?? tellings[0] ?? null

const familiesOf = ({ tellings }: Dossier): number =>
  new Set(tellings.flatMap(({ copyOf, source }) => (copyOf === null ? [source.family] : []))).size

function isHeld({ text, telling }: SummarySentence): boolean {
  const evidence = [{ id: telling.item.id, text: evidenceText(telling) }]
  return ground(text, evidence).every(({ supported }) => supported)
}

function repeats(summary: readonly SummarySentence[]): boolean {
  const bags = summary.map(({ text }) => new Set(terms(text)))
  return bags.some((bag, at) =>
    bags.slice(at + 1).some((other) => {
      const [small, large] = bag.size <= other.size ? [bag, other] : [other, bag]
      return containment(small, large) > REPEATS
    }),
  )
}

const figuresIn = (texts: readonly string[]): number =>
  new Set(texts.flatMap((text) => quantities(text).map(({ number, unit }) => `${number} ${unit}`))).size

function alone({ item }: Telling): string[] {
  const cut = sentences(item.text).map(({ text }) => text)
  return summarise({ title: item.title, sentences: cut, max: SENTENCES_OF_LEAD }).map((at) => cut[at] ?? '')
}
