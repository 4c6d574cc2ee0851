import PostalMime from 'postal-mime'

/** An address that a mail server gave back, and whether for good (a status of 5.x.x, RFC 3463). */
export type Bounce = { readonly address: string; readonly forGood: boolean; readonly why: string }

/** The failed addresses in a delivery status notification (RFC 3464); none in any other mail. */
export async function bouncesIn(mail: Uint8Array): Promise<Bounce[]> {
  const { attachments } = await PostalMime.parse(mail, { attachmentEncoding: 'utf8' }).catch(() => ({
    attachments: [],
  }))
  return attachments
    .filter(({ mimeType }) => mimeType === 'message/delivery-status')
    .flatMap(({ content }) => String(content).split(/\r?\n\r?\n/))
    .flatMap((group): Bounce[] => {
      const field = (name: string) => new RegExp(`^${name}:[ \\t]*(.*)$`, 'im').exec(group)?.[1]?.trim() ?? ''
      const address = field('Final-Recipient').replace(/^rfc822;\s*/i, '')
      const status = field('Status')
      if (address === '' || field('Action').toLowerCase() !== 'failed') return []
      return [{ address, forGood: status.startsWith('5'), why: field('Diagnostic-Code') || status }]
    })
}
