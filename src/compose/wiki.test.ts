import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Page } from '#domain'
import { blocksIn, hashOfBlock, textOfBlocks } from './wiki-blocks.ts'
import { changesIn, lostNotes, type WikiChange, type WikiEdits, withEdits } from './wiki-edits.ts'
import { backlinks, lintWiki } from './wiki-lint.ts'
import { inline } from './wiki-page.ts'
import { fileOf, pageOfFile } from './wiki-vault.ts'

const MACHINE =
  '# OpenAI\n\nPart of [[entity/x|X]].\n\n## Now\n\n- one[^i1]\n- two[^i2]\n\n## History\n\n- old[^i3]\n\n[^i1]: One\n'
const NONE: WikiEdits = { notes: [], strikes: new Set() }

/** The edits that a page has once these changes were taken. */
function taken(changes: readonly WikiChange[], before: WikiEdits = NONE): WikiEdits {
  const notes = new Map(before.notes.map((note) => [note.blockId, note]))
  const strikes = new Set(before.strikes)
  for (const change of changes) {
    if (change.kind === 'strike') strikes.add(change.hash)
    else if (change.text === null) notes.delete(change.blockId)
    else notes.set(change.blockId, { blockId: change.blockId, under: change.under, text: change.text })
  }
  return { notes: [...notes.values()], strikes }
}

describe('the reader', () => {
  test('writes under a heading: the words stay there, marked, and survive a rebuild', () => {
    const edited = MACHINE.replace('## History', 'My own words.\n\n## History')
    const edits = taken(changesIn(MACHINE, edited))
    expect(withEdits(MACHINE, edits)).toMatch(/two\[\^i2\]\n\nMy own words\. \^r[0-9a-z]+\n\n## History/)
    const rebuilt = MACHINE.replace('- one[^i1]', '- newer[^i9]')
    expect(withEdits(rebuilt, edits)).toContain('My own words.')
    expect(lostNotes(withEdits(rebuilt, edits), edits)).toEqual([])
  })

  test('keeps their words when the part they stood under is gone', () => {
    const edits = taken(changesIn(MACHINE, MACHINE.replace('## History', 'Mine.\n\n## History')))
    const without = '# OpenAI\n\n## History\n\n- old[^i3]\n'
    expect(lostNotes(withEdits(without, edits), edits)).toEqual([])
  })

  test('strikes a block: it is gone as long as it says the same', () => {
    const edits = taken(changesIn(MACHINE, MACHINE.replace('- old[^i3]\n\n', '')))
    expect(withEdits(MACHINE, edits)).not.toContain('- old')
    expect(withEdits(MACHINE.replace('- old[', '- not so old['), edits)).toContain('- not so old')
  })

  test('changes and takes away their own block by its id', () => {
    const first = taken(changesIn(MACHINE, `${MACHINE}\nMine.\n`))
    const out = withEdits(MACHINE, first)
    const second = taken(changesIn(out, out.replace('Mine.', 'Mine, but better.')), first)
    expect(second.notes.map(({ text }) => text)).toEqual(['Mine, but better.'])
    const third = withEdits(MACHINE, second)
    expect(taken(changesIn(third, third.replace(/Mine, but better.*\n/, '')), second).notes).toEqual([])
  })

  test('may write headings, tables and code of their own', () => {
    const own = '## My plan\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\ncode\n\nmore code\n```\n'
    const edits = taken(changesIn(MACHINE, `${MACHINE}\n${own}`))
    const out = withEdits(MACHINE, edits)
    for (const words of ['## My plan', '| 1 | 2 |', 'code\n\nmore code']) expect(out).toContain(words)
    expect(changesIn(out, out)).toEqual([])
  })
})

test('what goes out and comes back unchanged changes nothing, whatever the reader wrote', () =>
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 60 }), { maxLength: 5 }), fc.nat({ max: 4 }), (added, at) => {
      const parts = MACHINE.split('\n\n')
      const edited = [...parts.slice(0, at + 1), ...added, ...parts.slice(at + 1)].join('\n\n')
      const edits = taken(changesIn(MACHINE, edited))
      const out = withEdits(MACHINE, edits)
      expect(changesIn(out, out)).toEqual([])
      expect(lostNotes(out, edits)).toEqual([])
    }),
  ))

