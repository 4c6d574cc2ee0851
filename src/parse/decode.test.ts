import { expect, test } from 'vitest'
import { decode } from './decode.ts'

const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const utf8 = (text: string) => new TextEncoder().encode(text)

test.each([
  ['a byte order mark', Uint8Array.of(0xff, 0xfe, 0x41, 0, 0xe9, 0), null, 'Aé', 0],
  ['UTF-16 without one', Uint8Array.of(0x3c, 0, 0x61, 0), null, '<a', 0],
  [
    'the XML declaration',
    latin('<?xml version="1.0" encoding="iso-8859-1"?><a>caf\xe9</a>'),
    null,
    'café',
    0,
  ],
  ['the content type', latin('caf\xe9'), 'text/plain; charset=latin1', 'café', 0],
  ['the meta element', latin('<meta charset="windows-1251"><p>\xcf\xf0'), null, 'Пр', 0],
  ['plain UTF-8', utf8('café'), null, 'café', 0],
  [
    'UTF-8 under a wrong claim',
    utf8('<?xml version="1.0" encoding="iso-8859-1"?><a>café</a>'),
    null,
    'café',
    1,
  ],
  [
    'Windows-1252 under a wrong claim',
    latin('<?xml version="1.0" encoding="utf-8"?><a>\x93caf\xe9\x94</a>'),
    null,
    '“café”',
    1,
  ],
  ['an unknown claim', utf8('<?xml version="1.0" encoding="nonsense"?><a>café</a>'), null, 'café', 1],
])('reads %s', (_name, bytes, contentType, holds, problems) => {
  const decoded = decode(bytes, contentType)
  expect(decoded.text).toContain(holds)
  expect(decoded.problems).toHaveLength(problems)
})
