import type {
  Claim,
  Disagreement,
  EarlierStory,
  Forecast,
  Item,
  Mention,
  Score,
  Source,
  Telling,
  Tier,
} from '#domain'
import type { DigestInput } from './digest-input.ts'
import type { DigestStory } from './tale.ts'

/** Made-up stories for the tests of this room: what is not named takes a plain value. */

const WINDOW = { from: '2026-05-13T06:00:00.000Z', to: '2026-05-14T06:00:00.000Z' }

export function sourceOf(name: string, family = name): Source {
  return {
    id: name,
    name,
    kind: 'feed',
    address: `https://${family}.example/feed`,
    family,
    weight: 0.5,
    staleAfterHours: 48,
  }
}

export function itemOf(id: string, title: string, text: string, more: Partial<Item> = {}): Item {
  return {
    ...{
      id,
      revision: 1,
      key: `url:${id}`,
      sourceId: 'feed',
      captureHash: 'c',
      kind: 'article',
      url: `https://example.org/${id}`,
    },
    ...{ title, authors: [], text, lang: 'en', publishedAt: '2026-05-13', dateRepair: null },
    ...{
      capturedAt: '2026-05-13T10:00:00.000Z',
      seenAt: '2026-05-13T10:00:00.000Z',
      ids: {},
      links: [],
      tags: [],
      signals: {},
    },
    ...{ partOf: null, contentHash: id },
    ...more,
  }
}

export function mentionOf(name: string, salience: 1 | 2 | 3 = 3, type: Mention['type'] = 'topic'): Mention {
  return {
    start: 0,
    end: name.length,
    field: 'title',
    surface: name,
    name,
    entityId: name.toLowerCase().replaceAll(' ', '-'),
    known: true,
    type,
    salience,
  }
}

export function tellingOf(item: Item, more: Partial<Telling> = {}): Telling {
  return {
    item,
    source: sourceOf('Harbour Post', 'harbour'),
    copyOf: null,
    mentions: [],
    claims: [],
    forecasts: [],
    ...more,
  }
}

type StoryMore = {
  readonly tier?: Tier | null
  readonly score?: number
  readonly topic?: string
  readonly previous?: readonly EarlierStory[]
  readonly disagreements?: readonly Disagreement[]
}

export function storyOf(
  id: string,
  tellings: readonly Telling[],
  { tier = 1, score = 50, topic = 'KV cache', previous = [], disagreements = [] }: StoryMore = {},
): DigestStory {
  const story = {
    id,
    eventId: `e-${id}`,
    title: tellings[0]?.item.title ?? '',
    itemIds: tellings.map(({ item }) => item.id),
    firstSeenAt: '2026-05-13T10:00:00.000Z',
    lastSeenAt: '2026-05-13T10:00:00.000Z',
  }
  const worth: Score = {
    storyId: id,
    tier,
    topic: tier === null ? null : topic,
    score,
    reasons: [
      { factor: 'topic', share: score, because: `topic "${topic}" (tier ${tier}): "cache" in the title` },
    ],
  }
  return { dossier: { story, tellings }, score: worth, previous, disagreements }
}

const NAMES = [
  'SparrowCache',
  'FinchCache',
  'WrenCache',
  'HeronCache',
  'PloverCache',
  'StorkCache',
  'EgretCache',
  'LarkCache',
]

/** A paper of eight sentences that shares "cache eviction" with the others. */
export function paperOf(index: number): DigestStory {
  const name = NAMES[index % NAMES.length] ?? 'SparrowCache'
  const text = [
    'Long prompts fill the memory of accelerators and slow decoding down.',
    `We introduce ${name}, a method that drops ${10 + index} percent of the entries by cache eviction and keeps the rest in place.`,
    'The policy is trained once and serves every layer of the network without further tuning.',
    `On the LongShelf benchmark ${name} raises throughput by up to ${2 + index}x at 128K tokens.`,
    `We show that accuracy falls by at most 0.${index + 1} points when the budget is halved.`,
    `However, ${name} does not improve short prompts, which remain open.`,
    'In a second experiment the gains hold for two other model families.',
  ].join(' ')
  const item = itemOf(`p${index}`, `${name}: Cache Eviction Without Tuning`, text, {
    kind: 'paper',
    ids: { arxiv: `2605.0000${index}` },
  })
  return storyOf(
    `s-p${index}`,
    [
      tellingOf(item, {
        source: sourceOf('Paper List', 'papers'),
        mentions: [mentionOf('cache eviction', 3, 'method'), mentionOf(name, 3, 'method')],
      }),
    ],
    { score: 90 - index },
  )
}

export function reportOf(index: number): DigestStory {
  const text = `Northwind ${index} opened a data centre in Turku that draws ${100 + index} MW. The company says that customers will be moved there over the summer. Analysts had expected the opening in the autumn.`
  return storyOf(
    `s-r${index}`,
    [
      tellingOf(itemOf(`r${index}`, `Northwind ${index} opens a data centre in Turku`, text), {
        mentions: [mentionOf('Northwind', 3, 'company')],
      }),
    ],
    { tier: 2, score: 40 - index, topic: 'data centres' },
  )
}

export function forecastOf(text: string, more: Partial<Forecast> = {}): Forecast {
  return {
    start: 0,
    end: text.length,
    text,
    by: null,
    horizonDays: null,
    due: null,
    dueAlso: null,
    criterion: null,
    explicit: true,
    stance: 'prediction',
    ...more,
  }
}

export function claimOf(sentence: string, value: string, more: Partial<Claim> = {}): Claim {
  return {
    start: 0,
    end: 1,
    sentence,
    subject: null,
    metric: null,
    value,
    number: Number.parseFloat(value),
    low: null,
    high: null,
    unit: '%',
    change: '=',
    baseline: null,
    condition: null,
    kind: 'level',
    ...more,
  }
}

export function inputOf(stories: readonly DigestStory[], more: Partial<DigestInput> = {}): DigestInput {
  return {
    ...{
      date: '2026-05-14',
      window: WINDOW,
      stories,
      movers: [],
      threads: [],
      settled: [],
      foretold: { open: [], due: [] },
      gaps: [],
      registry: [],
      madeAt: WINDOW.to,
      makers: ['score@1'],
    },
    read: [
      { sourceName: 'Harbour Post', items: stories.length },
      { sourceName: 'Quiet Weekly', items: 0 },
    ],
    profile: { reader: 'a reader', tiers: [], mutes: [], boosts: [] },
    ...more,
  }
}
