import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readMail, readMailbox } from './mail.ts'

const bytes = (text: string, encoding: BufferEncoding = 'utf8') => new Uint8Array(Buffer.from(text, encoding))
const mail = (head: string, body: string) => bytes(`${head.trim()}\n\n${body}`)
const item = async (message: Uint8Array) => (await readMail(message)).items[0]

describe('a mail', () => {
  test('gives subject, sender, date and text', async () => {
    const message = mail(
      'From: Ada Lindholm <ada@lab.example>\nSubject: A launch\nDate: Thu, 14 May 2026 10:00:00 +0200\nMessage-ID: <1@lab.example>',
      'The model is out.\n',
    )
    expect(await item(message)).toMatchObject({
      guid: '<1@lab.example>',
      title: 'A launch',
      author: 'Ada Lindholm',
      published: '2026-05-14T08:00:00.000Z',
      text: 'The model is out.',
      html: null,
      kind: null,
    })
  })

  test('of a mailing list is an issue, with the address of its web version', async () => {
    const head =
      'From: letter@notes.example\nSubject: Issue 3\nList-Unsubscribe: <https://notes.example/off>\nArchived-At: <https://notes.example/3>'
    expect(await item(mail(head, 'x'))).toMatchObject({
      kind: 'issue',
      url: 'https://notes.example/3',
      author: 'letter@notes.example',
    })
  })

  test('keeps the HTML part, made safe, and the text part', async () => {
    const head =
      'From: a@b.example\nSubject: S\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=cut'
    const body =
      '--cut\nContent-Type: text/plain\n\nPlain words\n--cut\nContent-Type: text/html; charset=utf-8\n\n<p onclick="x()">Rich <b>words</b></p><script>steal()</script>\n--cut--\n'
    expect(await item(mail(head, body))).toMatchObject({
      text: 'Plain words',
      html: expect.stringMatching(/^<p>Rich <b>words<\/b><\/p>$/),
    })
  })

  test('names its files and does not keep them', async () => {
    const head =
      'From: a@b.example\nSubject: S\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=cut'
    const body =
      '--cut\n\nSee the plot.\n--cut\nContent-Type: image/png\nContent-Disposition: attachment; filename=plot.png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n--cut--\n'
    expect((await item(mail(head, body)))?.attachments).toEqual([
      { url: 'cid:plot.png', type: 'image/png', sizeBytes: 8 },
    ])
  })

  test.each([
    ['quoted-printable', 'charset=utf-8\nContent-Transfer-Encoding: quoted-printable', 'caf=C3=A9 =\nau lait', 'café au lait'],
    ['base64', 'charset=utf-8\nContent-Transfer-Encoding: base64', 'Y2Fmw6k=', 'café'],
    ['ISO 8859-1', 'charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable', 'caf=E9', 'café'],
    ['UTF-7', 'charset=UTF-7', 'caf+AOk- and 1 +- 1', 'café and 1 + 1'],
    ['Shift JIS', 'charset=shift_jis\nContent-Transfer-Encoding: base64', 'g2qDhYFbg1g=', 'ニュース'],
  ])('reads %s', async (_name, type, body, text) => {
    const message = mail(`From: a@b.example\nSubject: S\nContent-Type: text/plain; ${type}`, body)
    expect((await item(message))?.text).toBe(text)
  }) // biome-ignore format: a table

  test('reads headers in encoded words, and raw ones in an old encoding', async () => {
    expect((await item(mail('From: a@b.example\nSubject: =?utf-8?Q?Caf=C3=A9?= =?utf-8?B?ICYgdGVh?=', 'x')))?.title).toBe('Café & tea')
    expect((await item(bytes('From: a@b.example\nSubject: Caf\xe9\n\nx', 'latin1')))?.title).toBe('Café')
  }) // biome-ignore format: a table

  test('that is none is a problem, not an item', async () => {
    const { items, problems } = await readMail(bytes('\n\n'))
    expect(items).toEqual([])
    expect(problems).toEqual([expect.objectContaining({ severity: 'lost', where: 'the message' })])
  })

  test('never throws, whatever the bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (noise) => {
        expect(await readMail(noise)).toHaveProperty('items')
        expect(await readMailbox(bytes(`From x Thu May 14 08:00:00 2026\n${noise}`))).toHaveProperty('items')
      }),
      { numRuns: 60 },
    )
  })
})

describe('a mailbox', () => {
  const message = (at: number, body: string) =>
    `From a@b.example Thu May 14 08:0${at}:00 2026\nFrom: A <a@b.example>\nSubject: Note ${at}\n\n${body}\n\n`

  test('is split at the From lines that follow an empty line', async () => {
    const { items } = await readMailbox(bytes(message(1, 'One\nFrom here it is uphill.') + message(2, 'Two')))
    expect(items.map(({ title, text }) => [title, text])).toEqual([
      ['Note 1', 'One\nFrom here it is uphill.'],
      ['Note 2', 'Two'],
    ])
  })

  test('has its quoted From lines restored', async () => {
    const { items } = await readMailbox(
      bytes(message(1, 'a\n\n>From the intervals it follows\n>>From a reply\n> quoted')),
    )
    expect(items[0]?.text).toBe('a\n\nFrom the intervals it follows\n>From a reply\n> quoted')
  })

  test('goes on behind a message that cannot be read', async () => {
    const empty = 'From a@b.example Thu May 14 08:00:00 2026\n\n\n\n'
    const { items, problems } = await readMailbox(bytes(message(1, 'One') + empty + message(2, 'Two')))
    expect(items).toHaveLength(2)
    expect(problems).toEqual([expect.objectContaining({ severity: 'lost', where: 'message 2' })])
  })

  test('written on Windows reads the same', async () => {
    const { items } = await readMailbox(
      bytes((message(1, 'One') + message(2, 'Two')).replaceAll('\n', '\r\n')),
    )
    expect(items.map(({ text }) => text)).toEqual(['One', 'Two'])
  })
})
