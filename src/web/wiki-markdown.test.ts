import { expect, test } from 'vitest'
import { citationsIn, evidenceOf, markdownHtml } from './wiki-markdown.ts'

const PAGE = `# OpenAI

## Now

- It grew by 40%.[^i1]
- **Ramp** counts [[entity/anthropic|Anthropic]] too.[^i2][^gone]

| what | when |
|---|---|
| power | 2026-05-12 |

[^i1]: [A <b>title</b>](<https://example.org/a>), Letters, 2026-05-13
[^i2]: Said aloud, [a trap](<javascript:alert(1)>), 2026-05-12`

const citations = citationsIn(PAGE)
const text = String(markdownHtml(PAGE, 'OpenAI', citations).join('\n'))
const evidence = String(evidenceOf(citations))

test('a citation shows the number of what it cites; one that is not listed leads to its item', () => {
  expect(text).toContain('<a href="#e1" aria-label="Evidence 1">1</a>')
  expect(text).toContain('<a href="#e2" aria-label="Evidence 2">2</a>')
  expect(text).toContain('href="/items/gone"')
})

test('the title and the list of what is cited stand once, not in the text', () => {
  expect(text).not.toContain('<h1')
  expect(text).not.toContain('Letters')
  expect(evidence).toContain('Letters, 2026-05-13')
})

test('words of sources are text, and an address that is none leads nowhere', () => {
  expect(evidence).toContain(
    '<a href="https://example.org/a" rel="noopener nofollow">A &lt;b&gt;title&lt;/b&gt;</a>',
  )
  expect(evidence).not.toContain('javascript:')
})

test('lists, tables, bold words and links between pages are set', () => {
  expect(text).toContain('<b>Ramp</b> counts <a href="/wiki/entity/anthropic">Anthropic</a>')
  expect(text).toContain('<th scope="col">What</th>')
  expect(text).toContain('<td class="fit">2026-05-12</td>')
})

test('what is escaped is shown without its backslashes, and is no mark', () => {
  const said = String(
    markdownHtml('q4\\_0 of \\#22673, \\[a\\](https://example.org/) and [[a|x\\_y]]', '', citations),
  )
  expect(said).toContain('q4_0 of #22673, [a](https://example.org/) and <a href="/wiki/a">x_y</a>')
})

test('a cell may hold an upright stroke', () => {
  const table = String(markdownHtml('| a | b |\n|---|---|\n| x \\| y | z |', '', citations))
  expect(table).toContain('<td>x | y</td><td>z</td>')
})
