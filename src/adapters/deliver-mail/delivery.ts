import { createTransport } from 'nodemailer'
import type { EditionKind } from '#domain'
import type { Delivery, Outcome, Parcel } from '#ports'

type MailSettings = {
  readonly name: string
  /** `smtp://user:pass@host:587` or `smtps://…`. */
  readonly server: string
  readonly from: string
  readonly kinds: readonly EditionKind[]
  /** Who gets this kind now, with the token that ends their subscription. */
  readonly subscribers: (kind: EditionKind) => Promise<readonly { address: string; token: string }[]>
  /** Where the house can be reached from outside, without a slash at the end; null leaves links out. */
  readonly site: string | null
  readonly audience: Delivery['audience']
}

const WAIT_MS = 20_000

/**
 * Editions by SMTP, one message to each subscriber: text and HTML, `List-Unsubscribe` with one click (RFC 8058), and a
 * Message-ID made from the edition and the address, so that a message sent twice can be told from two messages.
 */
export function createMailDelivery(settings: MailSettings): Delivery {
  const { name, server, from, kinds, subscribers, audience } = settings
  const waits = { connectionTimeout: WAIT_MS, greetingTimeout: WAIT_MS, socketTimeout: WAIT_MS }
  const post = createTransport({ url: server, ...waits, disableFileAccess: true, disableUrlAccess: true })
  return {
    ...{ name, audience, kinds, repeats: false },
    receivers: async (kind) => (await subscribers(kind)).map(({ address }) => address),
    async deliver(parcel, address) {
      const found = (await subscribers(parcel.edition.kind)).find((one) => one.address === address)
      if (!found) return { kind: 'failed', why: `${address} is not subscribed any more`, next: 'never' }
      try {
        const { messageId } = await post.sendMail(messageOf(parcel, found, settings, from))
        return { kind: 'delivered', places: [`${address} (${messageId})`] }
      } catch (error) {
        return failure(error)
      }
    },
  }
}

function messageOf(
  { edition, text, mailHtml }: Parcel,
  { address, token }: { address: string; token: string },
  { site }: MailSettings,
  from: string,
) {
  const readAt = site ? `${site}/editions/${edition.id}` : null
  const leaveAt = site ? `${site}/subscriptions/${token}` : null
  const domain = from.replace(/^.*@/, '').replace(/[>\s].*$/, '')
  const foot = [
    ...(readAt ? [`As a page: ${readAt}`] : []),
    ...(leaveAt ? [`Leave this list: ${leaveAt}`] : []),
  ]
  const links = [
    ...(readAt ? [`<a href="${readAt}">Read it as a page</a>`] : []),
    ...(leaveAt ? [`<a href="${leaveAt}">Leave this list</a>`] : []),
  ]
  return {
    from,
    to: address,
    subject: edition.title.replace(' | ', ': '),
    text: foot.length > 0 ? `${text}\n${foot.join('\n')}\n` : text,
    html: mailHtml.replace(
      '</body>',
      `<p style="font:12px Arial,sans-serif;text-align:center;color:#66615a">${links.join(' · ')}</p></body>`,
    ),
    messageId: `<${edition.id}.${token.slice(0, 16)}@${domain}>`,
    date: new Date(edition.madeAt),
    headers: {
      ...(leaveAt
        ? { 'List-Unsubscribe': `<${leaveAt}/leave>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
        : {}),
      'List-Id': `Bellwether ${edition.kind} <${edition.kind}.${domain}>`,
      'Auto-Submitted': 'auto-generated',
      'X-Bellwether-Edition': edition.id,
    },
  }
}

/** A refusal of the address itself will not change; everything else may. */
function failure(error: unknown): Outcome {
  const why = error instanceof Error ? error.message : String(error)
  const code = Number((error as { responseCode?: unknown }).responseCode ?? 0)
  const command = String((error as { command?: unknown }).command ?? '')
  if (code >= 500 && command.includes('RCPT')) return { kind: 'failed', why, next: 'gone' }
  return {
    kind: 'failed',
    why,
    next: code >= 500 && code < 600 && command.includes('AUTH') ? 'never' : 'again',
  }
}
