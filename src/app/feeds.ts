import { createTopicMatch, outlineOf, PLACED } from '#compose'
import type { Dossier, Edition, EditionKind, Instant } from '#domain'
import { correctionsOf } from './corrections.ts'
import { forEveryone, parcelOf } from './deliver.ts'
import { heldBackIn } from './held-back.ts'
import type { House } from './house.ts'
import { entityNamed } from './questions.ts'
import { daysBefore } from './windows.ts'

/** What a feed is of: editions of a kind, stories on a topic or a name or a thread, the ledger. */
export type FeedOf =
  | { readonly of: 'channel'; readonly channel: EditionKind }
  | { readonly of: 'topic' | 'entity' | 'thread'; readonly id: string }
  | { readonly of: 'predictions' }

/** An entry of a feed, in our own words and markup; nothing of it comes from a private source. */
export type FeedEntry = {
  /** Stays the same for good; an erratum makes an entry of its own. */
  readonly id: string
  readonly title: string
  /** Below the house's address, or an address elsewhere. */
  readonly url: string | null
  readonly at: Instant
  readonly text: string
  readonly html: string
}

export type FeedContents = {
  readonly title: string
  readonly about: string
  readonly entries: readonly FeedEntry[]
}

const MOST_ENTRIES = 30
const REMEMBERED_DAYS = 30

/** The newest entries of a feed, newest first; null where there is no such topic, name or thread. */
export async function feedContents(house: House, feed: FeedOf): Promise<FeedContents | null> {
  switch (feed.of) {
    case 'channel':
      return channelFeed(house, feed.channel)
    case 'topic': {
      const topic = house.dives.find(({ id }) => id === feed.id)
      if (!topic) return null
      const match = createTopicMatch(topic.words)
      const seen = { from: daysBefore(house.clock.now(), REMEMBERED_DAYS), to: house.clock.now() }
      const found = await house.store.dossiers({ seen, asOf: seen.to })
      return storyFeed(
        house,
        topic.name,
        found.filter((dossier) => match(dossier) >= PLACED),
      )
    }
    case 'entity': {
      const entity = entityNamed(house, feed.id)
      if (!entity) return null
      const storyIds = await house.store.entityStories(entity.id, { limit: 2 * MOST_ENTRIES })
      const found = await house.store.dossiers({ storyIds, asOf: house.clock.now() })
      return storyFeed(house, entity.name, found)
    }
    case 'thread': {
      const thread = await (await import('./threads.ts')).thread(house, feed.id, null)
      if (!thread) return null
      const storyIds = thread.members.flatMap(({ storyId }) => (storyId === null ? [] : [storyId]))
      const found = await house.store.dossiers({ storyIds, asOf: house.clock.now() })
      return storyFeed(house, thread.name, found)
    }
    case 'predictions':
      return predictionFeed(house)
    default:
      return feed satisfies never
  }
}

const CHANNELS: Readonly<Record<EditionKind, string>> = {
  digest: 'Daily digest',
  brief: 'Weekly brief',
  dive: 'Deep dives',
  alert: 'Breaking alerts',
}

async function channelFeed(house: House, channel: EditionKind): Promise<FeedContents> {
  const rows = await house.store.editions({ kind: channel, limit: MOST_ENTRIES })
  const entries: FeedEntry[] = []
  const isHeld = await heldBackIn(house)
  for (const row of rows) {
    const edition = isHeld(row) ? null : await house.store.edition(row.id)
    if (edition) entries.push(...(await entriesOf(house, edition)))
  }
  return {
    title: `Bellwether: ${CHANNELS[channel]}`,
    about: CHANNELS[channel],
    entries: newestFirst(entries),
  }
}

/** The edition, and each of its errata as news of its own. */
async function entriesOf(house: House, frozen: Edition): Promise<FeedEntry[]> {
  const edition = await forEveryone(house, frozen)
  const corrections = await correctionsOf(house, edition.id)
  const url = `/editions/${edition.id}`
  const { text, mailHtml } = parcelOf(edition, corrections)
  const errata = corrections.map(({ id, at, was, now }) => {
    const said = `Printed: “${was}” ${now === '' ? 'This is taken back.' : `It should read: “${now}”`}`
    return { id, title: `Corrected: ${edition.title}`, url, at, text: said, html: paragraph(said) }
  })
  return [
    ...errata,
    { id: edition.id, title: edition.title, url, at: edition.madeAt, text, html: bodyOf(mailHtml) },
  ]
}

const bodyOf = (page: string): string => /<body[^>]*>([\s\S]*)<\/body>/.exec(page)?.[1] ?? page

function storyFeed(house: House, name: string, dossiers: readonly Dossier[]): FeedContents {
  const entries = dossiers.flatMap(({ story, tellings }): FeedEntry[] => {
    const open = tellings.filter(
      ({ source, copyOf }) => copyOf === null && !house.privateSources.has(source.id),
    )
    const [first] = open
    if (!first) return []
    // The story's own title may be a private source's.
    const title = open.some(({ item }) => item.title === story.title) ? story.title : first.item.title
    const told = open.map(({ source, item }) => `${source.name}: ${item.title}`).join('\n')
    const at = open.map(({ item }) => item.seenAt).sort()[0] ?? story.firstSeenAt
    return [
      {
        id: story.id,
        title,
        url: `/stories/${story.id}`,
        at,
        text: told,
        html: told.split('\n').map(paragraph).join(''),
      },
    ]
  })
  return { title: `Bellwether: ${name}`, about: `Stories on ${name}`, entries: newestFirst(entries) }
}

async function predictionFeed(house: House): Promise<FeedContents> {
  const all = (await house.store.predictions({})).filter(
    ({ sourceId }) => sourceId === null || !house.privateSources.has(sourceId),
  )
  const resolutions = await house.store.resolutions({})
  const entries = all.flatMap((prediction): FeedEntry[] => {
    const { id, by, claim, due, enteredAt } = prediction
    const made = `${by}: ${claim}${due ? ` Due ${due}.` : ''}`
    const ended = resolutions.filter(({ predictionId, outcome }) => predictionId === id && outcome !== 'open')
    return [
      { id, title: clip(claim), url: null, at: enteredAt, text: made, html: paragraph(made) },
      ...ended.map(({ outcome, because, resolvedAt }) => ({
        ...{
          id: `${id}-${outcome}`,
          title: `${capital(outcome)}: ${clip(claim)}`,
          url: null,
          at: resolvedAt,
        },
        ...{ text: because, html: paragraph(because) },
      })),
    ]
  })
  return {
    title: 'Bellwether: predictions',
    about: 'What was foretold, and how it ended',
    entries: newestFirst(entries),
  }
}

const newestFirst = (entries: readonly FeedEntry[]): FeedEntry[] =>
  [...entries]
    .sort((a, b) => (a.at > b.at ? -1 : a.at < b.at ? 1 : a.id < b.id ? 1 : -1))
    .slice(0, MOST_ENTRIES)

const TITLE_CHARACTERS = 120
const clip = (text: string): string =>
  text.length <= TITLE_CHARACTERS ? text : `${text.slice(0, TITLE_CHARACTERS - 1)}…`
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const paragraph = (text: string): string =>
  `<p>${text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')}</p>`

/** Words of an edition for a search that runs in a browser: headings and bodies, once each. */
export const searchText = (edition: Edition): string =>
  outlineOf(edition)
    .map((part) => (part.kind === 'heading' ? '' : `${part.lead ?? ''} ${part.body}`))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
