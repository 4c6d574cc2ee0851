import { describe, expect, test } from 'vitest'
import type { Edition } from '#domain'
import { withErrata } from './errata.ts'
import { toMailHtml } from './mail-html.ts'
import { toMarkdown } from './markdown.ts'
import { toShort, toText } from './plain-text.ts'
import { publicEdition } from './public.ts'
import { someBrief } from './test-editions.ts'

const brief = someBrief()

describe('plain text', () => {
  test('has no line over 76 characters but single words', () => {
    for (const line of toText(brief).split('\n')) expect(line.length <= 76 || !line.includes(' ')).toBe(true)
  })
  test('the short form keeps to its size and starts with the title', () => {
    for (const most of [300, 900, 1500]) {
      expect(toShort(brief, most).length).toBeLessThanOrEqual(most)
      expect(toShort(brief, most).startsWith(brief.title)).toBe(true)
    }
  })
})

describe('HTML for mail', () => {
  const page = toMailHtml(brief, { readAt: 'https://b.example/e', leaveAt: 'https://b.example/l' })
  test('is tables with styles on the elements, and asks nobody for anything', () => {
    expect(page).toContain('<table role="presentation"')
    expect(page).not.toMatch(/<(?:img|script|link|style|iframe)\b/)
  })
  test('stays under 100 KB however much there is to tell, and says what it leaves out', () => {
    const [section] = brief.sections.filter(({ kind }) => kind === 'also')
    const blocks = Array.from({ length: 800 }, () => section?.blocks ?? []).flat()
    const long: Edition = { ...brief, sections: section ? [{ ...section, blocks }] : [] }
    const cut = toMailHtml(long, { readAt: 'https://b.example/e', leaveAt: null })
    expect(Buffer.byteLength(cut)).toBeLessThan(100_000)
    expect(cut).toMatch(/\d+ more entries\. <a href="https:\/\/b\.example\/e"/)
    expect(cut.endsWith('</body></html>\n')).toBe(true)
  })
})

test('an erratum stands on top of the edition that it corrects, and the frozen one is as it was', () => {
  const before = JSON.stringify(brief)
  const erratum = { id: 'c', editionId: brief.id, at: '2026-05-19T08:00:00.000Z', was: 'A.', now: 'B.' }
  const shown = toMarkdown(withErrata(brief, [erratum, { ...erratum, editionId: 'other' }]))
  expect(shown).toContain('## Corrected\n\n- **brief-2026-W20, corrected 2026-05-19**')
  expect(shown.match(/corrected 2026/g)).toHaveLength(1)
  expect(JSON.stringify(brief)).toBe(before)
})

describe('what is private', () => {
  const item = brief.evidence.find(({ title }) => title.includes('Northwind'))
  const storyIds = new Set(
    brief.sections
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) =>
        'headline' in block && block.headline === item?.title && block.storyId ? [block.storyId] : [],
      ),
  )
  const open = publicEdition(brief, {
    ...{ itemIds: new Set([item?.itemId ?? '']), storyIds, sourceNames: new Set(['Harbour Post']) },
  })
  const page = JSON.stringify(open)
  test('shows nowhere: no title, no address, no name, no sentence', () => {
    expect(item).toBeDefined()
    expect(page).not.toContain(item?.title ?? '?')
    expect(page).not.toContain(item?.url ?? '?')
    expect(open.counts.perSource.map(({ sourceName }) => sourceName)).not.toContain('Harbour Post')
  })
  test('leaves the rest, its evidence numbered without a gap', () => {
    expect(open.sections.find(({ kind }) => kind === 'lab')?.blocks.length).toBeGreaterThan(0)
    expect(open.evidence.map(({ number }) => number)).toEqual(open.evidence.map((_, at) => at + 1))
  })
  test('an edition without it is the same edition', () =>
    expect(publicEdition(brief, { itemIds: new Set(), storyIds: new Set(), sourceNames: new Set() })).toBe(
      brief,
    ))
})
