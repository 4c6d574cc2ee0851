import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wilson } from './binomial.ts'
import type { Calculator } from './calculator.ts'
import { CALCULATORS } from './index.ts'
import { normalAbove, twoSidedZ } from './normal.ts'

const by = (id: string): Calculator => {
  const found = CALCULATORS.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no calculator ${id}`)
  return found
}
const value = (id: string, name: string, given: Record<string, number> = {}) =>
  by(id)
    .compute(given)
    .outputs.find((output) => output.name === name)?.value

describe('known values', () => {
  test.each([
    // 51 of 153: Wilson's interval, worked by hand
    ['score-interval', 'low', { passed: 51, tasks: 153 }, 26.35],
    ['score-interval', 'high', { passed: 51, tasks: 153 }, 41.13],
    ['score-interval', 'low', { passed: 0, tasks: 10 }, 0],
    ['score-interval', 'high', { passed: 0, tasks: 10 }, 27.75],
    // Newcombe 1998, table II, row a: 56 of 70 against 48 of 80 is 0.0524 to 0.3339
    ['score-gap', 'low', { passedA: 56, tasksA: 70, passedB: 48, tasksB: 80 }, 5.24],
    ['score-gap', 'high', { passedA: 56, tasksA: 70, passedB: 48, tasksB: 80 }, 33.39],
    ['rule-of-three', 'highest', { runs: 270 }, 1.1034],
    // Clopper and Pearson: 2 of 20, one-sided 95 %
    ['rule-of-three', 'highest', { runs: 20, events: 2 }, 28.26],
    ['rule-of-three', 'highest', { runs: 5, events: 5 }, 100],
    ['runs-needed', 'runs', { rate: 0.01 }, 29_956],
    ['runs-needed', 'runs', { rate: 1 }, 299],
    ['base-rates', 'right', { prevalence: 1, missed: 10, falseAlarm: 9, tested: 1000 }, 9.17],
    ['compounding', 'success', { failure: 1, steps: 100 }, 36.6],
    ['compounding', 'half', { failure: 1 }, 68.97],
    [
      'token-cost',
      'a',
      { requests: 1000, inputTokens: 1000, outputTokens: 1000, inputPriceA: 5, outputPriceA: 25 },
      30,
    ],
    ['kv-cache', 'perToken', {}, 320],
    ['kv-cache', 'total', {}, 40],
    ['speculative-decoding', 'perRound', { acceptance: 80, drafted: 4 }, 3.3616],
    ['speculative-decoding', 'perRound', { acceptance: 0, drafted: 4 }, 1],
    ['implied-peak', 'implied', {}, 2260.56],
  ])('%s gives %s for %j: %d', (id, name, given, wanted) => {
    const got = value(id, name, given)
    expect(Math.abs((got ?? Number.NaN) - wanted)).toBeLessThanOrEqual(
      Math.max(0.006, Math.abs(wanted) * 5e-5),
    )
  })

  test('the normal distribution agrees with its tables on both branches', () => {
    expect(twoSidedZ(0.95)).toBeCloseTo(1.959963984540054, 12)
    expect(normalAbove(3)).toBeCloseTo(0.0013498980316301, 15)
    expect(normalAbove(3.0001) / 0.001349455).toBeCloseTo(1, 5)
    expect(normalAbove(6) / 9.865876450377e-10).toBeCloseTo(1, 10)
    expect(normalAbove(-1)).toBeCloseTo(0.841344746068543, 14)
  })
})

describe('every calculator', () => {
  test.each(CALCULATORS.map((one) => [one.id, one] as const))('%s answers with its defaults', (_, one) => {
    const { outputs, reading, problems } = one.compute({})
    expect(problems).toEqual([])
    expect(outputs.length).toBeGreaterThan(0)
    expect(outputs.every((output) => Number.isFinite(output.value))).toBe(true)
    expect(reading).toMatch(/\.$/)
    expect(one.source.length).toBeGreaterThan(20)
    expect(one.limits.length).toBeGreaterThan(20)
  })

  test('has an id of its own', () =>
    expect(new Set(CALCULATORS.map((one) => one.id)).size).toBe(CALCULATORS.length))

  test.each([
    ['nonsense', { passed: 'many' }, '"passed" must be a whole number from 0 to 1000000.'],
    ['a fraction of a task', { passed: 1.5 }, '"passed" must be a whole number from 0 to 1000000.'],
    ['more passes than tasks', { passed: 9, tasks: 8 }, '"passed" cannot exceed "tasks".'],
    [
      'an unknown name',
      { passes: 9 },
      '"passes" is no input of score-interval; its inputs are passed, tasks, confidence.',
    ],
  ])('says what is wrong with %s', (_, given, problem) => {
    const answer = by('score-interval').compute(given)
    expect(answer).toEqual({ outputs: [], reading: '', problems: [problem] })
  })

  test('takes numbers as text', () =>
    expect(by('runs-needed').compute({ rate: '1' }).outputs[0]?.value).toBe(299))

  test('never throws and never gives a number that is none, whatever is typed in', () =>
    fc.assert(
      fc.property(fc.constantFrom(...CALCULATORS), fc.infiniteStream(fc.anything()), (one, stream) => {
        const given = Object.fromEntries(Object.keys(one.inputs).map((name) => [name, stream.next().value]))
        for (const output of one.compute(given).outputs) expect(output.value).not.toBeNaN()
      }),
    ))

  test('gives numbers everywhere in its ranges', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...CALCULATORS),
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        (one, stream) => {
          const given = Object.fromEntries(
            Object.entries(one.inputs).map(([name, { range, whole }]) => {
              const at = range[0] + (stream.next().value ?? 0) ** 8 * (range[1] - range[0])
              return [name, whole === true ? Math.floor(at) : at]
            }),
          )
          for (const output of one.compute(given).outputs) expect(output.value).not.toBeNaN()
        },
      ),
      { numRuns: 300 },
    ))
})

test("Wilson's interval holds the score and narrows with tasks", () =>
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (tasks, part) => {
        const passed = Math.round(part * tasks)
        const { low, high } = wilson(passed, tasks, 0.95)
        expect(low).toBeLessThanOrEqual(passed / tasks + 1e-12)
        expect(high).toBeGreaterThanOrEqual(passed / tasks - 1e-12)
        const wide = wilson(passed * 4, tasks * 4, 0.95)
        expect(wide.high - wide.low).toBeLessThan(high - low)
      },
    ),
  ))
