import type { Disagreement, Edition, Instant, Source, SourceHealth, Telling } from '#domain'
import {
  type EntityTold,
  type Held,
  type Marks,
  type PaperTold,
  paperIdOf,
  phaseOf,
  type RiverStory,
  type StoryTold,
  type Weighed,
} from '#reading'
import {
  claimLine,
  type EntityView,
  type EvidenceView,
  type PaperView,
  placesOf,
  runsOf,
  type SourceRow,
  type StoryRow,
  type StoryView,
  sourceRow,
  storyPath,
  tellingRow,
  turnLine,
  type WhyRow,
  webAddress,
} from '#wire'

/** What the house knows, as the pages are given it. */

export function storyRow({ story, score, ...rest }: RiverStory, marks: Marks, now: Instant): StoryRow {
  const { id, title, itemIds, firstSeenAt, lastSeenAt } = story
  const wish = marks.on('more', itemIds) ? 'more' : marks.on('less', itemIds) ? 'less' : null
  return {
    id,
    itemId: itemIds[0] ?? '',
    title: title || 'Untitled',
    url: webAddress(rest.url),
    sourceName: rest.sourceName,
    gist: rest.gist,
    score: score.score,
    tier: score.tier,
    topic: score.topic,
    reasons: score.reasons,
    phase: phaseOf(rest.told, now),
    families: rest.families,
    tellings: itemIds.length,
    copies: rest.copies,
    names: rest.names.map((name) => ({ id: name.id, name: name.name })),
    paperId: rest.paperId,
    firstSeenAt,
    lastSeenAt,
    marks: {
      read: marks.on('read', itemIds) !== null,
      starred: marks.on('star', itemIds) !== null,
      wish,
    },
  }
}

export function storyView(
  { line, standing, dossier, disagreements, turns, summary, earlier, near }: StoryTold,
  marks: Marks,
  now: Instant,
  nextEdition: string,
): StoryView {
  const sourceNames = new Map(dossier.tellings.map(({ item, source }) => [item.id, source.name]))
  const own = dossier.tellings.filter(({ copyOf }) => copyOf === null)
  return {
    row: storyRow(line, marks, now),
    standing: { value: standing.value, because: standing.because },
    tellings: dossier.tellings.map(tellingRow),
    turns: turns.map((turn) => turnLine(turn, (itemId) => sourceNames.get(itemId) ?? itemId)),
    claims: own.flatMap((telling) =>
      telling.claims.filter(({ metric }) => metric !== null).map((claim) => claimLine(claim, telling)),
    ),
    disagreements: disagreementLines(disagreements, sourceNames),
    summary,
    forecasts: own.flatMap(({ forecasts, source }) =>
      forecasts
        .filter(({ explicit }) => explicit)
        .map(({ text, due }) => ({ text, due, sourceName: source.name })),
    ),
    earlier: earlier.map(relatedLine),
    nextEdition,
    placed: (['pin', 'drop'] as const).find((kind) => isPlaced(marks, kind, dossier, nextEdition)) ?? null,
    mergeable: near.flatMap(({ story: { itemIds, title } }) =>
      itemIds[0] ? [{ itemId: itemIds[0], title }] : [],
    ),
  }
}

function isPlaced(
  marks: Marks,
  kind: 'pin' | 'drop',
  { story }: StoryTold['dossier'],
  date: string,
): boolean {
  const deed = marks.on(kind, story.itemIds)?.deed
  return deed !== undefined && 'date' in deed && deed.date === date
}

function disagreementLines(
  found: readonly Disagreement[],
  sourceNames: ReadonlyMap<string, string>,
): StoryView['disagreements'] {
  return found.map(({ subject, metric, sides }) => ({
    subject,
    metric,
    sides: sides.map(({ itemId, claim: { value, sentence } }) => ({
      ...{ value, sentence },
      sourceName: sourceNames.get(itemId) ?? itemId,
    })),
  }))
}

const relatedLine = ({
  story: { id, title, firstSeenAt },
  sharedEntities,
}: StoryTold['earlier'][number]) => ({
  ...{ id, title, date: firstSeenAt },
  shared: sharedEntities,
})

/** So much of a paper's text stands on its page: an abstract, not a book. */
const MOST_ABSTRACT_CHARACTERS = 2_400

