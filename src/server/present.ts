import type { Edition, Instant, Source, SourceHealth } from '#domain'
import {
  type EntityTold,
  type Held,
  type Marks,
  phaseOf,
  type RiverStory,
  type StoryTold,
  type Weighed,
} from '#reading'
import {
  claimLine,
  type EntityView,
  type EvidenceView,
  runsOf,
  type SourceRow,
  type StoryRow,
  type StoryView,
  sourceRow,
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
  { line, dossier, disagreements, turns, summary, earlier, near }: StoryTold,
  marks: Marks,
  now: Instant,
  nextEdition: string,
): StoryView {
  const sourceNames = new Map(dossier.tellings.map(({ item, source }) => [item.id, source.name]))
  const own = dossier.tellings.filter(({ copyOf }) => copyOf === null)
  return {
    row: storyRow(line, marks, now),
    tellings: dossier.tellings.map(tellingRow),
    turns: turns.map((turn) => turnLine(turn, (itemId) => sourceNames.get(itemId) ?? itemId)),
    claims: own.flatMap((telling) =>
      telling.claims.filter(({ metric }) => metric !== null).map((claim) => claimLine(claim, telling)),
    ),
    disagreements: disagreements.map(({ subject, metric, sides }) => ({
      subject,
      metric,
      sides: sides.map(({ itemId, claim }) => ({
        sourceName: sourceNames.get(itemId) ?? itemId,
        value: claim.value,
        sentence: claim.sentence,
      })),
    })),
    summary,
    forecasts: own.flatMap(({ forecasts, source }) =>
      forecasts
        .filter(({ explicit }) => explicit)
        .map(({ text, due }) => ({ text, due, sourceName: source.name })),
    ),
    earlier: earlier.map(({ story: { id, title, firstSeenAt }, sharedEntities }) => ({
      ...{ id, title, date: firstSeenAt },
      shared: sharedEntities,
    })),
    nextEdition,
    mergeable: near.flatMap(({ story: { itemIds, title } }) =>
      itemIds[0] ? [{ itemId: itemIds[0], title }] : [],
    ),
  }
}

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
