import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { ImapFlow } from 'imapflow'
import { SMTPServer } from 'smtp-server'
import { expect, test } from 'vitest'
import type { Edition } from '#domain'
import { createMailDelivery } from './index.ts'

const DOVECOT = ['/usr/sbin/dovecot', '/usr/local/sbin/dovecot'].find((path) => existsSync(path))

const freePort = () =>
  new Promise<number>((ready) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => ready(port))
    })
  })

// SMTP in, dovecot's own LDA-less maildir, IMAP out: the mail is what a mail program would show.
test.skipIf(DOVECOT === undefined || userInfo().uid !== 0)(
  'what was mailed is read back over IMAP as it was sent (skipped without dovecot and root)',
  { timeout: 30_000 },
  async () => {
    const home = mkdtempSync(join(tmpdir(), 'bellwether-imap-'))
    chmodSync(home, 0o755)
    for (const part of ['cur', 'new', 'tmp']) mkdirSync(join(home, 'mail', part), { recursive: true })
    const port = await freePort()
    writeFileSync(join(home, 'users'), 'ada:{PLAIN}secret::::::\n')
    writeFileSync(join(home, 'dovecot.conf'), configOf(home, port))
    spawnSync('chown', ['-R', 'nobody:nogroup', join(home, 'mail')])
    const imapd = spawn(DOVECOT ?? '', ['-F', '-c', join(home, 'dovecot.conf')], { stdio: 'ignore' })
    const smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData(stream, _session, done) {
        const parts: Buffer[] = []
        stream.on('data', (part: Buffer) => parts.push(part))
        stream.on('end', () => {
          writeFileSync(join(home, 'mail', 'new', '1.bellwether'), Buffer.concat(parts), { mode: 0o644 })
          done()
        })
      },
    })
    try {
      await new Promise<void>((ready) => smtp.listen(0, '127.0.0.1', () => ready()))
      const url = `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`
      const mail = createMailDelivery({
        ...{ name: 'mail', server: url, from: 'news@house.example', kinds: ['digest'] },
        ...{ site: 'https://house.example', audience: 'public' },
        subscribers: async () => [{ address: 'ada@house.example', token: 't' }],
      })
      const edition = {
        ...{ id: 'digest-2026-05-14', kind: 'digest', madeAt: '2026-05-14T06:00:00.000Z' },
        title: 'Bellwether | Thursday',
      } as Edition
      const forms = { corrections: [], markdown: '', html: '', json: '', short: '' }
      const parcel = { edition, ...forms, text: 'ünïcode text', mailHtml: '<html><body>x</body></html>' }
      expect((await mail.deliver(parcel, 'ada@house.example')).kind).toBe('delivered')

      const client = await connected(port)
      const lock = await client.getMailboxLock('INBOX')
      const found = await client.fetchOne('1', { envelope: true, source: true })
      lock.release()
      await client.logout()
      expect(found ? found.envelope?.subject : null).toBe('Bellwether: Thursday')
      expect(String(found ? found.source : '')).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
    } finally {
      imapd.kill()
      await new Promise<void>((closed) => smtp.close(() => closed()))
      rmSync(home, { recursive: true, force: true })
    }
  },
)

async function connected(port: number): Promise<ImapFlow> {
  for (let attempt = 0; ; attempt++) {
    const client = new ImapFlow({
      ...{ host: '127.0.0.1', port, secure: false, logger: false },
      auth: { user: 'ada', pass: 'secret' },
    })
    try {
      await client.connect()
      return client
    } catch (error) {
      if (attempt === 30) throw error
      await new Promise((later) => setTimeout(later, 200))
    }
  }
}

const configOf = (home: string, port: number) => `
protocols = imap
listen = 127.0.0.1
base_dir = ${home}/run
log_path = ${home}/log
ssl = no
disable_plaintext_auth = no
mail_location = maildir:${home}/mail
mail_uid = nobody
mail_gid = nogroup
first_valid_uid = 1
service imap-login {
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
passdb {
  driver = passwd-file
  args = ${home}/users
}
userdb {
  driver = static
  args = uid=nobody gid=nogroup home=${home}
}
`
