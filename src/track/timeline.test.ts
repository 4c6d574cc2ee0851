import { expect, test } from 'vitest'
import { aClaim, aDossier, aSource, aTelling } from '../score/test-dossiers.ts'
import { timeline } from './timeline.ts'

const funding = (value: string, number: number) =>
  aClaim({ subject: 'Acme', metric: 'funding', value, number, unit: 'usd', kind: 'money' })
const told = (
  id: string,
  hour: number,
  family: string,
  more: Parameters<typeof aTelling>[1] = {},
  revision = 1,
) =>
  aTelling(
    { id, revision, seenAt: `2026-05-14T${String(hour).padStart(2, '0')}:00:00.000Z` },
    { source: aSource({ id, family }), ...more },
  )

test('each telling says what it added, and those that added nothing are not there', () => {
  const dossier = aDossier(
    told('late', 12, 'z.org', { claims: [funding('$500M', 5e8)] }),
    told('a', 8, 'x.org', {
      claims: [
        funding('$650M', 6.5e8),
        aClaim({ subject: 'Acme', metric: 'staff', value: '40', number: 40, unit: '' }),
      ],
    }),
    told('copy', 9, 'y.org', { copyOf: 'a', claims: [funding('$1', 1)] }),
    told('again', 10, 'x.org', { claims: [funding('$650M', 6.5e8)] }),
    told('mended', 11, 'x.org', {}, 2),
  )
  expect(timeline(dossier).map(({ itemId, news }) => [itemId, news])).toEqual([
    ['a', [{ kind: 'first' }, { kind: 'numbers', values: ['$650M', '40'] }]],
    ['mended', [{ kind: 'revision', revision: 2 }]],
    [
      'late',
      [
        { kind: 'publisher', family: 'z.org' },
        {
          kind: 'contradiction',
          subject: 'Acme',
          metric: 'funding',
          value: '$500M',
          against: { itemId: 'again', value: '$650M' },
        },
      ],
    ],
  ])
})

test('a family that corrects itself contradicts nobody, and a rounded number agrees', () => {
  const dossier = aDossier(
    told('a', 8, 'x.org', { claims: [funding('$650M', 6.5e8)] }),
    told('b', 9, 'x.org', { claims: [funding('$700M', 7e8)] }),
    told('c', 10, 'y.org', { claims: [funding('$0.7B', 7e8)] }),
  )
  expect(timeline(dossier).map(({ itemId }) => itemId)).toEqual(['a', 'c'])
})
