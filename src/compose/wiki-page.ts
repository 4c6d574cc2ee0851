import type {
  EntityPage,
  Page,
  PageClaim,
  PageKind,
  PageStory,
  Prediction,
  Resolution,
  Thread,
} from '#domain'

/** A page as facts make it, before the reader's edits. */
export type PageDraft = Omit<Page, 'revision' | 'madeAt' | 'because' | 'cited'> & {
  readonly itemIds: readonly string[]
}

const NOW_STORIES = 5
const HISTORY_STORIES = 40
const MOST_ROWS = 24
const MOST_BESIDE = 12
const CONCEPTS: ReadonlySet<string> = new Set(['topic', 'method', 'benchmark', 'dataset'])

/** The kind of page that an entity of a type has. */
function pageKindOf(type: string): PageKind {
  return CONCEPTS.has(type) ? 'concept' : type === 'event' ? 'event' : 'entity'
}

/** The path of an entity's page. */
export const entityPageId = (type: string, entityId: string): string => `${pageKindOf(type)}/${entityId}`
export const threadPageId = (threadId: string): string => `thread/${threadId}`

/** Gathers what a page cites, in the order of first use. */
export function citations() {
  const ids: string[] = []
  return {
    ids,
    cite(...itemIds: readonly string[]): string {
      for (const id of itemIds) if (!ids.includes(id)) ids.push(id)
      return itemIds.map((id) => `[^${id}]`).join('')
    },
  }
}
type Citations = ReturnType<typeof citations>

/** Footnotes as the page prints them: who, when, where, for each item that it cites. */
export function footnotes(
  itemIds: readonly string[],
  items: ReadonlyMap<string, { title: string; url: string | null; sourceName: string; at: string }>,
): string {
  return itemIds
    .flatMap((id) => {
      const item = items.get(id)
      if (!item) return []
      const title = inline(item.title) || 'untitled'
      const linked = item.url ? `[${title}](<${item.url.replace(/[<>\s]/g, encodeURIComponent)}>)` : title
      return [`[^${id}]: ${linked}, ${inline(item.sourceName)}, ${item.at.slice(0, 10)}`]
    })
    .join('\n')
}

/**
 * The page of an entity or a concept, current state first and history below. Every sentence cites its items; counts are
 * the lengths of the lists they speak of. `hasPage` says which pages a link may lead to.
 */
export function draftOfEntity(page: EntityPage, hasPage: (id: string) => boolean): PageDraft {
  const { entity, stories } = page
  const cited = citations()
  const parts = [
    ...identity(page, hasPage),
    ...part('Now', nowLines(stories, cited)),
    ...part('Numbers', claimTable(page, cited)),
    ...part('Where sources disagree', disagreementLines(page, cited)),
    ...part('Foretold', predictionLines(page.predictions, cited)),
    ...part('Told of with', besideLines(page, hasPage)),
    ...part('History', historyLines(stories, cited)),
  ]
  return {
    id: entityPageId(entity.type, entity.id),
    kind: pageKindOf(entity.type),
    title: entity.name,
    aliases: entity.aliases.map((alias) => alias.replace(/^\?/, '')),
    markdown: `${[`# ${inline(entity.name)}`, ...parts].join('\n\n')}\n`,
    storyIds: stories.map(({ storyId }) => storyId),
    itemIds: cited.ids,
  }
}

const part = (heading: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`## ${heading}`, ...lines]

/** What it is part of and what is part of it, as far as stories tell of them: the links carry the evidence. */
function identity({ parent, children }: EntityPage, hasPage: (id: string) => boolean): string[] {
  const paged = (kin: { id: string; name: string; type: string }) => {
    const id = entityPageId(kin.type, kin.id)
    return hasPage(id) ? [link(id, kin.name, hasPage)] : []
  }
  const parts = children.flatMap(paged)
  const more = parts.length > MOST_BESIDE ? ` and ${parts.length - MOST_BESIDE} more` : ''
  const kin = [
    ...(parent ? paged(parent).map((one) => `Part of ${one}.`) : []),
    ...(parts.length > 0 ? [`With ${parts.slice(0, MOST_BESIDE).join(', ')}${more}.`] : []),
  ]
  return kin.length > 0 ? [kin.join(' ')] : []
}