export function paperView(told: PaperTold, marks: Marks, now: Instant): PaperView {
  const { id, title, authors, ids, tags, own, others, claims, line, firstSeenAt } = told
  const sourceNames = new Map([...own, ...others].map(({ item, source }) => [item.id, source.name]))
  const carrying = own.find(({ item }) => item.kind === 'paper' && item.text.trim() !== '')
  return {
    ...{ id, title: title || 'Untitled', authors, tags, firstSeenAt, places: placesOf(ids) },
    abstract: carrying ? abstractOf(carrying) : null,
    own: own.map((telling) => ({ ...tellingRow(telling), signals: signalsOf(telling.item.signals) })),
    others: others.map(tellingRow),
    claims: claims.map(({ claim, telling }) => claimLine(claim, telling)),
    disagreements: disagreementLines(told.disagreements, sourceNames),
    row: storyRow(line, marks, now),
    cites: told.cites.flatMap((item) => {
      const paperId = paperIdOf(item)
      return paperId === null
        ? []
        : [{ id: paperId, title: item.title, date: item.publishedAt ?? item.seenAt }]
    }),
    citedBy: told.citedBy.map(({ item, storyId }) => ({
      ...{ title: item.title || 'Untitled', sourceId: item.sourceId, date: item.seenAt },
      path: storyId === null ? `/items/${encodeURIComponent(item.id)}` : storyPath(storyId),
    })),
    earlier: told.earlier.map(relatedLine),
    later: told.later.map(relatedLine),
  }
}

function abstractOf({ item, source }: Telling): PaperView['abstract'] {
  const { text } = item
  const cut = text.length > MOST_ABSTRACT_CHARACTERS
  const shown = cut ? `${text.slice(0, text.lastIndexOf(' ', MOST_ABSTRACT_CHARACTERS))} …` : text
  return { text: [{ text: shown, marked: false }], itemId: item.id, sourceName: source.name }
}

/** `38 upvotes, 9 comments`: what a source prints about a thing, in its own words. */
const signalsOf = (signals: Readonly<Record<string, number>>): string =>
  Object.entries(signals)
    .map(
      ([name, value]) =>
        `${value.toLocaleString('en-GB')} ${name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()}`,
    )
    .join(', ')

export function entityView(
  told: EntityTold,
  registry: readonly { id: string; name: string }[],
  marks: Marks,
  now: Instant,
): EntityView {
  const { id, name, type, entity, weeks, until, stories, beside, claims } = told
  const parent = entity?.parent ? registry.find((one) => one.id === entity.parent) : undefined
  return {
    ...{ id, name, type, weeks, until, beside },
    gloss: entity?.gloss ?? null,
    aliases: entity?.aliases ?? [],
    handles: entity?.handles ?? [],
    parent: parent ? { id: parent.id, name: parent.name } : null,
    known: entity !== null,
    stories: stories.map((story) => storyRow(story, marks, now)),
    claims: claims.map(({ claim, telling }) => claimLine(claim, telling)),
  }
}

const ORIGINS = {
  chosen: "A source's own sentence, perhaps shortened.",
  computed: 'A computed sentence: counted, dated or compared by the house.',
  ledger: 'A sentence of the ledger of predictions.',
  written: 'A sentence written by a language model and held by its evidence.',
} as const

export function evidenceView(edition: Edition, held: Held): EvidenceView {
  const { evidence, sentence, revised, url, passage, counted } = held
  const { number, title, sourceName, publishedAt, seenAt } = evidence
  return {
    editionId: edition.id,
    ...{ number, title, sourceName, publishedAt, seenAt, revised, counted },
    sentence: sentence?.text ?? null,
    origin: sentence ? ORIGINS[sentence.origin] : '',
    url: webAddress(url),
    passage: runsOf(passage.text, passage.marks),
  }
}

export function whyRow({ scored: { dossier, score }, told }: Weighed, at: number): WhyRow {
  const { id, title } = dossier.story
  const shares = Object.fromEntries(score.reasons.map(({ factor }) => [factor, sumOf(score.reasons, factor)]))
  return {
    rank: at + 1,
    storyId: id,
    title,
    score: score.score,
    standing: score.standing?.value ?? null,
    tier: score.tier,
    topic: score.topic,
    shares,
    told,
  }
}

const sumOf = (reasons: readonly { factor: string; share: number }[], factor: string): number =>
  reasons.reduce((sum, reason) => (reason.factor === factor ? sum + reason.share : sum), 0)

export function sourceRows(
  sources: readonly { source: Source; health: SourceHealth | null }[],
  spans: readonly { sourceId: string; lastSeenAt: Instant; items: number }[],
  gaps: readonly { sourceName: string; why: string }[],
): SourceRow[] {
  const span = new Map(spans.map((one) => [one.sourceId, one]))
  const gap = new Map(gaps.map(({ sourceName, why }) => [sourceName, why]))
  return sources.map(({ source, health }) =>
    sourceRow(source, health, {
      gap: gap.get(source.name) ?? null,
      items: span.get(source.id)?.items ?? 0,
      newest: span.get(source.id)?.lastSeenAt ?? null,
    }),
  )
}
