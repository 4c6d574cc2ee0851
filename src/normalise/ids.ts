import type { Ids } from '#domain'

/** What an address of a known place names: its ids, the key when the address is the thing itself, and its home address. */
export type Named = { readonly ids: Ids; readonly key: string | null; readonly home: string | null }

const NEW_ARXIV = /(?:^|[^\d.])(\d{2}(?:0[1-9]|1[0-2])\.\d{4,5})(?:v\d{1,3})?(?![\d])/
const OLD_ARXIV =
  /(?:^|[^a-z-])([a-z-]{2,12})(?:\.[a-z]{2})?\/(\d{2}(?:0[1-9]|1[0-2])\d{3})(?:v\d{1,3})?(?!\d)/i

/** The arXiv id in a text, without its version: `2605.12483`, `cs/0112017`; null when there is none. */
export function arxivIdIn(text: string): string | null {
  const modern = NEW_ARXIV.exec(text)?.[1]
  if (modern) return modern
  const old = OLD_ARXIV.exec(text)
  return old ? `${old[1]?.toLowerCase()}/${old[2]}` : null
}

/** The DOI at the start of a text or path part, lower-case, without what publishers hang on it; null when there is none. */
export function doiIn(text: string): string | null {
  const found = /10\.\d{4,9}\/[^\s?#&"<>]{1,200}/.exec(text)?.[0].toLowerCase()
  if (!found) return null
  const biorxiv = /^(10\.1101\/[\d.]+)(?:v\d+)?(?:\..*|\/.*)?$/.exec(found)
  return (biorxiv?.[1] ?? found).replace(/(?:\/(?:full|abstract|pdf|meta|html|epdf))?[/.,;)]*$/, '')
}

type Reader = (url: URL, parts: readonly string[]) => Named | null

const thing = (ids: Ids, key: string, home: string | null = null): Named => ({ ids, key, home })

const readArxiv: Reader = (url) => {
  const id = arxivIdIn(url.pathname) ?? arxivIdIn(` ${url.searchParams.get('pid') ?? ''}`)
  return id === null ? null : thing({ arxiv: id }, `arxiv:${id}`, `https://arxiv.org/abs/${id}`)
}

/** Places that tell of an arXiv paper under their own roof: the key is the paper's, the address stays theirs. */
const readMirror: Reader = (url) => {
  const id = arxivIdIn(url.pathname)
  return id === null ? null : thing({ arxiv: id }, `arxiv:${id}`)
}

const readDoi: Reader = (url) => {
  const doi = doiIn(safelyDecoded(url.pathname))
  if (doi === null) return null
  const arxiv = doi.startsWith('10.48550/arxiv.')
    ? arxivIdIn(` ${doi.slice('10.48550/arxiv.'.length)}`)
    : null
  if (arxiv) return thing({ arxiv }, `arxiv:${arxiv}`, `https://arxiv.org/abs/${arxiv}`)
  return thing({ doi }, `doi:${doi}`)
}

const readX: Reader = (_, parts) => {
  const at = parts.findIndex((part) => part === 'status' || part === 'statuses')
  const id = /^\d{1,20}/.exec(parts[at + 1] ?? '')?.[0]
  if (at < 0 || !id) return null
  const who = at === 1 && /^\w{1,20}$/.test(parts[0] ?? '') ? parts[0] : 'i'
  return thing({ xStatus: id }, `x:${id}`, `https://x.com/${who}/status/${id}`)
}

const NO_OWNER = new Set(
  `about apps blog collections contact customer-stories enterprise events explore features issues join login marketplace
  notifications orgs pricing pulls readme search security settings site sponsors stars team topics trending users`.split(
    /\s+/,
  ),
)

const readGithub: Reader = (_, [owner = '', repo = '', page, ref, ...rest]) => {
  if (!/^[\w-]{1,60}$/.test(owner) || !/^[\w.-]{1,110}$/.test(repo) || NO_OWNER.has(owner.toLowerCase()))
    return null
  const name = `${owner}/${repo.replace(/\.git$/, '')}`.toLowerCase()
  if (!page || (page === 'tree' && /^(?:main|master)$/.test(ref ?? '') && rest.length === 0)) {
    return thing({ github: name }, `github:${name}`)
  }
  // A release or a file speaks of the repository; an issue or a pull request is a talk of its own.
  return /^(?:tree|blob|releases|wiki|raw)$/.test(page)
    ? { ids: { github: name }, key: null, home: null }
    : null
}

const readYoutube: Reader = (url, parts) => {
  const shown = /^(?:shorts|embed|live|v|e)$/.test(parts[0] ?? '') ? parts[1] : null
  const id = url.hostname === 'youtu.be' ? parts[0] : (url.searchParams.get('v') ?? shown)
  if (!id || !/^[\w-]{11}$/.test(id)) return null
  return thing({ youtube: id }, `youtube:${id}`, `https://www.youtube.com/watch?v=${id}`)
}

