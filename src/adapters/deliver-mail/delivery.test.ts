import { type AddressInfo, createServer } from 'node:net'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { afterEach, expect, test } from 'vitest'
import type { Edition, Subscriber } from '#domain'
import type { Parcel } from '#ports'
import { bouncesIn, createMailDelivery, createPostman } from './index.ts'

let server: SMTPServer | null = null
afterEach(() => new Promise<void>((done) => (server ? server.close(() => done()) : done())))

/** A real SMTP server on loopback; `refuse` names recipients that it gives back for good. */
async function open(refuse: readonly string[] = []): Promise<{ url: string; mails: Buffer[] }> {
  const mails: Buffer[] = []
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) =>
      done(refuse.includes(address) ? Object.assign(new Error('no such user'), { responseCode: 550 }) : null),
    onData(stream, _session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        mails.push(Buffer.concat(parts))
        done()
      })
    },
  })
  await new Promise<void>((ready) => server?.listen(0, '127.0.0.1', () => ready()))
  const { port } = server.server.address() as AddressInfo
  return { url: `smtp://127.0.0.1:${port}`, mails }
}

const delivery = (url: string, addresses = ['ada@example.org']) =>
  createMailDelivery({
    ...{ name: 'mail', server: url, from: 'Bellwether <news@house.example>', kinds: ['digest'] },
    ...{ site: 'https://house.example', audience: 'public' },
    subscribers: async () => addresses.map((address) => ({ address, token: `token-of-${address}` })),
  })

test('a mail has text and HTML, and can be left by one click', async () => {
  const { url, mails } = await open()
  const outcome = await delivery(url).deliver(parcel(), 'ada@example.org')
  expect(outcome.kind).toBe('delivered')
  const mail = await PostalMime.parse(mails[0] ?? '')
  expect(mail.subject).toBe('Bellwether: Thursday 14 May 2026')
  expect(mail.text).toContain('What happened: ünïcode.')
  expect(mail.html).toContain('<table role="presentation">')
  const header = (key: string) => mail.headers.find((one) => one.key === key)?.value
  expect(header('list-unsubscribe')).toBe(
    '<https://house.example/subscriptions/token-of-ada@example.org/leave>',
  )
  expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
})

test('the same mail sent twice has the same Message-ID', async () => {
  const { url, mails } = await open()
  for (let time = 0; time < 2; time++) await delivery(url).deliver(parcel(), 'ada@example.org')
  const ids = await Promise.all(mails.map(async (mail) => (await PostalMime.parse(mail)).messageId))
  expect(ids[0]).toBe(ids[1])
  expect(ids[0]).toMatch(/^<digest-2026-05-14\.token-of-/)
})

test('an address that is refused for good is gone; a server that is away is tried again', async () => {
  const { url } = await open(['ada@example.org'])
  expect(await delivery(url).deliver(parcel(), 'ada@example.org')).toMatchObject({
    kind: 'failed',
    next: 'gone',
  })
  const free = createServer()
  const port = await new Promise<number>((ready) =>
    free.listen(0, '127.0.0.1', () => ready((free.address() as AddressInfo).port)),
  )
  await new Promise((closed) => free.close(closed))
  const away = await delivery(`smtp://127.0.0.1:${port}`).deliver(parcel(), 'ada@example.org')
  expect(away).toMatchObject({ kind: 'failed', next: 'again' })
})

test('who is not subscribed gets nothing', async () => {
  const { url, mails } = await open()
  expect(await delivery(url, []).deliver(parcel(), 'ada@example.org')).toMatchObject({ next: 'never' })
  expect(mails).toEqual([])
})

test('the question of the double opt-in leads to a page', async () => {
  const { url, mails } = await open()
  const asked: Subscriber = {
    ...{ address: 'ada@example.org', channels: ['brief'], state: 'pending', token: 'abc' },
    since: '2026-05-14T06:00:00.000Z',
  }
  const postman = createPostman({ server: url, from: 'news@house.example', site: 'https://house.example' })
  expect((await postman.ask(asked)).kind).toBe('delivered')
  expect((await PostalMime.parse(mails[0] ?? '')).text).toContain('https://house.example/subscriptions/abc')
})

test('a notice of failure gives its addresses back, with how sure it is', async () => {
  const notice = [
    ...['From: mailer-daemon@example.org', 'Subject: failure', 'MIME-Version: 1.0'],
    ...['Content-Type: multipart/report; report-type=delivery-status; boundary=b', '', '--b'],
    ...['Content-Type: text/plain', '', 'Sorry.', '--b', 'Content-Type: message/delivery-status', ''],
    ...['Reporting-MTA: dns; example.org', '', 'Final-Recipient: rfc822; gone@example.org'],
    ...['Action: failed', 'Status: 5.1.1', 'Diagnostic-Code: smtp; 550 no such user', ''],
    ...['Final-Recipient: rfc822; slow@example.org', 'Action: failed', 'Status: 4.2.2', '', '--b--', ''],
  ].join('\r\n')
  expect(await bouncesIn(Buffer.from(notice))).toMatchObject([
    { address: 'gone@example.org', forGood: true, why: 'smtp; 550 no such user' },
    { address: 'slow@example.org', forGood: false },
  ])
  expect(await bouncesIn(Buffer.from('Subject: hello\r\n\r\nhi'))).toEqual([])
})

function parcel(): Parcel {
  const edition = {
    ...{ id: 'digest-2026-05-14', kind: 'digest', date: '2026-05-14', madeAt: '2026-05-14T06:00:00.000Z' },
    title: 'Bellwether | Thursday 14 May 2026',
  } as Edition
  return {
    ...{ edition, corrections: [], markdown: '', html: '', json: '{}', short: '' },
    text: 'What happened: ünïcode.\n',
    mailHtml: '<html><body><table role="presentation"><tr><td>x</td></tr></table></body></html>',
  }
}