/** The newest stories in a sentence each, and how many there are. */
function nowLines(stories: readonly PageStory[], { cite }: Citations): string[] {
  const told = stories.filter(({ sentence }) => sentence !== null).slice(0, NOW_STORIES)
  if (told.length === 0) return []
  const lines = told.map(
    ({ at, sentence }) =>
      `- ${at.slice(0, 10)}: ${inline(sentence?.text ?? '')}${cite(sentence?.itemId ?? '')}`,
  )
  return [lines.join('\n')]
}

function claimTable({ claims }: EntityPage, { cite }: Citations): string[] {
  const rows = claims
    .flatMap(({ metric, history }) => history.map((claim) => ({ metric, claim })))
    .slice(0, MOST_ROWS)
    .map(
      ({ metric, claim }) =>
        `| ${cell(metric)} | ${cell(printedValue(claim))} | ${claim.at.slice(0, 10)} | ${cell(claim.sourceName)}${cite(claim.itemId)} |`,
    )
  return rows.length === 0 ? [] : [['| what | value | when | who |', '|---|---|---|---|', ...rows].join('\n')]
}

function printedValue({ value, baseline, condition }: PageClaim): string {
  return [value, ...(baseline ? [`against ${baseline}`] : []), ...(condition ? [`(${condition})`] : [])].join(
    ' ',
  )
}

function disagreementLines({ disagreements }: EntityPage, { cite }: Citations): string[] {
  const lines = disagreements.map(
    ({ subject, metric, sides }) =>
      `- ${inline(subject)}, ${inline(metric)}: ${sides.map(({ claim, itemId }) => `${inline(claim.value)}${cite(itemId)}`).join(' against ')}`,
  )
  return lines.length === 0 ? [] : [lines.join('\n')]
}

function predictionLines(
  predictions: readonly { prediction: Prediction; resolution: Resolution | null }[],
  { cite }: Citations,
): string[] {
  const lines = predictions
    .filter(({ prediction }) => prediction.itemIds.length > 0)
    .slice(-MOST_ROWS)
    .map(({ prediction, resolution }) => {
      const { due, by, claim, itemIds } = prediction
      const end = resolution && resolution.outcome !== 'open' ? `, ${resolution.outcome}` : ''
      return `- due ${due ?? 'never'}${end}, ${inline(by)}: ${inline(claim)}${cite(...itemIds, ...(resolution?.itemIds ?? []))}`
    })
  return lines.length === 0 ? [] : [lines.join('\n')]
}

function besideLines({ people, related }: EntityPage, hasPage: (id: string) => boolean): string[] {
  const named = [
    ...people.map(({ entityId, name }) => ({ id: `entity/${entityId}`, name })),
    ...related.map(({ entityId, name, type }) => ({ id: entityPageId(type, entityId), name })),
  ].filter(({ id }) => hasPage(id))
  if (named.length === 0) return []
  return [
    `${named
      .slice(0, MOST_BESIDE * 2)
      .map(({ id, name }) => link(id, name, hasPage))
      .join(', ')}.`,
  ]
}

function historyLines(stories: readonly PageStory[], { cite }: Citations): string[] {
  const shown = stories.slice(0, HISTORY_STORIES)
  if (shown.length === 0) return []
  const months = new Map<string, string[]>()
  for (const { at, title, itemIds } of shown) {
    const month = at.slice(0, 7)
    const line = `- ${at.slice(0, 10)} ${inline(title)}${cite(...itemIds.slice(0, 3))}`
    months.set(month, [...(months.get(month) ?? []), line])
  }
  return [...months].flatMap(([month, lines]) => [
    `### ${month}, ${lines.length === 1 ? '1 story' : `${lines.length} stories`}`,
    lines.join('\n'),
  ])
}

