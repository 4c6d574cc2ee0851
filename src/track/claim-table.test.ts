import { expect, test } from 'vitest'
import type { Claim, ToldClaim } from '#domain'
import { claimTable } from '#track'
import { aClaim } from '../score/test-dossiers.ts'

const KESTREL = { id: 'kestrel', names: ['Kestrel', 'Kestrel-3'] }

let items = 0
const told = (
  family: string,
  day: string,
  part: Partial<Claim>,
  subjectId: string | null = 'kestrel',
): ToldClaim => ({
  ...{ itemId: `i${items++}`, at: `2026-${day}T08:00:00.000Z`, family, subjectId },
  claim: aClaim({
    subject: 'Kestrel',
    metric: 'MMLU-Pro',
    value: '78.5',
    number: 78.5,
    unit: '%',
    kind: 'level',
    sentence: 'Kestrel scores 78.5%.',
    ...part,
  }),
})

const standings = (...all: readonly ToldClaim[]) =>
  claimTable(all, KESTREL)[0]?.points.map(({ standing }) => standing)

test('one measure is one line, whoever tells it, in time order', () => {
  const [line, ...rest] = claimTable([told('b', '05-12', {}), told('a', '05-10', {})], KESTREL)
  expect(rest).toEqual([])
  expect(line?.points.map(({ family, standing }) => [family, standing])).toEqual([
    ['a', 'first'],
    ['b', 'agrees'],
  ])
  expect(line).toMatchObject({ metric: 'MMLU-Pro', families: 2, contested: null })
})

test('two families that exclude each other in the same days contradict; no winner is picked', () => {
  expect(standings(told('a', '05-10', {}), told('b', '05-12', { value: '71.2', number: 71.2 }))).toEqual([
    'first',
    'contradicts',
  ])
  expect(
    claimTable([told('a', '05-10', {}), told('b', '05-12', { value: '71.2', number: 71.2 })], KESTREL)[0]
      ?.contested,
  ).toBe('numbers')
})

test('a number of another month replaces the old one', () => {
  const [line] = claimTable(
    [told('a', '02-10', { value: '61', number: 61 }), told('b', '05-12', {})],
    KESTREL,
  )
  expect(line?.points.map(({ standing }) => standing)).toEqual(['first', 'changes'])
  expect(line?.contested).toBeNull()
})

test('a family that corrects itself changes its number and is not contested', () => {
  const [line] = claimTable(
    [told('a', '05-10', { value: '71', number: 71 }), told('a', '05-12', {}), told('a', '05-13', {})],
    KESTREL,
  )
  expect(line?.points.map(({ standing }) => standing)).toEqual(['first', 'changes', 'repeats'])
  expect(line?.contested).toBeNull()
})

test('words contest too, and settle', () => {
  const contested = (sentence: string) =>
    claimTable([told('a', '05-10', { sentence })], KESTREL)[0]?.contested
  expect(contested('Researchers demand independent replication of the 1000x claim.')).toBe('words')
  expect(contested('The 78.5% could not be reproduced.')).toBe('words')
  expect(contested('The 78.5% was independently verified.')).toBeNull()
})

test('rounding and hedges agree; moves and levels, units and conditions are lines of their own', () => {
  expect(
    standings(told('a', '05-10', {}), told('b', '05-11', { value: '79', number: 79, change: '~' })),
  ).toEqual(['first', 'agrees'])
  expect(
    claimTable(
      [
        told('a', '05-10', {}),
        told('b', '05-11', { change: 'up', number: 3 }),
        told('c', '05-11', { condition: 'at 32K' }),
      ],
      KESTREL,
    ),
  ).toHaveLength(3)
})

test('a subject that no registry knew counts by its name; another entity does not', () => {
  expect(
    claimTable(
      [
        told('a', '05-10', { subject: 'kestrel-3' }, null),
        told('b', '05-11', { subject: 'Heron' }, null),
        told('c', '05-12', {}, 'heron'),
      ],
      KESTREL,
    )[0]?.points,
  ).toHaveLength(1)
  expect(claimTable([told('a', '05-10', { metric: null })], KESTREL)).toEqual([])
})
