import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { htmlText } from './html-text.ts'

const text = (html: string) => htmlText(html, 10_000).text

describe('a text keeps the structure of its markup', () => {
  test.each([
    ['paragraphs', '<p>One\n two</p><p>Three</p>', 'One two\n\nThree'],
    ['headings', '<h1>A</h1><p>b</p><h3>C</h3>', '# A\n\nb\n\n### C'],
    ['a bold paragraph as a heading', '<p><strong>Open models</strong></p><p>b</p>', '#### Open models\n\nb'],
    ['a bold sentence as a sentence', '<p><b>It is out.</b></p>', 'It is out.'],
    ['lists in lists', '<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>', '- a\n  - b\n- c'],
    ['paragraphs in list items', '<ul><li><p>a</p><p>b</p></li></ul>', '- a\n  b'],
    ['tables', '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>', 'a | b\nc | d'],
    ['line breaks', 'a<br>b', 'a\nb'],
    ['entities', '<p>R&amp;D &lt; 2 &mdash; caf&eacute;</p>', 'R&D < 2 — café'],
    ['code', '<pre>x = 1\n  y = 2</pre>', 'x = 1\n  y = 2'],
    ['words cut by markup', '<p>Deep<b>Seek</b> V4</p>', 'DeepSeek V4'],
  ])('%s', (_name, html, wanted) => expect(text(html)).toBe(wanted)) // biome-ignore format: a table

  test('and loses scripts, styles, buttons and invisible letters', () => {
    expect(text('<style>p{}</style><p>a\u200b\u202eb</p><script>x()</script><button>Share</button>')).toBe(
      'ab',
    )
  })
})

test('each link stands where its text stands', () => {
  const html =
    '<p>See <a href="https://a.example/1">the  paper</a>.</p><ul><li><a href="https://b.example/2">Code</a></li></ul><p><a href="https://c.example"><img></a></p>'
  const { text: written, links } = htmlText(html, 10_000)
  expect(links.map(({ url }) => url)).toEqual([
    'https://a.example/1',
    'https://b.example/2',
    'https://c.example',
  ])
  for (const link of links.slice(0, 2))
    expect(written.slice(link.at, (link.at ?? 0) + link.text.length)).toBe(link.text)
  expect(links[2]).toEqual({ url: 'https://c.example', text: '' })
})

test('a link in a bold heading stands behind the mark', () => {
  const { text: written, links } = htmlText(
    '<p><b><a href="https://a.example">Open models</a></b></p>',
    1_000,
  )
  expect(written.slice(links[0]?.at)).toBe('Open models')
})

test('it stops at the limit and says so', () => {
  const { text: written, cut } = htmlText('<p>word </p>'.repeat(1_000), 100)
  expect(written.length).toBeLessThanOrEqual(100)
  expect(cut).toBe(true)
})

const fragment = fc
  .array(fc.constantFrom('<p>', '</p>', '<ul>', '<li>', '</ul>', '<a href="x">', '</a>', '<b>', '</b>', 'word ', '\n', '<br>', '<pre>', '<h2>', '&amp;'))
  .map((pieces) => pieces.join('')) // biome-ignore format: a table

test('whatever the markup, nothing throws, no line ends in blanks and links stand in the text', () => {
  fc.assert(
    fc.property(fragment, (html) => {
      const { text: written, links } = htmlText(html, 500)
      expect(written).not.toMatch(/\n{3}|\s$/)
      for (const link of links)
        if (link.at !== undefined && link.text !== '')
          expect(link.at).toBeLessThan(Math.max(1, written.length))
    }),
  )
})

test('a text of many small pieces is read in linear time', () => {
  const started = process.cpuUsage()
  htmlText('<b>a</b> '.repeat(40_000), 1_000_000)
  expect(process.cpuUsage(started).user / 1000).toBeLessThan(2_000)
})
