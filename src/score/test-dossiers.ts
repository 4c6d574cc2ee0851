import type { Claim, Dossier, Item, Mention, Profile, Source, Telling } from '#domain'

const at = '2026-05-14T08:00:00.000Z'

export const reader: Profile = {
  reader: 'someone who makes inference cheap',
  tiers: [
    {
      tier: 1,
      name: 'Core',
      topics: ['KV cache', 'quantization / pruning', 'GPU hardware (Hopper, Blackwell)'],
      treatment: '',
    },
    { tier: 2, name: 'Wide', topics: ['General LLM papers', 'agentic systems'], treatment: '' },
    { tier: 3, name: 'Aside', topics: ['Vision / audio models'], treatment: '' },
    { tier: 4, name: 'Low', topics: ['game benchmarks unrelated to efficiency'], treatment: '' },
  ],
  mutes: [],
  boosts: [],
}

export function aSource(part: Partial<Source> = {}): Source {
  const id = part.id ?? 'one'
  return {
    id,
    name: id,
    kind: 'feed',
    address: `https://${id}.example`,
    family: `${id}.example`,
    weight: 0.5,
    staleAfterHours: 48,
    ...part,
  }
}

function anItem(part: Partial<Item> = {}): Item {
  const id = part.id ?? 'i1'
  return {
    id,
    revision: 1,
    key: id,
    sourceId: 'one',
    captureHash: '',
    kind: 'article',
    url: null,
    title: 'A title',
    authors: [],
    text: 'A text of some length about nothing that this reader follows. '.repeat(10),
    lang: 'en',
    publishedAt: at,
    dateRepair: null,
    capturedAt: at,
    seenAt: at,
    ids: {},
    links: [],
    tags: [],
    signals: {},
    partOf: null,
    contentHash: id,
    ...part,
  }
}

export function aTelling(item: Partial<Item> = {}, rest: Partial<Omit<Telling, 'item'>> = {}): Telling {
  return {
    item: anItem(item),
    source: aSource(),
    copyOf: null,
    mentions: [],
    claims: [],
    forecasts: [],
    ...rest,
  }
}

export function aDossier(...tellings: readonly Telling[]): Dossier {
  const itemIds = tellings.map(({ item }) => item.id)
  const story = { id: 's1', eventId: 'e1', title: 'A story', itemIds, firstSeenAt: at, lastSeenAt: at }
  return { story, tellings }
}

export function aClaim(part: Partial<Claim> = {}): Claim {
  return {
    start: 0,
    end: 3,
    sentence: 'It is 2x faster.',
    subject: 'It',
    metric: 'speed',
    value: '2x',
    number: 2,
    low: null,
    high: null,
    unit: 'x',
    change: '=',
    baseline: null,
    condition: null,
    kind: 'improvement',
    ...part,
  }
}

export function aMention(part: Partial<Mention> = {}): Mention {
  const name = part.name ?? 'Thing'
  return {
    start: 0,
    end: 5,
    field: 'title',
    surface: name,
    name,
    entityId: name.toLowerCase(),
    known: true,
    type: 'model',
    salience: 3,
    ...part,
  }
}
