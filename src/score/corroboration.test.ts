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
