import type { BriefInput } from './brief-input.ts'
import type { DigestStory } from './tale.ts'
import { paperOf, reportOf } from './test-stories.ts'

/** A made-up week for the tests of this room. */

const WEEK = { from: '2026-05-11T06:00:00.000Z', to: '2026-05-18T06:00:00.000Z' }

export const someStories = (papers: number, reports: number): DigestStory[] => [
  ...Array.from({ length: papers }, (_, index) => paperOf(index)),
  ...Array.from({ length: reports }, (_, index) => distinctReport(index)),
]

const TOWNS = ['Turku', 'Bergen', 'Tartu', 'Aarhus', 'Gdynia', 'Riga', 'Malmö', 'Oulu']

// Each of its own company, so that no two are one affair.
function distinctReport(index: number): DigestStory {
  const report = reportOf(index)
  const town = TOWNS[index % TOWNS.length] ?? 'Turku'
  const telling = report.dossier.tellings[0]
  if (!telling) return report
  const text = `Northwind ${town} opened a data centre that draws ${100 + index} MW of power at full load. The halls hold ${20 + index} thousand accelerators cooled by sea water. Customers in ${town} will be moved there over the summer. Analysts had expected the opening in the autumn.`
  const mentions = telling.mentions.map((mention) => ({
    ...mention,
    name: `Northwind ${town}`,
    entityId: `northwind-${town.toLowerCase()}`,
  }))
  const item = { ...telling.item, title: `Northwind ${town} opens a data centre`, text }
  return { ...report, dossier: { ...report.dossier, tellings: [{ ...telling, item, mentions }] } }
}

export function weekOf(stories: readonly DigestStory[], more: Partial<BriefInput> = {}): BriefInput {
  return {
    ...{ week: '2026-W20', issue: 3, window: WEEK, stories, before: [], wholes: [], last: null },
    ...{ settled: [], corrections: [], movers: [], gaps: [], registry: [], dives: ['Robotics', 'Security'] },
    read: [{ sourceName: 'Harbour Post', items: stories.length }],
    profile: { reader: 'a reader', tiers: [], mutes: [], boosts: [] },
    madeAt: WEEK.to,
    makers: ['score@1'],
    ...more,
  }
}
