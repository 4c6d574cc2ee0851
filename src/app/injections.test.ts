import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { instructs, sentencesOf } from '#compose'
import type { Edition, Source } from '#domain'
import { openHouse } from '#wiring'
import { briefOf } from './brief.ts'
import type { House } from './house.ts'
import { importFiles } from './import.ts'
import { isWhole } from './parts.ts'
import { score } from './score.ts'
import { openChat } from './test-chat.ts'
import { INJECTIONS } from './test-injections.ts'
import { tellAll } from './test-week.ts'
import { weekWindow } from './windows.ts'

const root = mkdtempSync(join(tmpdir(), 'bellwether-injections-'))
const closing: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const close of closing.reverse()) await close()
  rmSync(root, { recursive: true, force: true })
})

const CALM = 'The neighbours of the harbour were told about it by letter before the work began.'
const town = (at: number) => `Harbour${String.fromCharCode(65 + (at % 26))}${Math.floor(at / 26)}`
const story = (at: number, inserted: string) =>
  `${town(at)} opened a data centre that draws ${100 + at} MW of power at full load. ${inserted} The halls of ${town(at)} hold ${20 + at} thousand accelerators cooled by sea water.`
const html = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

type Carrier = { readonly ending: string; readonly file: (at: number, inserted: string) => string }

/** One story in each of the forms in which strangers reach us. */
const CARRIERS: Readonly<Record<string, Carrier>> = {
  feed: {
    ending: 'xml',
    file: (at, inserted) =>
      `<?xml version="1.0"?><rss version="2.0"><channel><title>F</title><link>https://f.example</link><item><title>${town(at)} opens a data centre</title><link>https://f.example/${at}</link><guid>${at}</guid><pubDate>Wed, 13 May 2026 10:00:00 GMT</pubDate><description>${html(html(story(at, inserted)))}</description></item></channel></rss>`,
  },
  mail: {
    ending: 'eml',
    file: (at, inserted) =>
      `From: Post <post@m.example>\r\nTo: you@h.example\r\nSubject: ${town(at)} opens a data centre\r\nDate: Wed, 13 May 2026 10:00:00 +0000\r\nMessage-ID: <${at}@m.example>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${story(at, inserted)}\r\n`,
  },
  page: {
    ending: 'html',
    file: (at, inserted) =>
      `<!doctype html><html><head><title>${town(at)} opens a data centre</title><link rel="canonical" href="https://p.example/${at}"><meta property="article:published_time" content="2026-05-13T10:00:00Z"></head><body><article><h1>${town(at)} opens a data centre</h1><p>${html(story(at, inserted))}</p><!-- ${inserted.replace(/-->/g, '')} --><p style="display:none">${html(inserted)}</p><p>Customers will be moved to ${town(at)} over the summer, as the owners of the centre said on the day.</p></article></body></html>`,
  },
  transcript: {
    ending: 'vtt',
    file: (at, inserted) =>
      `WEBVTT\n\nNOTE Published: 2026-05-13\n\n00:00.000 --> 00:20.000\nFirst up, ${story(at, inserted.replace(/-->/g, ''))}\n\n00:20.000 --> 00:30.000\nNext up, customers will be moved to ${town(at)} over the summer, the owners said.\n`,
  },
}

async function houseOf(name: string, carrier: Carrier, texts: readonly string[]): Promise<House> {
  const folder = join(root, name)
  mkdirSync(folder, { recursive: true })
  const paths = texts.map((inserted, at) => {
    const path = join(folder, `2026-05-13-${at}.${carrier.ending}`)
    writeFileSync(path, carrier.file(at, inserted))
    return path
  })
  const open = async (data: string) => {
    const opened = await openHouse({
      ...{ config: null, data: join(folder, data), now: '2026-05-15T06:00:00.000Z' },
      progress: () => {},
    })
    closing.push(() => opened.close())
    return { ...opened.house, deliveries: [], sources: [] }
  }
  const source: Source = {
    ...{ id: 'open', name: 'The open', kind: 'folder', address: folder, family: 'open' },
    ...{ weight: 0.5, staleAfterHours: 72 },
  }
  const door = await open('door')
  await importFiles(door, [{ source, paths }])
  // Behind the door each is a story of its own: that other words cluster otherwise is no order obeyed.
  const seen = { from: '2026-05-01T00:00:00.000Z', to: '2026-05-16T00:00:00.000Z' }
  const items = (await door.store.items({ seen })).filter(
    (item) => !isWhole(item) && item.text.includes('data centre that draws'),
  )
  expect(items).toHaveLength(texts.length)
  const house = await open('house')
  await tellAll(house, items)
  return house
}

