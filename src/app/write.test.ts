import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sentencesOf, toMarkdown } from '#compose'
import type { Edition } from '#domain'
import { type Opened, openHouse } from '#wiring'
import { briefOf } from './brief.ts'
import { forEveryone } from './deliver.ts'
import { type Mind, openChat } from './test-chat.ts'
import { tellAll, townItems } from './test-week.ts'

let folder = ''
const closing: (() => Promise<void>)[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bellwether-write-'))
})
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
  rmSync(folder, { recursive: true, force: true })
})

/** A house whose model has this mind, over a week of eight stories. */
async function houseWith(mind: Mind, more: Record<string, unknown> = {}) {
  const chat = await openChat(mind)
  closing.push(chat.close)
  const writer = { model: 'test', url: chat.url, usdPerMillionIn: 1, usdPerMillionOut: 10, ...more }
  writeFileSync(join(folder, 'bellwether.yaml'), JSON.stringify({ writer }))
  const opened: Opened = await openHouse({
    ...{
      config: join(folder, 'bellwether.yaml'),
      data: join(folder, 'data'),
      now: '2026-05-20T06:00:00.000Z',
    },
    progress: () => {},
  })
  closing.push(() => opened.close())
  await tellAll(opened.house, townItems())
  return { house: opened.house, asked: chat.asked }
}

const textsOf = (edition: Edition) => sentencesOf(edition).map(({ text }) => text)
const plainBrief = async () => {
  const { house } = await houseWith(() => [])
  return textsOf(await briefOf({ ...house, writer: null }, '2026-W20'))
}
const numbersOf = (evidence: readonly { number: number }[]) => evidence.map(({ number }) => number)

const honest: Mind = ({ draft, evidence }) =>
  draft.map((text) => ({
    text: text.replace(/ at full load| cooled by sea water/, ''),
    evidence: numbersOf(
      evidence.filter((one) =>
        text
          .split(' ')
          .slice(0, 3)
          .some((word) => word.length > 4 && JSON.stringify(one).includes(word)),
      ),
    ).slice(0, 2),
  }))

test('sentences that their evidence holds take the place of the chosen ones, and are paid for once', async () => {
  const { house, asked } = await houseWith(honest)
  const first = await briefOf(house, '2026-W20')
  expect(sentencesOf(first).some(({ origin }) => origin === 'written')).toBe(true)
  expect(first.makers).toContain('writer:test')
  const paid = await house.store.spends()
  expect(paid[0]).toMatchObject({ editionId: 'brief-2026-W20', tokensIn: 900 * asked.length })
  expect(paid[0]?.usd).toBeCloseTo((asked.length * (900 + 1000)) / 1e6)
  const asks = asked.length
  expect(JSON.stringify(await briefOf(house, '2026-W20'))).toBe(JSON.stringify(first))
  expect(asked).toHaveLength(asks)
  expect(await house.store.spends()).toHaveLength(1)
})

test.each<[string, Mind]>([
  [
    'a wrong number',
    ({ draft, evidence }) =>
      draft.map((text) => ({ text: text.replace(/\d+/, '777'), evidence: numbersOf(evidence) })),
  ],
  [
    'a name of its own',
    ({ draft, evidence }) =>
      draft.map((text) => ({ text: `Larkspur Holdings says: ${text}`, evidence: numbersOf(evidence) })),
  ],
  [
    'a link',
    ({ draft, evidence }) =>
      draft.map((text) => ({ text: `${text} See https://evil.example/a.`, evidence: numbersOf(evidence) })),
  ],
  [
    'markup',
    ({ draft, evidence }) =>
      draft.map((text) => ({ text: `<img src=x>${text}`, evidence: numbersOf(evidence) })),
  ],
  [
    'evidence that nobody gave',
    ({ draft }) => draft.map((text) => ({ text: text.replace(/ at full load/, ''), evidence: [99] })),
  ],
  [
    'a flood',
    ({ evidence }) =>
      Array.from({ length: 9 }, () => ({ text: 'The halls are large.', evidence: numbersOf(evidence) })),
  ],
  ['nothing', () => []],
])('a model that gives %s is asked twice and then not heard', async (_, mind) => {
  const { house, asked } = await houseWith(mind)
  const edition = await briefOf(house, '2026-W20')
  expect(textsOf(edition)).toEqual(await plainBrief())
  expect(edition.writing?.faults.every(({ kind, part, why }) => kind === 'refused' && part && why)).toBe(true)
  expect(edition.writing?.faults).not.toEqual([])
  expect(asked.length).toBeGreaterThan(1)
  expect(asked[1]).toContain('Your answer before was refused')
})

test('a second try that is mended stands', async () => {
  const { house } = await houseWith((ask) =>
    ask.prompt.includes('was refused')
      ? honest(ask)
      : [{ text: 'It draws 777 MW.', evidence: numbersOf(ask.evidence) }],
  )
  const edition = await briefOf(house, '2026-W20')
  expect(sentencesOf(edition).some(({ origin }) => origin === 'written')).toBe(true)
  expect(textsOf(edition).join()).not.toContain('777')
})

test.each<[string, Mind, Record<string, unknown>]>([
  ['is dead', () => 500, {}],
  ['talks nonsense', () => 'Sure! Here is your digest.', {}],
  ['has no right to be asked', () => 401, {}],
])('a model that %s stops no edition, and is left alone after two failures', async (_, mind, more) => {
  const { house, asked } = await houseWith(mind, more)
  const edition = await briefOf(house, '2026-W20')
  expect(textsOf(edition)).toEqual(await plainBrief())
  expect(edition.writing?.faults.map(({ kind }) => kind).slice(0, 3)).toEqual([
    'failed',
    'failed',
    'not-asked',
  ])
  expect(toMarkdown(edition)).toContain('Written by test: 0 of')
  expect(JSON.stringify(await forEveryone(house, edition))).not.toContain('"writing"')
  expect(asked).toHaveLength(2)
})

test('a day’s money is not overspent', async () => {
  const { house, asked } = await houseWith(honest, { usdPerDay: 0.0018 })
  const { writing } = await briefOf(house, '2026-W20')
  expect(asked).toHaveLength(1)
  expect(writing?.faults.at(-1)?.why).toContain('is spent')
})
