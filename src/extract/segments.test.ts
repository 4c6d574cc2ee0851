import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { segments } from './segments.ts'

const told = (text: string) =>
  segments(text).map(({ kind, title, start, end }) => [kind, title, text.slice(start, end).trim()])

const INTRO = 'Welcome to the show.\nI am Ada.\nAnd I am Bo.'
const CHIP = [
  'the chip maker Granular has raised 900 million dollars.',
  'Granular makes a chip that keeps all weights on the die.',
  'The chip needs no memory beside it.',
  'Investors in Granular are mostly pension funds.',
  'Sixty thousand chips are to ship next year.',
]
const LAW = [
  'the regulator in Brussels wants labels on synthetic voices.',
  'A voice would have to say within five seconds that it is synthetic.',
  'Fines for a missing label go up to two percent of turnover.',
  'The regulator takes comments on the label until September.',
  'Then parliament votes on the voices.',
]
const OUTRO = 'And that is it for this week.\nThank you for listening.'

describe('a transcript is cut into', () => {
  test('intro, advertisement, stories with their titles, and outro', () => {
    const ad =
      'This episode is brought to you by Saltmarsh.\nSaltmarsh restarts what died at night.\nThey have thought about it for a while.\nIt began with two people.\nOne of them could not sleep.\nThe other one could.\nHave a look at saltmarsh dot dev slash show.'
    const text = [
      INTRO,
      ad,
      `First up, ${CHIP.join('\n')}`,
      `Moving on to policy, ${LAW.join('\n')}`,
      OUTRO,
    ].join('\n')
    expect(told(text).map(([kind, title]) => [kind, title])).toEqual([
      ['intro', 'Intro'],
      ['sponsor', 'Sponsor: Saltmarsh'],
      ['story', 'The chip maker Granular has raised 900 million dollars'],
      ['story', 'The regulator in Brussels wants labels on synthetic voices'],
      ['outro', 'Outro'],
    ])
    expect(told(text)[1]?.[2]).toBe(ad)
  })

  test('stories where nobody says so, by the change of their words', () => {
    const long = (lines: readonly string[]) => [...lines, ...lines, ...lines].join('\n')
    const text = `First up, ${long(CHIP)}\nBrussels now: ${long(LAW)}`
    expect(told(text).map(([, , words]) => words?.slice(0, 12))).toEqual(['First up, th', 'Brussels now'])
  })

  test('stories at a turn in the middle of a line', () => {
    const text = `First up, ${CHIP.join('\n')} and one last little story here ${LAW.join('\n')}\n${OUTRO}`
    expect(told(text).map(([kind]) => kind)).toEqual(['story', 'story', 'outro'])
    expect(told(text)[1]?.[2]).toMatch(/^and one last little story here the regulator/)
  })

  test('the same whether the speakers are named or not', () => {
    const lines = [INTRO, `First up, ${CHIP.join('\n')}`, `Next up, ${LAW.join('\n')}`, OUTRO]
      .join('\n')
      .split('\n')
    const named = lines.map((line, at) => `${at % 2 === 0 ? 'Ada' : 'Bo Ek'}: ${line}`)
    expect(told(named.join('\n')).map(([kind, title]) => [kind, title])).toEqual(
      told(lines.join('\n')).map(([kind, title]) => [kind, title]),
    )
  })

  test('a greeting and the talk itself, titled without the speaker', () => {
    const text = `Bo Ek: Thanks for having me.\nBo Ek: ${CHIP[0]}\n${CHIP.slice(1).join('\n')}`
    expect(told(text).map(([kind, title]) => [kind, title])).toEqual([
      ['intro', 'Intro'],
      ['story', 'The chip maker Granular has raised 900 million dollars'],
    ])
  })

  test('stories whose speakers only name somebody new', () => {
    const text = `${INTRO}\nLet's begin.\nGranular has made a chip.\n${CHIP.join('\n')}\nBrussels has been thinking.\n${LAW.join('\n')}`
    expect(told(text).map(([kind, title]) => [kind, title])).toEqual([
      ['intro', 'Intro'],
      ['story', 'The chip maker Granular has raised 900 million dollars'],
      ['story', 'The regulator in Brussels wants labels on synthetic voices'],
    ])
  })

  test('advertisements that only their offer gives away', () => {
    const ad = 'A quick word about Boxhound.\nBoxhound sniffs at boxes.\nThe free plan sniffs at three.'
    const text = [`Number one.\n${CHIP.join('\n')}`, ad, `Number two.\n${LAW.join('\n')}`].join('\n')
    expect(told(text).map(([kind]) => kind)).toEqual(['story', 'sponsor', 'story'])
    expect(told(text)[1]?.[2]).toBe(ad)
    const word = text.replace(ad, 'A quick word about regulators.\nThey are tired.')
    expect(told(word).map(([kind]) => kind)).toEqual(['story', 'story'])
  })

  test('stories of a transcriber who knows no full stops and no lines', () => {
    const flat = (lines: readonly string[]) => lines.join(' and ').replaceAll('.', '').toLowerCase()
    const text = `hello welcome to the show we go first story ${flat(CHIP)} moving on to the rules ${flat(LAW)} and that's it for today thank you for listening`
    expect(told(text).map(([kind, , words]) => [kind, words?.slice(0, 9)])).toEqual([
      ['intro', 'hello wel'],
      ['story', 'first sto'],
      ['story', 'moving on'],
      ['outro', "and that'"],
    ])
  })

  test('one story when nothing turns', () => expect(told(CHIP.join('\n'))).toHaveLength(1))

  test('nothing when nothing is said', () => expect(segments(' \n ')).toEqual([]))
})

const line = fc.constantFrom(...CHIP, ...LAW, ...INTRO.split('\n'), ...OUTRO.split('\n'), '', 'Next up, a thing.', 'Our next sponsor is Boxhound.', 'Use the code SHOW.', 'Yeah.', 'é🙂 x') // biome-ignore format: a table

test('the segments are a partition, whatever is said', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 60 }), fc.constantFrom('\n', '\r\n', ' '), (lines, between) => {
      const text = lines.join(between)
      const cut = segments(text)
      expect(cut.map(({ start, end }) => text.slice(start, end)).join('')).toBe(
        text.trim() === '' ? '' : text,
      )
      for (const { start, end, title } of cut) {
        expect(end).toBeGreaterThan(start)
        expect(title).not.toBe('')
      }
    }),
  )
})

test('two hours of talk are cut in a second', () => {
  const talk = Array.from({ length: 400 }, (_, at) => (at % 2 === 0 ? CHIP : LAW).join('\n')).join('\n')
  const started = performance.now()
  segments(talk)
  expect(performance.now() - started).toBeLessThan(2_000)
})
