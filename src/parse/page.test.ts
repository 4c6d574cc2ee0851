import { describe, expect, test } from 'vitest'
import { extractPage } from './page.ts'

const story = [
  'The laboratory released a model on Thursday that reads a million words at once, and it put the weights on a public server.',
  'Its authors say that the training took eleven weeks on two thousand chips, half of what its predecessor needed.',
  'Independent groups have begun to measure it; the first of them found gains in retrieval and none in arithmetic.',
  'A smaller version for telephones is promised for the autumn, though nobody would name a date.',
]
const page = `<!doctype html><html lang="en-GB"><head><title>A model that reads - The Paper</title>
  <meta property="og:title" content="A model that reads"><meta name="author" content="Ada Example">
  <meta property="article:published_time" content="2026-05-14T08:00:00Z"></head><body>
  <nav><a href="/">Home</a> <a href="/news">News</a></nav>
  <article><h1>A model that reads</h1>${story.map((line) => `<p>${line}</p>`).join('')}
  <p>Read more: <a href="/other">Another story altogether</a></p><p onclick="x()"><a href="/chips">Chips</a> were named in it, and this sentence is long enough to stand.</p></article>
  <aside><p>Subscribe to our newsletter</p></aside><footer><p>Copyright 2026 The Paper</p></footer></body></html>`

describe('extractPage', () => {
  const read = extractPage(page, 'https://paper.example/a')

  test('finds the head facts', () =>
    expect(read).toMatchObject({
      ...{
        title: 'A model that reads',
        byline: 'Ada Example',
        published: '2026-05-14T08:00:00.000Z',
        lang: 'en',
      },
    }))

  test('keeps the story and drops what surrounds it', () => {
    for (const line of story) expect(read.text).toContain(line)
    expect(read.text).not.toMatch(/Home|Subscribe|Copyright|Read more/)
    expect(read.html).toContain('<a href="https://paper.example/chips">')
    expect(read.html).not.toMatch(/onclick|Read more/)
  })

  test('bears a page nested without end', () =>
    expect(extractPage(`<title>T</title>${'<div>'.repeat(20_000)}hello`, null)).toMatchObject({
      title: 'T',
      text: expect.stringContaining('hello'),
    }))

  test('gives what text there is where there is no article', () =>
    expect(extractPage('<p>Closed on Mondays.</p>', null).text).toBe('Closed on Mondays.'))

  test('bears a page with nothing on it', () => expect(extractPage('', null).text).toBe(''))
})
