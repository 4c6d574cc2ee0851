import type { Dossier, Item, ItemKind, Profile, Source } from '#domain'
import { claims } from '#extract'
import { createScorer } from '#score'
import { shortHash } from '#text'
import type { LabLine, LabRoom } from './lab.ts'
import { textOf, textOrNull } from './lab.ts'

const NO_PROFILE: Profile = { reader: '', tiers: [], mutes: [], boosts: [] }
const EPOCH = '1970-01-01T00:00:00.000Z'

/** Tier, worth and reasons of single items: each line is taken for a story with one telling. */
export const lab: LabRoom = {
  name: 'tier',
  open({ profile, registry }) {
    const score = createScorer(profile ?? NO_PROFILE, registry)
    return {
      answer(line) {
        const { tier: found, score: worth, reasons } = score(dossierOf(line), { now: EPOCH })
        return { tier: found, score: worth, reasons }
      },
    }
  },
}

/** The line as a story with one telling; whatever the line prints as a number is a signal. */
export function dossierOf(line: LabLine): Dossier {
  const title = textOf(line, 'title')
  const text = textOrNull(line, 'text') ?? ''
  const url = textOrNull(line, 'url')
  const name = textOrNull(line, 'source') ?? 'unnamed source'
  const id = `i${shortHash(String(line.id ?? title))}`
  const source: Source = {
    id: name,
    name,
    kind: 'feed',
    address: url ?? name,
    family: name.split('/')[0] ?? name,
    weight: 0.5,
    staleAfterHours: 48,
  }
  const item: Item = {
    id,
    revision: 1,
    key: url ?? id,
    sourceId: name,
    captureHash: '',
    kind: kindOf(line, name, url),
    url,
    title,
    authors: [],
    text,
    lang: 'und',
    publishedAt: textOrNull(line, 'published'),
    dateRepair: null,
    capturedAt: EPOCH,
    seenAt: EPOCH,
    ids: typeof line.arxiv === 'string' ? { arxiv: line.arxiv } : {},
    links: [],
    tags: tagsOf(line),
    signals: { ...numbersOf(line), ...numbersOf(line.meta) },
    partOf: null,
    contentHash: shortHash(`${title}\n${text}`),
  }
  const story = { id, eventId: id, title, itemIds: [id], firstSeenAt: EPOCH, lastSeenAt: EPOCH }
  return {
    story,
    tellings: [
      {
        item,
        source,
        copyOf: null,
        mentions: [],
        claims: claims(text, { published: textOrNull(line, 'published') }),
        forecasts: [],
      },
    ],
  }
}

const KIND_BY_SIGN: readonly (readonly [ItemKind, RegExp])[] = [
  ['post', /\b(?:twitter|x\.com|nitter|bluesky|bsky|mastodon|threads\.net|tweet)/i],
  ['discussion', /\b(?:reddit|hacker ?news|ycombinator|lobste)/i],
  ['paper', /\b(?:arxiv|huggingface\.co\/papers|openreview|kurate|biorxiv)/i],
  ['repository', /\b(?:github\.com|gitlab\.com)\//i],
  ['model', /huggingface\.co\/(?!papers|blog|datasets|spaces)/i],
]

function kindOf(line: LabLine, source: string, url: string | null): ItemKind {
  const named = KIND_BY_SIGN.find(([, sign]) => sign.test(`${source} ${url ?? ''}`))?.[0]
  return named ?? (typeof line.arxiv === 'string' ? 'paper' : 'article')
}

function tagsOf(line: LabLine): string[] {
  const tags = Array.isArray(line.tags) ? line.tags.filter((tag) => typeof tag === 'string') : []
  return typeof line.kind === 'string' ? [line.kind, ...tags] : tags
}

function numbersOf(value: unknown): Record<string, number> {
  if (typeof value !== 'object' || value === null) return {}
  return Object.fromEntries(Object.entries(value).filter(([, number]) => typeof number === 'number'))
}
