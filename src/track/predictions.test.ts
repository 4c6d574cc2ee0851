import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Resolution } from '#domain'
import { evidenceIn } from './prediction-evidence.ts'
import { lintPrediction } from './prediction-lint.ts'
import { propose } from './prediction-proposal.ts'
import { headOf, scopeOf } from './prediction-scope.ts'
import { trackRecords } from './prediction-scores.ts'
import { aPassage, aPrediction } from './test-predictions.ts'

const draft = {
  claim: 'A lab other than its authors reports TST at 70B',
  madeAt: '2026-05-13',
  due: '2026-09-10',
  dueAlso: null,
  criterion: null,
}

describe('the linter', () => {
  test('lets a dated, visible happening in without a mark', () => expect(lintPrediction(draft)).toEqual([]))

  test.each([
    ['no date', { due: null }, 'no-date', true],
    ['a date before it was made', { due: '2026-04' }, 'past-date', true],
    ['no claim', { claim: 'Soon.' }, 'no-claim', true],
    ['nobody named', { claim: 'The feature is expected in a preview by May.' }, 'no-claim', true],
    [
      'nothing that settles it',
      { claim: 'Byte-level representations spread to robots' },
      'no-criterion',
      false,
    ],
    ['a scope without bounds', { criterion: 'agents become significantly better' }, 'vague-scope', false],
    ['a hedge', { claim: 'OpenAI may release a phone' }, 'hedged', false],
    [
      'several things at once',
      { criterion: 'it ships and it is open and others adopt it or copy it' },
      'compound',
      false,
    ],
  ])('marks %s, and says how to mend it', (_, part, kind, refuses) => {
    const fault = lintPrediction({ ...draft, ...part }).find((one) => one.kind === kind)
    expect(fault?.refuses).toBe(refuses)
    expect(fault?.suggestion).not.toBe('')
  })

  test('a figure bounds what would be vague without it', () =>
    expect(
      lintPrediction({ ...draft, criterion: 'agents become at least 10 % better on SWE-bench' }),
    ).toEqual([]))

  test('suggests a day ninety days off where none is named', () =>
    expect(lintPrediction({ ...draft, due: null })[0]?.suggestion).toBe(
      'A lab other than its authors reports TST at 70B, by 2026-08-11.',
    ))
})

test.each([
  ['TST at frontier scale, 120 days. Token Superposition claims 2.5x.', 'TST at frontier scale'],
  ['Cerebras IPO pricing (15 days) — $40B is the test.', 'Cerebras IPO pricing'],
  ['The next paper will measure it. Others wait.', 'The next paper will measure it'],
])('the head of %s is %s', (claim, head) => expect(headOf(claim)).toBe(head))

test('the scope is what bounds a claim: settings, exclusions, sizes', () =>
  expect(scopeOf('Multimodal transfer at 70B, 90 days.', 'a non-Baidu lab shows it')).toEqual([
    'Multimodal',
    '70B',
    'non-Baidu',
  ]))

describe('evidence', () => {
  test('for a wider scope names what it does not share, and the reader is asked', () => {
    const prediction = aPrediction()
    const found = evidenceIn(
      prediction,
      aPassage(
        'We train a policy to game a rubric and report the drift: rubric overfitting in text-only tasks.',
      ),
    )
    expect(found).toMatchObject({ side: 'for', outOfScope: ['Multimodal'] })
    const proposal = propose(prediction, found ? [found] : [], '2026-05-14T06:00:00.000Z')
    expect(proposal).toMatchObject({ outcome: 'right', clear: false, elapsedDays: 1, lateDays: 0 })
    expect(proposal.because).toContain('"Multimodal"')
  })

  test('who repeats the prediction has not shown it within its bounds', () => {
    const found = evidenceIn(
      aPrediction(),
      aPassage(
        'A digest predicted multimodal rubric overfitting in 60 days. The new paper resolves the prediction in 24 hours.',
      ),
    )
    expect(found).toMatchObject({ side: 'for', outOfScope: ['Multimodal'] })
  })

  test('that holds all that is asked for, within the scope, settles it before its date', () => {
    const prediction = aPrediction()
    const found = evidenceIn(
      prediction,
      aPassage(
        'This paper trains a vision-language policy to game a rubric and reports the drift, an overfitting.',
      ),
    )
    const proposal = propose(prediction, found ? [found] : [], '2026-06-01T00:00:00.000Z')
    expect(proposal).toMatchObject({ outcome: 'right', clear: true, elapsedDays: 1 })
  })

  test.each([
    ['Meta-Cache reaches 12x on Needle, the authors report.', 'for'],
    ['Meta-Cache reaches 7x on Needle, the authors report.', 'against'],
    ['Meta-Cache has not reached 10x on Needle.', 'against'],
    ['The authors expect Meta-Cache to do well on Needle.', 'about'],
    ['Meta-Cache on Needle was delayed.', 'against'],
  ])('%s speaks %s it', (text, side) => {
    const prediction = aPrediction({ claim: 'Meta-Cache reaches at least 10x on Needle', criterion: null })
    expect(evidenceIn(prediction, aPassage(text))?.side).toBe(side)
  })

  test.each([
    ['Norlab released Orbit-3, and analysts cheered.', 'for'],
    ['Norlab is about to release Orbit-3, a post says.', 'about'],
  ])('%s speaks %s a launch foretold in one clause of many', (text, side) => {
    const claim =
      'Additionally, Orbit-3 from Norlab is set to launch in late June, with the chief of Kestrel voicing concern over pricing in Asia.'
    expect(evidenceIn(aPrediction({ claim, criterion: null }), aPassage(text))?.side).toBe(side)
  })

  test('without what the claim names twice is none', () => {
    const claim =
      'Ads come to Gannet Free: Norlab plans ads in Gannet Free, while Plus and Pro stay as they are.'
    const text = 'The Orbit app is released for Gannet Plus, Pro and Business by Norlab.'
    expect(evidenceIn(aPrediction({ claim, criterion: null }), aPassage(text))).toBeNull()
  })

  test('that came after the last day is no sign that it came in time', () => {
    const prediction = aPrediction({ claim: 'Norlab releases Orbit-3', criterion: null })
    const found = evidenceIn(
      prediction,
      aPassage('Norlab released Orbit-3.', { seenAt: '2026-09-11T12:00:00.000Z' }),
    )
    expect(propose(prediction, found ? [found] : [], '2026-09-12T00:00:00.000Z')).toMatchObject({
      ...{ outcome: 'wrong', clear: false },
      because: 'The closest evidence came 62 days after its last day. Did it come about before?',
    })
  })

  test('of another thing is none', () =>
    expect(evidenceIn(aPrediction(), aPassage('Robots fold laundry. A dentist opened a shop.'))).toBeNull())

  test('a hostile text takes no time and throws nothing', () => {
    const text = `${'resolve '.repeat(4000)} ${'predict. '.repeat(4000)} ${'not '.repeat(4000)}`
    const from = performance.now()
    evidenceIn(aPrediction(), aPassage(text))
    expect(performance.now() - from).toBeLessThan(3000)
  })
})

