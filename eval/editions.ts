import { alertRound, briefOf, type House, publishDive, unsupportedIn, weekOf } from '#app'
import { brokenEditionContracts, sentencesOf } from '#compose'
import type { Edition } from '#domain'
import type { Evaluation, Row } from './evaluation.ts'
import { inCorpus } from './metrics/corpus.ts'

const DAYS = 30
/** A brief must be written within this time. */
const BRIEF_MS = 3000
/**
 * The last thirty days of real newsletters: the brief of each week, all deep dives of the last week, and a look for alerts
 * at the end of each day. Each sentence is read anew against what the store holds, apart from the gate.
 */
export const evaluation: Evaluation = {
  room: 'editions',
  run: ({ shared }) =>
    inCorpus(shared, async (house, names) => {
      const days = names.slice(-DAYS).map((name) => name.slice(0, 10))
      const weeks = [...new Set(days.map(weekOf))]
      return [
        ...(await briefRows(house, weeks)),
        ...(await rowsOf(house, 'dives', await divesOf(house, weeks.at(-2) ?? ''))),
        ...(await rowsOf(house, 'alerts', await alertsOf(house, days))),
      ]
    }),
}

async function briefRows(house: House, weeks: readonly string[]): Promise<Row[]> {
  const briefs: Edition[] = []
  let [same, quick] = [0, 0]
  for (const week of weeks) {
    const started = performance.now()
    const brief = await briefOf(house, week)
    if (performance.now() - started < BRIEF_MS) quick += 1
    if (JSON.stringify(await briefOf(house, week)) === JSON.stringify(brief)) same += 1
    briefs.push(brief)
  }
  return [
    ...(await rowsOf(house, 'briefs', briefs)),
    row('briefs', 'the same bytes twice', same / weeks.length, weeks.length, 1),
    row('briefs', 'within 3 s', quick / weeks.length, weeks.length, 1),
  ]
}

async function divesOf(house: House, week: string): Promise<Edition[]> {
  const editions: Edition[] = []
  for (const topic of house.dives) editions.push(await publishDive(house, topic, week))
  return editions
}

async function alertsOf(house: House, days: readonly string[]): Promise<Edition[]> {
  const ids: string[] = []
  for (const day of days) {
    const alarms = await alertRound(house, { now: `${day}T20:00:00.000Z` })
    for (const { editionId } of alarms) if (editionId !== null) ids.push(editionId)
  }
  const found = await Promise.all(ids.map((id) => house.store.edition(id)))
  return found.filter((edition) => edition !== null)
}

async function rowsOf(house: House, data: string, editions: readonly Edition[]): Promise<Row[]> {
  if (editions.length === 0) return []
  let [sentences, unsupported, kept] = [0, 0, 0]
  for (const edition of editions) {
    const broken = brokenEditionContracts(edition)
    for (const line of broken) console.error(`${edition.id}: ${line}`)
    if (broken.length === 0) kept += 1
    sentences += sentencesOf(edition).length
    const wrong = await unsupportedIn(house, edition)
    for (const { text } of wrong) console.error(`${edition.id}: not held: ${text}`)
    unsupported += wrong.length
  }
  return [
    row(data, 'sentences held', 1 - unsupported / Math.max(1, sentences), sentences, 1),
    row(data, 'contracts kept', kept / editions.length, editions.length, 1),
  ]
}

function row(data: string, metric: string, value: number, cases: number, reach: number): Row {
  return { room: 'editions', data, metric, value, cases, reference: null, reach }
}