/** The page of a paper; a higher tier is told at more length. */
export function draftOfPaper(
  story: PageStory,
  paper: {
    readonly id: string
    readonly tier: number | null
    readonly sentences: readonly { readonly text: string; readonly itemId: string }[]
    readonly claims: readonly { readonly metric: string; readonly claim: PageClaim }[]
    readonly named: readonly { readonly pageId: string; readonly name: string }[]
  },
  hasPage: (id: string) => boolean,
): PageDraft {
  const cited = citations()
  const told = paper.sentences.map(({ text, itemId }) => `- ${inline(text)}${cited.cite(itemId)}`)
  const rows = paper.claims.map(
    ({ metric, claim }) =>
      `| ${cell(metric)} | ${cell(printedValue(claim))} | ${cell(claim.sourceName)}${cited.cite(claim.itemId)} |`,
  )
  const named = paper.named.filter(({ pageId }) => hasPage(pageId))
  const parts = [
    `# ${inline(story.title)}`,
    ...(paper.tier === null ? [] : [`Tier ${paper.tier}.${cited.cite(...story.itemIds.slice(0, 1))}`]),
    ...part('What it says', told.length === 0 ? [] : [told.join('\n')]),
    ...part(
      'Numbers',
      rows.length === 0 ? [] : [['| what | value | who |', '|---|---|---|', ...rows].join('\n')],
    ),
    ...part(
      'Names',
      named.length === 0
        ? []
        : [`${named.map(({ pageId, name }) => link(pageId, name, hasPage)).join(', ')}.`],
    ),
  ]
  return {
    ...{ id: paper.id, kind: 'paper', title: story.title, aliases: [], storyIds: [story.storyId] },
    ...{ markdown: `${parts.join('\n\n')}\n`, itemIds: cited.ids },
  }
}

/** The page of a thread: what it says, its members in order, what happened in it, what comes next. */
export function draftOfThread(thread: Thread, pageOf: (entityId: string) => string | null): PageDraft {
  const cited = citations()
  const { members, claim, signals, next } = thread
  const about = thread.entityIds.flatMap((entityId) => pageOf(entityId) ?? [])
  const parts = [
    `# ${inline(thread.name)}`,
    `${thread.state}, ${members.length} ${members.length === 1 ? 'member' : 'members'}.${cited.cite(...members.slice(0, 1).flatMap(({ itemIds }) => itemIds.slice(0, 1)))}`,
    ...part('What it says', claim ? [`${inline(claim.text)}${cited.cite(...claim.itemIds)}`] : []),
    ...part('Members', [
      members
        .map(
          ({ at, title, itemIds }) =>
            `- ${at.slice(0, 10)} ${inline(title)}${cited.cite(...itemIds.slice(0, 3))}`,
        )
        .join('\n'),
    ]),
    ...part(
      'What happened',
      signals.length === 0
        ? []
        : [
            signals
              .map(
                ({ at, because, itemIds }) =>
                  `- ${at.slice(0, 10)}: ${inline(because)}${cited.cite(...itemIds.slice(0, 4))}`,
              )
              .join('\n'),
          ],
    ),
    ...part(
      'What would come next',
      next.length === 0
        ? []
        : [
            next
              .map(({ text, due, itemId }) => `- by ${due}: ${inline(text)}${cited.cite(itemId)}`)
              .join('\n'),
          ],
    ),
    ...part('About', about.length === 0 ? [] : [`${about.map((id) => `[[${id}]]`).join(', ')}.`]),
  ]
  return {
    ...{ id: threadPageId(thread.id), kind: 'thread', title: thread.name, aliases: [] },
    ...{ markdown: `${parts.join('\n\n')}\n`, itemIds: cited.ids },
    storyIds: members.flatMap(({ storyId }) => storyId ?? []),
  }
}

export function link(id: string, words: string, hasPage: (id: string) => boolean): string {
  return hasPage(id) ? `[[${id}|${inline(words).replace(/[[\]|]/g, ' ')}]]` : inline(words)
}

/** Words of a source as one line that means nothing to Markdown: they become no link, heading, markup or citation. */
export const inline = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>#|^~$]/g, (mark) => `\\${mark}`)

export const cell = (text: string): string => inline(text)
