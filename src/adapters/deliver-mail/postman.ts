import { createTransport } from 'nodemailer'
import type { Postman } from '#ports'

const WAIT_MS = 20_000

/** Mails the question of the double opt-in: a link that opens a page with one button, so that no link checker confirms. */
export function createPostman({
  server,
  from,
  site,
}: {
  readonly server: string
  readonly from: string
  readonly site: string | null
}): Postman {
  const waits = { connectionTimeout: WAIT_MS, greetingTimeout: WAIT_MS, socketTimeout: WAIT_MS }
  const post = createTransport({ url: server, ...waits, disableFileAccess: true, disableUrlAccess: true })
  return {
    async ask({ address, channels, token }) {
      const how = site
        ? `Open this page and press the button:\n${site}/subscriptions/${token}`
        : `Give this word to the one who runs the house: ${token}`
      const text = `Somebody, perhaps you, asked for ${channels.join(', ')} by mail to ${address}.\n\nIf it was you: ${how}\n\nIf not, do nothing: no other mail will come.\n`
      try {
        const { messageId } = await post.sendMail({
          ...{ from, to: address, subject: 'Do you want mail from Bellwether?', text },
          headers: { 'Auto-Submitted': 'auto-generated' },
        })
        return { kind: 'delivered', places: [messageId] }
      } catch (error) {
        return { kind: 'failed', why: error instanceof Error ? error.message : String(error), next: 'again' }
      }
    },
  }
}
