import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RawItem, Source } from '#domain'
import { linkedItems, tellsMany } from './linked-items.ts'
import { normalise } from './normalise.ts'

const source: Source = {
  id: 'letter',
  name: 'The Letter',
  kind: 'folder',
  address: '/letters',
  family: 'letter.example',
  weight: 0.5,
  staleAfterHours: 72,
}

const raw = (html: string): RawItem => ({
  guid: null,
  title: 'Issue 7',
  url: 'https://letter.example/7',
  author: 'Hanne Brandvik',
  published: '2026-05-13',
  updated: null,
  html,
  text: null,
  attachments: [],
  kind: 'issue',
  signals: {},
  tags: [],
})

function issue(html: string) {
  const { item } = normalise(raw(html), {
    source,
    captureHash: 'h',
    address: '/letters/7.html',
    capturedAt: '2026-05-14T00:00:00.000Z',
    replay: { closedUntil: null },
  })
  if (!item) throw new Error('no item')
  return item
}

const partsOf = (html: string) => linkedItems(issue(html))
const link = (url: string, text: string) => `<a href="https://${url}">${text}</a>`
const REST = 'It is the third of its kind this year and the first that runs on one card.'

describe('a story of an issue', () => {
  test('is a headed passage with a link; sections are tags, the key is that of its link', () => {
    const [part, ...others] = partsOf(
      `<h2>Models</h2><h3>${link('lab.example/fjord?utm_source=letter', 'Fjord 2 is out')}</h3><p>${REST}</p><p>Its weights are open.</p>`,
    )
    expect(others).toEqual([])
    expect(part).toMatchObject({
      title: 'Fjord 2 is out',
      url: 'https://lab.example/fjord',
      key: 'url:lab.example/fjord',
      text: `${REST}\nIts weights are open.`,
      tags: ['Models'],
      authors: ['Hanne Brandvik'],
      publishedAt: '2026-05-13',
      kind: 'article',
      partOf: issue('<p>x</p>').id,
    })
  })

  test('is a list item with what lies below it', () => {
    const [part] = partsOf(
      `<ul><li>${link('lab.example/a', 'A lab opens its router to everyone')}: ${REST}<ul><li>It costs nothing.</li></ul></li></ul>`,
    )
    expect(part?.text).toBe(`A lab opens its router to everyone: ${REST}\n- It costs nothing.`)
  })

  test('is each item below a list item that is only a label', () => {
    const parts = partsOf(
      `<ul><li>Hardware:<ul><li>${link('a.example/1', 'A wafer')} ${REST}</li><li>${link('b.example/2', 'A card')} ${REST}</li></ul></li></ul>`,
    )
    expect(parts.map(({ tags }) => tags)).toEqual([['Hardware'], ['Hardware']])
  })

  test('about an X post is the word of who posted', () => {
    const [part] = partsOf(`<ul><li>GPT-5.4 reaches 75% on the desktop (${link('x.com/reach_vb/status/2029620416546017491', '@reach_vb')}), above people.</li></ul>`)
    expect(part).toMatchObject({ key: 'x:2029620416546017491', authors: ['@reach_vb'], ids: { xStatus: '2029620416546017491' } })
  }) // biome-ignore format: one line of markup

  test('is about the paper when it links to paper, code and post', () => {
    const [part] = partsOf(
      `<p>Token superposition in the open: ${link('x.com/a/status/2029620416546017491', 'post')}, ${link('github.com/a/tst', 'code')}, ${link('arxiv.org/abs/2605.06546', 'paper')}. ${REST}</p>`,
    )
    expect(part).toMatchObject({ key: 'arxiv:2605.06546', ids: { arxiv: '2605.06546', github: 'a/tst' } })
  })

  test('told twice of one link is two tellings', () => {
    const parts = partsOf(
      `<ul><li>${link('a.example/1', 'The first view of it')} ${REST}</li><li>${link('a.example/1', 'Another view of it')} Others doubt it and say so at length.</li></ul>`,
    )
    expect(parts[0]?.key).toBe('url:a.example/1')
    expect(parts[1]?.key).toMatch(/^url:a\.example\/1#/)
  })
})

describe('a title', () => {
  const title = (inner: string) => partsOf(`<ul><li>${inner}</li></ul>`)[0]?.title

  test.each([
    ['the link at the start', `${link('a.example/1', 'A lab opens its router')} and more. ${REST}`, 'A lab opens its router'],
    ['a short link set off by a colon, counts passed over', `${link('a.example/1', 'Kimi K2.6 imminent')} (Activity: 494): A user reports a mail. ${REST}`, 'Kimi K2.6 imminent'],
    ['the clause before the colon', `Open models pass the desktop test: ${REST} ${link('a.example/1', 'more')}`, 'Open models pass the desktop test'],
    ['a label with the clause behind it', `Optics wait: switches will not come before 2028, ${link('a.example/1', 'they say')}. ${REST}`, 'Optics wait: switches will not come before 2028, they say'],
    ['without who told it', `Perplexity added the new model to all tiers (${link('x.com/a/status/2029620416546017491', 'a')}; ${link('x.com/b/status/2029620416546017492', 'b')})`, 'Perplexity added the new model to all tiers'],
    ['without "(paper)"', `Megakernels for decode in one launch (${link('arxiv.org/abs/2603.25541', 'paper')}): one kernel does it all.`, 'Megakernels for decode in one launch'],
    ['with brackets that say something', `The lab fixed the path issue (in ${link('a.example/1', 'cutlass')} only) within a day of the report`, 'The lab fixed the path issue (in cutlass only) within a day of the report'],
  ])('%s', (_name, inner, wanted) => expect(title(inner)).toBe(wanted)) // biome-ignore format: a table
})

describe('no story is', () => {
  test.each([
    ['a sponsor', `<p>Today’s sponsor is ${link('ad.example/x', 'Lanternworks')}, the control plane for agents.</p>`],
    ['a section of jobs', `<h2>Jobs</h2><ul><li>${link('jobs.example/1', 'Research engineer at a lab')} in Oslo, apply by June.</li></ul>`],
    ['subscription talk', `<p>You can ${link('other.example/u', 'unsubscribe')} whenever you like, no hard feelings at all.</p>`],
    ['a link to the letter itself', `<p>${link('letter.example/6', 'The last issue')} had more on this, with many pictures.</p>`],
    ['a profile', `<p>Follow ${link('x.com/hanne', 'Hanne on X')} for what does not fit in here, day by day.</p>`],
    ['a paragraph without a link', `<p>${REST}</p>`],
    ['a bare address', `<ul><li>hanne: ${link('x.com/a/status/2029620416546017491', 'https://x.com/a/status/2029620416546017491')}</li></ul>`],
    ['a heading that names a channel', `<h3>${link('discord.com/channels/1/2', 'GPU MODE ▷ #cool-links')} (3 messages):</h3><p>Nothing today.</p>`],
  ])('%s', (_name, html) => expect(partsOf(html)).toEqual([])) // biome-ignore format: a table

  test('a channel, but what was said in it', () => {
    const parts = partsOf(
      `<h3>${link('discord.com/channels/1/2', 'GPU MODE ▷ #cool-links')} (3 messages):</h3><ul><li>A tutorial on kernels is out: ${link('a.example/1', 'read it')}. ${REST}</li></ul>`,
    )
    expect(parts.map(({ title }) => title)).toEqual(['A tutorial on kernels is out'])
    expect(parts[0]?.tags).toEqual(['GPU MODE ▷ #cool-links (3 messages):'])
  })

  test('the label of a last link', () => {
    const [part] = partsOf(`<h3>${link('a.example/1', 'H100 rents fall')}</h3><p>${REST} ${link('a.example/1', 'Gradient Wire')}</p>`)
    expect(part?.text).toBe(REST)
  }) // biome-ignore format: one line of markup
})

describe('a text tells many stories', () => {
  const section = (at: number) =>
    `<h2>What lab number ${at} did</h2><p>${link(`lab${at}.example/x`, 'The lab')} shipped it. ${REST}</p>`
  const many = (html: string) => {
    const { text, links } = issue(html)
    return tellsMany({ url: null, text, links })
  }

  test.each([
    ['three headed passages that are nearly all of it', [1, 2, 3].map(section).join(''), true],
    ['two', [1, 2].map(section).join(''), false],
    ['three beside a long essay', [1, 2, 3].map(section).join('') + `<p>${REST}</p>`.repeat(9), false],
    ['an article with links', `<p>${REST} ${link('a.example/1', 'Here')}.</p>`.repeat(1) + `<p>${REST}</p>`.repeat(5), false],
    ['five about one thing', [1, 1, 1, 1, 1].map(section).join(''), false],
  ])('%s', (_name, html, wanted) => expect(many(html)).toBe(wanted)) // biome-ignore format: a table
})

const block = fc.constantFrom(
  `<p>${REST}</p>`,
  `<ul><li>${link('a.example/1', 'A lab opens its router')} ${REST}<ul><li>below</li></ul></li></ul>`,
  `<h2>Models</h2>`,
  `<h3>${link('b.example/2', 'B')}</h3>`,
  `<p>${link('arxiv.org/abs/2605.06546', 'paper')} ${REST}</p>`,
  `<table><tr><td>${link('c.example/3', 'C')}</td><td>${REST}</td></tr></table>`,
)

test('every part has a title, a whole text of the issue, an address and an id of its own', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 9 }), (blocks) => {
      const whole = issue(`${blocks.join('')}<p>end</p>`)
      const parts = linkedItems(whole)
      expect(new Set(parts.map(({ id }) => id)).size).toBe(parts.length)
      for (const part of parts) {
        expect(part.title).not.toBe('')
        expect(part.url).toMatch(/^https:/)
        expect(part.text.length).toBeLessThanOrEqual(2_400)
        for (const line of part.text.split('\n')) expect(whole.text).toContain(line.trim().replace(/^- /, ''))
      }
    }),
    { numRuns: 60 },
  )
})
