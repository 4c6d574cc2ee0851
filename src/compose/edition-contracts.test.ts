import { expect, test } from 'vitest'
import type { Edition, Section } from '#domain'
import { brokenEditionContracts } from './edition-contracts.ts'
import { someBrief } from './test-editions.ts'

const brief = someBrief()
const withSection = (kind: Section['kind'], change: (section: Section) => Section): Edition => ({
  ...brief,
  sections: brief.sections.map((section) => (section.kind === kind ? change(section) : section)),
})

test('a brief keeps what it promises', () => expect(brokenEditionContracts(brief)).toEqual([]))

test.each<[string, Edition, string]>([
  [
    'sections change places',
    { ...brief, sections: [...brief.sections].reverse() },
    'sections are in the order',
  ],
  [
    'a takeaway is missing in a full week',
    {
      ...withSection('takeaways', (section) => ({ ...section, blocks: section.blocks.slice(1) })),
      counts: { ...brief.counts, stories: 99 },
    },
    'takeaways has 4 entries',
  ],
  [
    'a section is empty without a word',
    withSection('lab', (section) => ({ ...section, blocks: [], empty: null })),
    'From the Lab is empty',
  ],
  [
    'an entry says nothing for the reader',
    withSection('also', (section) => ({
      ...section,
      blocks: section.blocks.map((block) => (block.kind === 'entry' ? { ...block, means: null } : block)),
    })),
    'no implication',
  ],
  [
    'a sentence stands on nothing',
    { ...brief, lede: [{ text: 'It is so.', origin: 'chosen', evidence: [], tallies: [] }] },
    'no evidence: It is so.',
  ],
])('it is said when %s', (_, edition, line) =>
  expect(brokenEditionContracts(edition).join('\n')).toContain(line),
)