const NO_ORG = new Set(
  `api blog chat collections docs enterprise inference join learn login models new organizations papers posts pricing search
  settings support tasks terms-of-service`.split(/\s+/),
)

const readHuggingFace: Reader = (url, parts) => {
  if (parts[0] === 'papers') return readMirror(url, parts)
  const kind = parts[0] === 'datasets' || parts[0] === 'spaces' ? parts[0] : null
  const [org = '', model = '', page] = kind ? parts.slice(1) : parts
  if (!/^[\w.-]{1,100}$/.test(org) || !/^[\w.-]{1,120}$/.test(model) || NO_ORG.has(org.toLowerCase()))
    return null
  const id = `${kind ? `${kind}/` : ''}${org}/${model}`.toLowerCase()
  if (page === 'discussions') return { ids: {}, key: null, home: null }
  return thing({ huggingface: id }, `hf:${id}`)
}

const readReddit: Reader = (url, parts) => {
  const at = parts.findIndex((part) => part === 'comments' || part === 'gallery')
  const id = url.hostname === 'redd.it' ? parts[0] : at < 0 ? null : parts[at + 1]
  if (!id || !/^[a-z\d]{4,9}$/i.test(id)) return null
  // A comment inside the thread is its own saying.
  const key = at >= 0 && parts.length > at + 3 ? null : `reddit:${id.toLowerCase()}`
  return { ids: { reddit: id.toLowerCase() }, key, home: null }
}

const readHackerNews: Reader = (url) => {
  const id = url.searchParams.get('id')
  if (!/^\/item\/?$/.test(url.pathname) || !id || !/^\d{1,12}$/.test(id)) return null
  return thing({ hackerNews: id }, `hn:${id}`)
}

// The paper's page and its PDF.
const readOpenReview: Reader = (url, [page = '']) => {
  const id = url.searchParams.get('id') ?? ''
  return /^(?:forum|pdf|attachment)$/.test(page) && /^[\w-]{5,40}$/.test(id)
    ? thing({}, `openreview:${id}`, `https://openreview.net/forum?id=${id}`)
    : null
}

const readAnthology: Reader = (_, parts) => {
  const id = /^([A-Z\d][\w.-]{4,60}?)(?:\.pdf|\.bib)?$/.exec(parts.at(-1) ?? '')?.[1]
  return id !== undefined && /\d/.test(id) && (parts.length === 1 || parts[0] === 'anthology')
    ? thing({}, `acl:${id}`, `https://aclanthology.org/${id}/`)
    : null
}

const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ...['arxiv.org', 'ar5iv.org', 'arxiv-sanity-lite.com'].map((host) => [host, readArxiv] as const),
  ...'alphaxiv.org semanticscholar.org scirate.com emergentmind.com papers.cool arxivxplorer.com arxiv.gg'
    .split(' ')
    .map((host) => [host, readMirror] as const),
  ...['doi.org', 'acm.org', 'biorxiv.org', 'medrxiv.org', 'springer.com', 'wiley.com', 'science.org', 'pnas.org']
    .map((host) => [host, readDoi] as const),
  ...'x.com twitter.com nitter.net fxtwitter.com vxtwitter.com fixupx.com xcancel.com fixvx.com'
    .split(' ')
    .map((host) => [host, readX] as const),
  ['openreview.net', readOpenReview],
  ...['aclanthology.org', 'aclweb.org'].map((host) => [host, readAnthology] as const),
  ['github.com', readGithub],
  ...['youtube.com', 'youtu.be', 'youtube-nocookie.com'].map((host) => [host, readYoutube] as const),
  ...['huggingface.co', 'hf.co'].map((host) => [host, readHuggingFace] as const),
  ...['reddit.com', 'redd.it'].map((host) => [host, readReddit] as const),
  ['ycombinator.com', readHackerNews],
]) // biome-ignore format: a table

/** What the address names when its place is known: a paper, a post, a repository, a video …; null for all other places. */
export function named(url: URL): Named | null {
  const labels = url.hostname.split('.')
  const place = labels.slice(-2).join('.')
  const reader = labels.includes('nitter') ? readX : READERS.get(place)
  if (!reader || STRANGERS.has(url.hostname)) return null
  return reader(url, url.pathname.split('/').filter(Boolean))
}

// Neighbours under the same domain that are no part of the place.
const STRANGERS = new Set([
  'docs.github.com',
  'gist.github.com',
  'help.x.com',
  'developer.x.com',
  'blog.youtube.com',
])

function safelyDecoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
