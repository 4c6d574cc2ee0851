import type { Telling } from '#domain'
import type { Factor } from './reason.ts'

const KINDS = [
  {
    what: 'code',
    points: 3,
    sign: /^https?:\/\/(?:www\.)?(?:github\.com|gitlab\.com|codeberg\.org|bitbucket\.org)\/[\w.-]+\/[\w.-]+/i,
  },
  {
    what: 'data',
    points: 2,
    sign: /^https?:\/\/(?:www\.)?(?:huggingface\.co\/datasets|kaggle\.com\/datasets|zenodo\.org\/records?)\//i,
  },
  {
    what: 'a model',
    points: 2,
    sign: /^https?:\/\/(?:www\.)?huggingface\.co\/(?!papers\/|datasets\/|spaces\/|blog\/|docs\/|collections\/)[\w.-]+\/[\w.-]+/i,
  },
  {
    what: 'a demo',
    points: 1,
    sign: /^https?:\/\/(?:www\.)?(?:huggingface\.co\/spaces|replicate\.com|colab\.research\.google\.com)\//i,
  },
]
const ADDRESS = /https?:\/\/[^\s<>()"'\]]{4,300}/gi
const MAX_ADDRESSES = 60

/** What a reader can run or take: code, data, a model, a demo, each counted once; at most 8 points. */
export function artifacts(tellings: readonly Telling[]): Factor {
  const addresses = tellings.flatMap(addressesOf)
  const found = KINDS.filter(({ sign }) => addresses.some((address) => sign.test(address)))
  if (found.length === 0) return null
  const share = found.reduce((sum, { points }) => sum + points, 0)
  return { factor: 'artifact', share, because: `links to ${found.map(({ what }) => what).join(', ')}` }
}

function addressesOf({ item }: Telling): string[] {
  const own = item.url === null ? [] : [item.url]
  const written = item.text.includes('http') ? (item.text.match(ADDRESS) ?? []) : []
  return [
    ...own,
    ...item.links.slice(0, MAX_ADDRESSES).map((link) => link.url),
    ...written.slice(0, MAX_ADDRESSES),
  ]
}
