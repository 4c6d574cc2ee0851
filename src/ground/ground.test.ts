import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ground } from './ground.ts'

const EVIDENCE = `Kestrel-3 was released on 4 June 2026. It decodes up to 4x faster and scores 61.5 % on RiverBench, up from 52.0 %.
The lab raised $120 million, led by Alder Partners. It reportedly plans a second round. Kestrel-3 outperforms Osprey-2.
It does not improve long prompts. "Speed was the whole point," said Mira Holt.`

const missing = (text: string, evidence = EVIDENCE) =>
  ground(text, [{ id: '1', text: evidence }]).flatMap((one) => one.missing)

test.each([
  'Kestrel-3 came out on 4 June 2026.',
  'It scores 61.5 percent on RiverBench, against 52 percent before.',
  'Alder Partners led the round of $120M.',
  'Osprey-2 is outperformed by Kestrel-3.',
  'Decoding is up to 4x faster.',
  'A second round is reportedly planned.',
  '“Speed was the whole point,” Mira Holt said.',
])('held: %s', (text) => expect(missing(text)).toEqual([]))

test.each([
  ['It scores 65.1 % on RiverBench.', 'number: 65.1 %'],
  ['It scores 61.5 points on RiverBench.', 'unit: 61.5 points point'],
  ['It decodes 4x faster.', 'hedge: up to 4x'],
  ['RiverBench went down from 61.5 % to 52.0 %.', 'direction: from 61.5 % to 52.0 %'],
  ['Osprey-2 outperforms Kestrel-3.', 'direction: Osprey-2 outperforms Kestrel-3'],
  ['The round was led by Birch Partners.', 'name: Birch'],
  ['Kestrel-4 scores 61.5 % on RiverBench.', 'name: Kestrel-4'],
  ['It was released on 14 June 2026.', 'date: 14 June 2026'],
  ['“Quality was the whole point,” said Mira Holt.', 'quote: Quality was the whole point,'],
  ['It improves long prompts.', 'denial: not'],
  ['The lab plans a second round.', 'hedge: reportedly'],
])('refused: %s', (text, lack) => expect(missing(text)).toContain(lack))

const RIVALS = `Sumire makes the X9, which draws 900 watts; its predecessor, the X8, draws 700 watts. Arclight ordered 30,000 wafers,
of which 12,000 are for the X9. Lanhai-3 is out. It scores 79.4 on Arbor, ahead of Borealis 2 (77.0) but behind Corvid Max (82.6).
Input costs $0.60 per million input tokens and $2.40 per million output tokens. Volta fired Gantry. Cobalt opposed the act; Ferrite
supported it.`

test.each([
  'The X9 draws 200 watts more than the X8.',
  'Borealis 2 trails Lanhai-3 by 2.4 points.',
  'Corvid Max is ahead of Lanhai-3.',
  'Of 30,000 wafers, 12,000 are for the X9.',
  'Gantry was fired by Volta.',
])('held among rivals: %s', (text) => expect(missing(text, RIVALS)).toEqual([]))

test.each([
  'The X8 draws 900 watts.',
  'The X9 draws 300 watts more than the X8.',
  'The X9 draws less power than the X8.',
  'Lanhai-3 beats Corvid Max.',
  'Borealis 2 scores 79.4 on Arbor.',
  'Arclight ordered 12,000 wafers, of which 30,000 are for the X9.',
  'It costs $2.40 per million input tokens.',
  'Gantry fired Volta.',
  'Ferrite opposed the act; Cobalt supported it.',
])('refused among rivals: %s', (text) => expect(missing(text, RIVALS)).not.toEqual([]))

test('each sentence is judged by itself, with its place', () => {
  const text = 'It scores 61.5 % on RiverBench. It scores 99 % on RiverBench.'
  const judged = ground(text, [{ id: '1', text: EVIDENCE }])
  expect(judged.map(({ start, end, supported }) => [text.slice(start, end), supported])).toEqual([
    ['It scores 61.5 % on RiverBench.', true],
    ['It scores 99 % on RiverBench.', false],
  ])
})

