import { expect, test } from 'vitest'
import { corroboration } from './corroboration.ts'
import { aDossier, aSource, aTelling } from './test-dossiers.ts'

test('families are counted by tellings of their own, copies apart', () => {
  const from = (id: string, family: string, copyOf: string | null = null) =>
    aTelling({ id }, { source: aSource({ id, family }), copyOf })
  const dossier = aDossier(
    from('a', 'x.org'),
    from('b', 'x.org'),
    from('c', 'y.org'),
    from('d', 'z.org', 'a'),
    from('nofamily', ''),
  )
  expect(corroboration(dossier)).toEqual({ families: ['x.org', 'y.org', 'nofamily'], origins: 4, copies: 1 })
})

const told = (id: string, family: string, copyOf: string | null = null) =>
  aTelling({ id }, { source: aSource({ id, family }), copyOf })

test.each([
  [
    'a release through five outlets',
    [told('a', 'a.org'), ...['b', 'c', 'd', 'e'].map((id) => told(id, `${id}.org`, 'a'))],
    ['a.org'],
    1,
  ],
  [
    'a release that is not among its five copies, beside one report',
    [...['b', 'c', 'd', 'e', 'f'].map((id) => told(id, `${id}.org`, 'gone')), told('own', 'own.org')],
    ['b.org', 'own.org'],
    2,
  ],
  [
    'a copy of a part of a release',
    [told('a', 'a.org'), told('part', 'b.org', 'a'), told('again', 'c.org', 'part')],
    ['a.org'],
    1,
  ],
  [
    'tellings that name each other',
    [told('a', 'a.org', 'b'), told('b', 'b.org', 'a')],
    ['a.org', 'b.org'],
    2,
  ],
])('%s', (_, tellings, families, origins) =>
  expect(corroboration(aDossier(...tellings))).toEqual({
    families,
    origins,
    copies: tellings.length - origins,
  }),
)