describe('a proposal without evidence', () => {
  test.each([
    ['before its date stays open', '2026-06-01', 'open', 'a paper shows it', 0],
    ['past its date is asked about', '2026-07-13', 'wrong', 'a paper shows it', 2],
    ['past its date and without a criterion is void', '2026-07-13', 'void', null, 2],
  ])('%s', (_, day, outcome, criterion, lateDays) =>
    expect(propose(aPrediction({ criterion }), [], `${day}T00:00:00.000Z`)).toMatchObject({
      ...{ outcome, clear: false, lateDays },
    }),
  )

  test('waits for the later of two deadlines', () =>
    expect(propose(aPrediction({ dueAlso: '2026-Q3' }), [], '2026-08-01T00:00:00.000Z').lateDays).toBe(0))
})

describe('scores', () => {
  const ended = (predictionId: string, outcome: Resolution['outcome'], by: Resolution['by'] = 'house') => ({
    ...{ predictionId, outcome, by, resolvedAt: '2026-06-01T00:00:00.000Z', because: '', itemIds: [] },
  })
  const four = [0.9, 0.8, 0.3, 0.6].map((probability, at) => aPrediction({ id: `p${at}`, probability }))
  const ends = [ended('p0', 'right'), ended('p1', 'right'), ended('p2', 'wrong'), ended('p3', 'void')]

  test('count what is settled, with Brier and log score beside the base rate', () => {
    const [record] = trackRecords(four, ends, 'all')
    expect(record).toMatchObject({ entered: 4, right: 2, wrong: 1, void: 1, open: 0 })
    expect(record?.brier?.value).toBeCloseTo((0.01 + 0.04 + 0.09) / 3)
    expect(record?.brier?.ofBaseRate).toBeCloseTo(2 / 9)
    expect(record?.brier?.cases).toBe(3)
    expect(record?.logScore).toBeCloseTo(-(Math.log(0.9) + Math.log(0.8) + Math.log(0.7)) / 3)
    expect(record?.baseRate?.value).toBeCloseTo(2 / 3)
    expect(record?.calibration.reduce((sum, { cases }) => sum + cases, 0)).toBe(3)
  })

  test('the reader’s word outranks the house’s, whichever came last', () => {
    const [record] = trackRecords(four, [ended('p0', 'wrong', 'reader'), ended('p0', 'right')], 'all')
    expect(record).toMatchObject({ right: 0, wrong: 1, open: 3 })
  })

  test.each([
    ['horizon', ['31 to 90 days']],
    ['source', ['digest']],
    ['person', ['a digest']],
    ['topic', []],
  ] as const)('by %s', (by, of) =>
    expect(trackRecords(four, ends, by).map((record) => record.of)).toEqual(of),
  )

  test('no probability and no outcome give a score that is not finite', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean())), (cases) => {
        const some = cases.map(([probability], at) => aPrediction({ id: `p${at}`, probability }))
        const all = cases.map(([, right], at) => ended(`p${at}`, right ? 'right' : 'wrong'))
        for (const { brier, logScore } of trackRecords(some, all, 'all')) {
          expect(brier?.value).toBeLessThanOrEqual(1)
          expect(Number.isFinite(logScore)).toBe(true)
        }
      }),
    ))
})
