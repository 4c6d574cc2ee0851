import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isAllowed } from './robots.ts'

const allowed = (robotsTxt: string, path: string, userAgent = 'bellwether/0.1 (+https://a.example)') =>
  isAllowed({ robotsTxt, userAgent, url: `https://a.example${path}` })

test.each([
  ['nothing said', '', '/x', true],
  ['all forbidden', 'User-agent: *\nDisallow: /', '/x', false],
  ['an empty rule', 'User-agent: *\nDisallow:', '/x', true],
  ['the longest path wins', 'User-agent: *\nDisallow: /\nAllow: /feed', '/feed.xml', true],
  ['a tie is allowed', 'User-agent: *\nDisallow: /a\nAllow: /a', '/a', true],
  [
    'its own group over the common one',
    'User-agent: *\nDisallow: /\n\nUser-agent: Bellwether\nDisallow: /b',
    '/a',
    true,
  ],
  [
    'groups of one name count together',
    'User-agent: bellwether\nDisallow: /a\n\nUser-agent: bellwether\nDisallow: /b',
    '/a',
    false,
  ],
  ['wild cards', 'User-agent: *\nDisallow: /*.pdf$', '/a/b.pdf', false],
  ['an anchored end', 'User-agent: *\nDisallow: /*.pdf$', '/a/b.pdf?x', true],
  ['escapes in either case', 'User-agent: *\nDisallow: /%e3%81%82', '/%E3%81%82', false],
  ['comments and odd line ends', 'User-agent: * # all\rDisallow: /a # not this\r', '/a', false],
])('%s', (_name, robotsTxt, path, wanted) => expect(allowed(robotsTxt, path)).toBe(wanted))

test('many stars take no time', () => {
  const pattern = `/${'*a'.repeat(5000)}b$`
  expect(allowed(`User-agent: *\nDisallow: ${pattern}`, `/${'a'.repeat(20_000)}`)).toBe(true)
})

test('no file makes it throw', () =>
  fc.assert(fc.property(fc.string(), fc.string(), (file, path) => void allowed(file, `/${path}`))))