test('blocks are read back as they were written', () =>
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (text) => {
      const blocks = blocksIn(text)
      expect(blocksIn(textOfBlocks(blocks))).toEqual(blocks)
    }),
  ))

test('a block is the same whatever it cites', () =>
  expect(hashOfBlock('- one[^i1] and  two')).toBe(hashOfBlock('- one[^i9][^i8] and two')))

describe.each(['wiki', 'relative'] as const)('a vault with %s links', (links) => {
  const page = {
    id: 'entity/openai',
    title: 'Open "AI"',
    kind: 'entity',
    aliases: ['OAI'],
    revision: 2,
    madeAt: 'x',
  } as const
  test('comes back as it went out, with the reader’s own front matter', () => {
    const ownFrontMatter = 'tags:\n  - mine\nrating: 5'
    const back = pageOfFile(fileOf(page, MACHINE, { links, ownFrontMatter }), 'elsewhere')
    expect(back).toMatchObject({ id: page.id, ownFrontMatter })
    expect(changesIn(MACHINE, back.markdown)).toEqual([])
  })
})

test('a relative link that leads out of the vault stays as it is', () =>
  expect(pageOfFile('[up](../../etc/passwd.md)', 'a/b').markdown).toBe('[up](../../etc/passwd.md)'))

test('words of a source become no markup', () =>
  expect(inline('# [[x]] *b* <script>\n[^1]')).toBe('\\# \\[\\[x\\]\\] \\*b\\* \\<script\\> \\[\\^1\\]'))

describe('lint', () => {
  const page = (id: string, markdown: string, part: Partial<Page> = {}): Page => ({
    ...{ id, kind: 'entity', revision: 1, title: id, aliases: [], markdown, madeAt: '', because: '' },
    ...{ cited: [], storyIds: ['s1'] },
    ...part,
  })
  const facts = { storiesOf: new Map(), unpaged: [], contentHashes: new Map([['i1', 'h1']]) }
  const kinds = (pages: readonly Page[], part: object = {}) =>
    lintWiki(pages, { ...facts, ...part }).map(({ kind }) => kind)
  const linked = [page('a', 'See [[b]].'), page('b', 'See [[a]].')]

  test('finds nothing in two pages that lead to each other', () => expect(kinds(linked)).toEqual([]))
  test.each([
    ['orphan', [...linked, page('Orbit', 'alone'), page('d', 'Orbit flies.\n\nSee [[d]].')], {}],
    ['broken-link', [...linked.slice(1), page('a', 'See [[b]] and [[gone]].')], {}],
    ['broken-link', [...linked.slice(1), page('a', 'See [[b]].[^i7]')], {}],
    [
      'drift',
      [...linked.slice(1), page('a', 'See [[b]].', { cited: [{ itemId: 'i1', contentHash: 'old' }] })],
      {},
    ],
    ['stale', linked, { storiesOf: new Map([['a', ['n3', 'n2', 'n1', 's1']]]) }],
    ['missing', linked, { unpaged: [{ pageId: 'm', name: 'M', stories: 3 }] }],
    [
      'contradiction',
      [...linked.slice(1), page('a', 'See [[b]].\n\n## Where sources disagree\n\n- x: 1 against 2')],
      {},
    ],
    ['count', [...linked.slice(1), page('a', 'See [[b]].\n\n### 2026-05, 3 stories\n\n- one\n- two')], {}],
  ])('finds %s', (kind, pages, part) => expect(kinds(pages, part)).toEqual([kind]))

  test('a page that no other names is no orphan, nor one that only a footnote names', () =>
    expect(kinds([...linked, page('Orbit', 'alone'), page('d', 'Orbital.\n\n[^i1]: Orbit flies')])).toEqual(
      [],
    ))

  test('two newer stories make no page stale', () =>
    expect(kinds(linked, { storiesOf: new Map([['a', ['n2', 'n1', 's1']]]) })).toEqual([]))
})

test('backlinks name every page that leads to a page', () =>
  expect(
    backlinks([
      { id: 'a', markdown: '[[b]] [[c|C]]' },
      { id: 'c', markdown: '[[b]] \\[[a]]' },
    ]),
  ).toEqual(
    new Map([
      ['b', ['a', 'c']],
      ['c', ['a']],
    ]),
  ))
