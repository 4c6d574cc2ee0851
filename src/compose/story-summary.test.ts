import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Dossier, Telling } from '#domain'
import { containment, terms } from '#text'
import { storySummary } from './story-summary.ts'
import { itemOf, sourceOf, tellingOf } from './test-stories.ts'

const telling = (from: string, title: string, text: string, more: Partial<Telling> = {}): Telling =>
  tellingOf(itemOf(from, title, text), { source: sourceOf(from), ...more })

function dossierOf(tellings: readonly Telling[]): Dossier {
  const [first] = tellings
  const at = first?.item.seenAt ?? ''
  const title = first?.item.title ?? ''
  const itemIds = tellings.map(({ item }) => item.id)
  return { story: { id: 's', eventId: 'e', title, itemIds, firstSeenAt: at, lastSeenAt: at }, tellings }
}

const summaryOf = (...tellings: readonly Telling[]) =>
  storySummary(dossierOf(tellings), tellings[0] ?? null).map(({ text, telling: from }) => [
    from.source.name,
    text,
  ])

const POST = telling(
  'post',
  'Northwind raises $650 million for wafer-scale chips',
  'Northwind has raised $650 million in a round led by Gullwing Capital. The company makes chips of a whole wafer.',
)
const WIRE = telling(
  'wire',
  'Chip maker Northwind closes a round of $650M',
  'Northwind raised $650 million, the company said on Tuesday. The round values Northwind at $4 billion.',
)
const LETTER = telling(
  'letter',
  'Northwind has money again',
  'Northwind will spend half of the money on a plant in Dresden with 400 engineers.',
)

describe('the summary of a story', () => {
  test('tells what each source adds, under its name, and nothing twice', () => {
    const told = summaryOf(POST, WIRE, LETTER)
    expect(told[0]).toEqual(['post', `${POST.item.text.split('. ')[0]}.`])
    expect(told).toContainEqual(['wire', 'The round values Northwind at $4 billion.'])
    expect(told).toContainEqual(['letter', LETTER.item.text])
    expect(told.filter(([, text]) => text?.includes('$650 million'))).toHaveLength(1)
  })

  test('of one source alone has at most three sentences, in its order', () => {
    const text =
      'A wafer of silicon makes one chip here. The chip reads 1,800 tokens a second. It draws 15 kW from the rack. Northwind sells the chip for $2 million. The next chip of Northwind comes in 2027.'
    const told = summaryOf(telling('post', 'Northwind sells a chip of a whole wafer', text))
    expect(told.length).toBeLessThanOrEqual(3)
    const places = told.map(([, sentence]) => text.indexOf(sentence ?? ''))
    expect(places).toEqual([...places].sort((a, b) => a - b))
  })

  test('lets copies say nothing', () =>
    expect(
      summaryOf(POST, { ...LETTER, copyOf: POST.item.id }).filter(([name]) => name === 'letter'),
    ).toEqual([]))

  test('leaves out how a speaker goes on to the next matter', () =>
    expect(
      summaryOf(
        POST,
        telling(
          'show',
          'Northwind',
          'Moving on to Northwind, which raised $650 million and is worth $4 billion now.',
        ),
      ).map(([name]) => name),
    ).not.toContain('show'))

  test('is what stands there where nothing is fit to print, and nothing of nothing', () => {
    expect(summaryOf(telling('post', 'wafer', 'just a wafer lol'))).toEqual([['post', 'just a wafer lol']])
    expect(storySummary(dossierOf([]), null)).toEqual([])
  })

  test('repeats no sentence in other tellings, whatever they say', () => {
    const sentence = fc.constantFrom(
      'Northwind has raised $650 million in a round led by Gullwing Capital.',
      'Northwind raised $650 million, and Gullwing Capital led the round.',
      'The round values Northwind at $4 billion.',
      'Northwind will build a plant in Dresden with 400 engineers.',
      'The chips of Northwind read 1,800 tokens a second.',
    )
    const text = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((some) => some.join(' '))
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (texts) => {
        const tellings = texts.map((each, at) => telling(`s${at}`, 'Northwind raises $650 million', each))
        const told = storySummary(dossierOf(tellings), tellings[0] ?? null)
        const bags = told.map((one) => new Set(terms(one.text)))
        for (const [at, bag] of bags.entries())
          for (const other of bags.slice(at + 1)) {
            const [small, large] = bag.size <= other.size ? [bag, other] : [other, bag]
            expect(containment(small, large)).toBeLessThanOrEqual(0.6)
          }
        for (const one of told) expect(one.telling.item.text).toContain(one.text)
      }),
    )
  })
})
