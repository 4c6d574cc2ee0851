import { describe, expect, test } from 'vitest'
import { parse } from './parse.ts'

const read = async (text: string, name: string) => {
  const parsed = await parse({ bytes: new TextEncoder().encode(text), contentType: null, url: name })
  expect(parsed.kind).toBe('transcript')
  return parsed.items[0]
}

describe('captions', () => {
  test('lose times, numbers, notes and tags; a speaker is named where another begins', async () => {
    const captions = `WEBVTT - a talk

NOTE checked by hand

STYLE
::cue { color: red }

1
00:00:01.000 --> 00:00:03.000 align:start
<v Ada>Good <i>morning</i>.

2
00:00:03.000 --> 00:00:05.000
<v Ada>It is about memory.

00:00:05.000 --> 00:00:07.000
<v.loud Bo>And about time.
`
    expect((await read(captions, 'a.vtt'))?.text).toBe(
      'Ada: Good morning.\nIt is about memory.\nBo: And about time.',
    )
  })

  test('that roll on are told once', async () => {
    const captions =
      'WEBVTT\n\n00:01.000 --> 00:02.000\nOne token\n\n00:02.000 --> 00:02.010\nOne token\n\n00:02.010 --> 00:04.000\nOne token\nat a time\n'
    expect((await read(captions, 'a.vtt'))?.text).toBe('One token\nat a time')
  })

  test('that break in the middle of a sentence are joined', async () => {
    const captions =
      'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada>A model reads\n\n00:02.000 --> 00:03.000\nits weights once.\n\n00:03.000 --> 00:04.000\n<v Bo>Does it\n<v Ada>It does.\n'
    expect((await read(captions, 'a.vtt'))?.text).toBe(
      'Ada: A model reads its weights once.\nBo: Does it\nAda: It does.',
    )
  })

  test('of SubRip are read as well, also from Windows', async () => {
    const captions = '1\n00:00:01,000 --> 00:00:02,000\nHello\n\n2\n00:00:02,000 --> 00:00:03,000\nthere\n'
    expect((await read(captions, 'a.srt'))?.text).toBe('Hello\nthere')
    expect((await read(captions.replaceAll('\n', '\r\n'), 'a.srt'))?.text).toBe('Hello\nthere')
  })
})

describe('a spoken text', () => {
  const lines = 'Welcome to the show.\nNext up, a launch.'

  test('has its title, show and date from the attribution lines', async () => {
    const page = `# Two Watts 42\n**Podcast:** Two Watts **Published:** 2026-05-11\n\n## Transcript\n${lines}\n`
    expect(await read(page, 'a.txt')).toMatchObject({
      title: 'Two Watts 42',
      author: 'Two Watts',
      published: '2026-05-11',
      kind: 'transcript',
      text: lines,
    })
  })

  test('may stand alone', async () => {
    expect(await read(lines, 'a.txt')).toMatchObject({ title: null, author: null, text: lines })
  })

  test('keeps every line below attribution lines that no heading closes', async () => {
    expect((await read(`**Show:** S\n**Date:** 2026-05-11\n${lines}`, 'a.txt'))?.text).toBe(lines)
  })
})