test('pieces of evidence count together', () =>
  expect(
    ground('Kestrel-3 has 8 layers.', [
      { id: '1', text: 'Kestrel-3 is new.' },
      { id: '2', text: 'It has 8 layers.' },
    ])[0]?.supported,
  ).toBe(true))

test('without evidence every name and number is missing', () =>
  expect(ground('Kestrel-3 has 8 layers.', [])[0]?.missing).toEqual(['number: 8', 'name: Kestrel-3']))

const word = fc.constantFrom(
  'model',
  'data',
  'OpenAI',
  'Qwen3-8B',
  '34.4 %',
  '$650 million',
  'may',
  'not',
  'rises',
  'falls',
  'beats',
  'Nvidia',
  'up to 5x',
  '12 May 2026',
  'in',
  'from',
  '“quoted words here”',
  '(GRPO)',
)

test('whatever stands in the evidence is held by it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(word, { minLength: 2, maxLength: 14 }), { minLength: 1, maxLength: 6 }),
      (drawn) => {
        const all = drawn.map((words) => `The ${words.join(' ')}.`)
        for (const text of all)
          expect(ground(text, [{ id: '1', text: all.join('\n\n') }]).flatMap((one) => one.missing)).toEqual(
            [],
          )
      },
    ),
  )
})

test('all the credit for a gain cannot go to one of two', () => {
  const evidence = [
    {
      id: 'a',
      text: 'GRPO that is weak on a cold student lifts MATH from 75.4% to 78.5% after the bridge.',
    },
  ]
  const [slip] = ground(
    'The bridge alone lifts MATH from 75.4% to 78.5% on a cold student after GRPO.',
    evidence,
  )
  expect(slip?.missing).toEqual(['restriction: alone'])
})

test('a size that stands in the name of a model is held', () => {
  const evidence = [{ id: 'a', text: 'We tune Qwen3-1.7B under teachers of 8B/14B.' }]
  expect(ground('A 1.7B student of Qwen3 learns from teachers of 8B and 14B.', evidence)[0]?.missing).toEqual(
    [],
  )
})

const NEWS = `The Danish Parliament passed the bill by 201 votes to 118. Fines can reach 3% of revenue. Mica, a start-up,
employs 74 people and may open a second office. TriageKV keeps 97% of the accuracy, while H2O keeps 88% in Basalt 2.5. The assistant
answers 64% of questions, up from 41%. Prices stay at $0.60 and the model has 212 billion parameters, of which 14 billion
are active. Training took 2.9 million hours. Pupils made 9% fewer errors. Chief executive Paul Reyne spoke on Monday.`

test.each([
  'Denmark’s Parliament passed the bill with 201 votes against 118.',
  'Fines go up to 3% of revenue.',
  'Mica has 74 employees.',
  'The model has 212B parameters, 14B of them active.',
  'H2O keeps 88% of the accuracy.',
  'Mica may open a second office.',
  'CEO Paul Reyne spoke.',
])('held in other words: %s', (text) => expect(missing(text, NEWS)).toEqual([]))

test.each([
  ['The bill was rejected by 201 votes to 118.', 'denial: rejected'],
  ['The Parliament passed the bill by 118 votes to 201.', 'direction: 118 to 201'],
  ['Mica will open a second office.', 'hedge: may'],
  ['Mica has opened its third office.', 'number: third'],
  ['TriageKV keeps 88% of the accuracy.', 'name: TriageKV keeps 88%'],
  ['The share of questions fell from 64% to 41%.', 'direction: from 64 to 41'],
  ['Prices rise to $0.60.', 'direction: $0.60'],
  ['H2O keeps 88% in Basalt 2.', 'name: Basalt 2'],
  ['Training took 2.9 billion hours.', 'number: 2.9 billion hours'],
  ['Pupils made 9% more errors.', 'direction: 9%'],
  ['Professor Paul Reyne spoke on Monday.', 'name: Professor'],
])('refused, though every word is there: %s', (text, lack) => expect(missing(text, NEWS)).toContain(lack))
