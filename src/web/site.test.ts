import { expect, test } from 'vitest'
import { siteEdition, siteIndex, siteSearch } from './site.ts'

const PAGES: Parameters<typeof siteIndex>[0] = [
  { id: 'brief-2026-W20', kind: 'brief', date: '2026-05-18', title: 'Week 20' },
  { id: 'digest-2026-05-14', kind: 'digest', date: '2026-05-14', title: 'A day <of> days' },
]

test('the index shows the newest first, and every edition under its kind', () => {
  const index = siteIndex(PAGES)
  expect(index).toContain('<time datetime="2026-05-18">Newest, 18 May 2026</time>')
  expect(index).toContain('<section id="digest"><h2>Daily digests</h2>')
  expect(index).toContain('<a href="editions/digest-2026-05-14.html">A day &lt;of&gt; days</a>')
  expect(index).not.toContain('Deep dives</h2>')
})

test('before anything was published the site says so', () =>
  expect(siteIndex([])).toContain('Nothing was published yet.'))

test('a frozen edition leads to the lists of the site, and nothing else in it changes', () => {
  const frozen =
    '<a href="/">a</a><a href="/editions?kind=dive">b</a><a href="/editions">c</a><a href="https://x.example/">d</a>'
  const footer = '\n</footer>\n</div>\n</body>'
  const shown = siteEdition(frozen + footer)
  expect(shown).toContain(
    '<a href="../index.html">a</a><a href="../index.html#dive">b</a><a href="../index.html">c</a><a href="https://x.example/">d</a>',
  )
  expect(shown).toContain('<a href="../search.html">Search</a></p>\n</footer>')
})

test('no page of the site loads anything from elsewhere', () => {
  for (const page of [siteIndex(PAGES), siteSearch()]) expect(page).not.toMatch(/(?:src|href)="https?:/)
})
