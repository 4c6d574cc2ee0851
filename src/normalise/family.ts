import { getDomain } from 'tldts'

// Hosts that rent out subdomains: each tenant is a publisher of its own.
const LANDLORDS = new Set(
  `substack.com github.io gitlab.io medium.com wordpress.com blogspot.com tumblr.com beehiiv.com ghost.io netlify.app
  vercel.app pages.dev workers.dev hf.space readthedocs.io notion.site hashnode.dev bearblog.dev micro.blog posthaven.com
  typepad.com squarespace.com wixsite.com webflow.io framer.website fly.dev herokuapp.com firebaseapp.com web.app
  livejournal.com hatenablog.com svbtle.com libsyn.com podbean.com transistor.fm simplecast.com super.site carrd.co
  neocities.org prose.sh write.as buttondown.email blog.csdn.net`.split(/\s+/),
)

/**
 * Who answers for what stands at an address: the registrable domain (`bbc.co.uk`), or the tenant where the host rents out
 * (`stratechery.substack.com`, `medium.com/@name`). Two addresses of one family corroborate nothing. Lower-case; empty
 * for what is no web address.
 */
export function familyOf(url: string): string {
  if (!URL.canParse(url)) return ''
  const { hostname, pathname, protocol } = new URL(url)
  if (protocol !== 'http:' && protocol !== 'https:') return ''
  const domain = getDomain(hostname) ?? hostname
  if (!LANDLORDS.has(domain)) return domain
  const tenant =
    hostname
      .slice(0, -domain.length - 1)
      .split('.')
      .at(-1) ?? ''
  if (tenant !== '' && tenant !== 'www') return `${tenant}.${domain}`
  const name = /^\/(@[\w.-]+)/.exec(pathname)?.[1]
  return name ? `${domain}/${name.toLowerCase()}` : domain
}