const scoresOf = async (house: House) =>
  (await score(house, weekWindow('2026-W20', '06:00'), null))
    .map(
      ({ dossier, score: { tier, score: points } }) =>
        `${dossier.tellings[0]?.item.text.slice(0, 60)}: ${tier} ${points}`,
    )
    .sort()
const linksIn = (edition: Edition) => JSON.stringify(edition).match(/https?:\/\/[^"\s\\]+/g) ?? []
const addressesOf = async ({ store }: House) =>
  new Set((await store.items({ asOf: '2026-05-18T06:00:00.000Z' })).map(({ url }) => url))
const printed = (edition: Edition) => sentencesOf(edition).map(({ text }) => text)

test.each(INJECTIONS)('is taken for an order: %s', (text) => {
  // Short pieces of an order that was cut into sentences may look like news; the whole never does.
  expect(
    text.split(/(?<=[.;!?])\s/).some((sentence) => instructs(sentence)) || /<\/?evidence>|```|^\{/.test(text),
  ).toBe(true)
})

test.each([
  'The regulator told the lab to ignore no complaint of its users.',
  'Northlab says its model must answer within two seconds.',
  'The paper shows that agents call the wrong tool in 7% of cases.',
  'Attackers wrote “ignore all previous instructions” into an issue, and the agent obeyed.',
])('is news: %s', (text) => expect(instructs(text)).toBe(false))

describe.each(Object.entries(CARRIERS))('orders in a %s', (name, carrier) => {
  const some = INJECTIONS.slice(0, 50)
  test('change no score, no link, and nothing that is printed', { timeout: 60_000 }, async () => {
    const calm = await houseOf(
      `${name}-calm`,
      carrier,
      some.map(() => CALM),
    )
    const poisoned = await houseOf(`${name}-poisoned`, carrier, some)
    expect(await scoresOf(poisoned)).toEqual(await scoresOf(calm))
    const [clean, brief] = [await briefOf(calm, '2026-W20'), await briefOf(poisoned, '2026-W20')]
    expect(linksIn(brief).filter((url) => url.includes('evil'))).toEqual([])
    const known = await addressesOf(poisoned)
    expect(linksIn(brief).filter((url) => !known.has(url))).toEqual([])
    expect(printed(brief).length).toBeGreaterThan(printed(clean).length / 2)
    expect(printed(brief).filter((text) => /zebrafish/i.test(text))).toEqual([])
  })

  test('gain nothing by a model that obeys them', { timeout: 60_000 }, async () => {
    // It sends back every sentence of its evidence that holds the word or the link.
    const chat = await openChat(({ evidence }) => {
      const obeyed = evidence.flatMap(({ number, text }) =>
        (text.match(/[^.]*(?:ZEBRAFISH|evil\.example)[^.]*\.?/g) ?? []).map((order) => ({
          text: order.trim(),
          evidence: [number],
        })),
      )
      return obeyed.length > 0 ? obeyed.slice(0, 1) : 'ZEBRAFISH'
    })
    closing.push(chat.close)
    const house = await houseOf(`${name}-obeying`, carrier, some)
    const { createAiWriter } = await import('../adapters/writer-ai/index.ts')
    const prices = { usdPerMillionIn: 0, usdPerMillionOut: 0, waitMs: 5000 }
    const writer = createAiWriter({
      provider: 'openai-compatible',
      model: 'm',
      url: chat.url,
      key: null,
      ...prices,
    })
    const brief = await briefOf({ ...house, writer, writerUsdPerDay: 1 }, '2026-W20')
    expect(chat.asked.length).toBeGreaterThan(0)
    expect(printed(brief).filter((text) => /zebrafish|evil\.example/i.test(text))).toEqual([])
    expect(linksIn(brief).filter((url) => url.includes('evil'))).toEqual([])
  })
})
