import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mend } from './mend.ts'

test('what is well formed stays as it is', () => {
  const source =
    '<?xml version="1.0"?><rss><channel><item a="1 > 0"><x/><!-- <b> --><t><![CDATA[<p>]]></t></item></channel></rss>'
  expect(mend(source)).toEqual({ text: source, brokenAtLine: null, cut: false })
})

const PIECES = ['<rss>', '<item>', '</item>', '<title>', '</title>', 'text', '<', '<![CDATA[', ']]>', '<!--', '-->', '<a b="', '"', '>', '</rss>', '\n', '<br/>', '</'] // biome-ignore format: a list

test('what was mended needs no mending', () =>
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }), (pieces) => {
      expect(mend(mend(pieces.join('')).text).brokenAtLine).toBeNull()
    }),
    { numRuns: 2000 },
  ))

test('sections that are never closed take no time', () => {
  expect(mend('<a><![CDATA[</a>'.repeat(200_000)).brokenAtLine).toBe(1)
})
