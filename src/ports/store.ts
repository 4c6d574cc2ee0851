import type {
  Act,
  Capture,
  Claim,
  DeedKind,
  Dossier,
  Edition,
  EditionKind,
  EntityType,
  Forecast,
  Forward,
  Instant,
  Interval,
  Item,
  JobRun,
  Maker,
  Mention,
  Page,
  Placement,
  Prediction,
  RelatedWords,
  Resolution,
  Sending,
  Source,
  SourceHealth,
  Span,
  Spend,
  Story,
  Subscriber,
} from '#domain'

/** What became of the items handed in: an unchanged item is counted and not written again. */
export type SavedItems = {
  readonly added: readonly Item[]
  readonly revised: readonly Item[]
  readonly unchanged: number
}

/**
 * Which items: all conditions given must hold. The newest revision seen before `asOf` is meant; without `asOf`, of all.
 * `seen` asks when the item was first seen: a revision does not bring an item into a second window.
 */
export type ItemQuery = {
  readonly ids?: readonly string[]
  readonly keys?: readonly string[]
  readonly seen?: Interval
  readonly sourceId?: string
  readonly asOf?: Instant
  /** Newest first when a limit is given, else in the order first seen; equal ones by id. */
  readonly limit?: number
}

/** What was understood of one revision of one item. */
export type Understanding = {
  readonly itemId: string
  readonly revision: number
  readonly mentions: readonly Mention[]
  readonly claims: readonly Claim[]
  readonly forecasts: readonly Forecast[]
}

/** Judgments on a batch of items, with who made them. Saving again replaces what the same maker said before. */
export type Judgments = {
  readonly makers: { readonly understanding: Maker; readonly placement: Maker }
  readonly understandings: readonly Understanding[]
  readonly placements: readonly Placement[]
  /** One that leads to itself takes the story's earlier forward back. */
  readonly forwards: readonly Forward[]
  /** The acts, by id, whose effect these placements are. */
  readonly obeyed?: readonly string[]
}

/** In how many stories an entity was named in one span of time: copies and second mentions add nothing. */
export type EntityCount = {
  readonly entityId: string
  readonly name: string
  readonly type: EntityType
  readonly stories: number
}

/** Best first. `score` is higher for better and means nothing across queries; 0 where the query had no words. */
export type SearchHit = {
  readonly itemId: string
  readonly score: number
  readonly excerpt: string
  /** Where words of the query stand in the excerpt, in order, in UTF-16 units. */
  readonly marks: readonly Span[]
  /** False for one that only holds some of the words; such hits stand behind those that hold all. */
  readonly holdsAll: boolean
}

/** What a search is narrowed to: all that is given must hold. */
export type SearchFilter = {
  /** First seen from here on, this instant included. */
  readonly from?: Instant
  /** First seen before. */
  readonly to?: Instant
  readonly sourceIds?: readonly string[]
  /** Of each of these groups of entities, naming at least one. */
  readonly naming?: readonly (readonly string[])[]
  /** Naming none of these entities. */
  readonly notNaming?: readonly string[]
  /** Holding none of these words. */
  readonly without?: string
}

/** How often each of some entities was told of in each of some bins, oldest first, and when it was first. */
export type EntityBins = {
  readonly entityId: string
  readonly name: string
  readonly type: EntityType
  readonly stories: readonly number[]
  readonly firstSeenAt: Instant | null
}

/** A story's link to a work of somebody's: a paper, a post. */
export type Citation = { readonly url: string; readonly storyId: string; readonly at: Instant }

/** An entity with the stories that were about it. */
export type Strand = {
  readonly entityId: string
  readonly name: string
  readonly type: EntityType
  readonly stories: readonly { readonly storyId: string; readonly at: Instant }[]
}

/** One line of the wiki's log. */
export type PageRevision = Pick<Page, 'revision' | 'madeAt' | 'title' | 'because'> & {
  readonly pageId: string
}

/** From when to when a source gave items, and how many. */
export type SourceSpan = {
  readonly sourceId: string
  readonly firstSeenAt: Instant
  readonly lastSeenAt: Instant
  readonly items: number
}

/** A window of one edition kind; closed for good once its edition is published. Dives and alerts may overlap. */
export type Window = {
  readonly kind: EditionKind
  readonly date: string
  readonly interval: Interval
  readonly closedAt: Instant
}

export type StoreCounts = {
  readonly captures: number
  readonly items: number
  readonly revisions: number
  readonly stories: number
  readonly editions: number
}

/** A line of the list of pages. */
export type PageRow = Pick<Page, 'id' | 'kind' | 'title' | 'aliases' | 'revision'>

/** An item at its place, with who it names. */
export type PlacedItem = {
  readonly item: Item
  readonly placement: Placement
  readonly mentions: readonly Mention[]
}

/** Stories that have a member first seen in the interval, those with these ids, and those that tell these items. */
export type StoryQuery = {
  readonly seen?: Interval
  readonly storyIds?: readonly string[]
  readonly itemIds?: readonly string[]
  readonly asOf: Instant
}

/**
 * Where everything is kept. Facts (captures, items) are written once; judgments carry their maker and can be dropped and
 * made again; editions are frozen. A batch is one transaction: after a crash it is there whole or not at all.
 * Every read takes `asOf` and answers with what was seen before that instant: like the end of an Interval it lies outside,
 * so that the state as of a window's end is what its edition could know. Leave it out to ask what is known now.
 * Implementations run the suite in `store.contract.ts`.
 */
export type Store = {
  // Facts
  /** Keeps the bytes under their hash, compressed; the same bytes are kept once, each sighting is noted. */
  saveCapture(capture: Capture, body: Uint8Array): Promise<'new' | 'known'>
  captureBody(hash: string): Promise<Uint8Array | null>
  /**
   * Saves items as they are new or revised (a `contentHash` that no revision of the item has: a text that comes back is
   * no news, and a second import adds nothing). `revision` is set here. What comes in too late for a closed digest or
   * brief is seen from that window's end on, so that it is told in the next one; the facts returned say so.
   */
  saveItems(items: readonly Item[]): Promise<SavedItems>
  items(query: ItemQuery): Promise<Item[]>
  /** How many items were first seen in the interval. */
  itemsSeen(seen: Interval): Promise<number>
  /** Every revision of one item, oldest first. */
  revisions(itemId: string): Promise<Item[]>
  /**
   * Full-text search over title and text: all words, names found however they are spelt (gpt-5.5, GPT5.5, GPT 5.5), words
   * in quotation marks beside each other. What holds all words comes first, then what holds some. A query without words
   * gives what the filter lets through, newest first, and nothing without a filter. Never throws on a query.
   */
  search(
    query: string,
    options: { limit: number; asOf?: Instant; filter?: SearchFilter },
  ): Promise<SearchHit[]>
  /** How many texts hold all of these words, counted up to `most`. */
  textsHolding(words: string, options: { most: number; asOf?: Instant }): Promise<number>
  /**
   * For each of these words that no text holds, the closest one that titles do (optimal string alignment of at most 1
   * up to seven letters, else 2; the same first letter; the commonest of equals); others are left out.
   */
  spellings(words: readonly string[]): Promise<ReadonlyMap<string, string>>

  // People's own acts: facts too
  /** Keeps an act once, by its id. Throws where it undoes an act that is not kept. */
  saveAct(act: Act): Promise<void>
  /**
   * The acts in force, oldest first; with `undone` the whole log, undoing and undone ones too; with `obeyed` as if those
   * that no placement obeys yet had not been done.
   */
  acts(query: {
    kinds?: readonly DeedKind[]
    asOf?: Instant
    undone?: boolean
    obeyed?: boolean
  }): Promise<Act[]>
  /**
   * Merges, splits and undos that no placement obeys yet, oldest first: a queue that `saveAct` fills, `saveJudgments`
   * empties and `dropJudgments` fills again.
   */
  unobeyed(): Promise<Act[]>

  // Sources
  saveSources(sources: readonly Source[]): Promise<void>
  sources(): Promise<Source[]>
  saveHealth(health: SourceHealth): Promise<void>
  health(): Promise<SourceHealth[]>

  // Judgments
  /**
   * Revisions that nobody has understood yet, in the order seen (then by id). Kept as a queue that
   * `saveItems` fills, `saveJudgments` empties and `dropJudgments` fills again, so a crash between facts and judgments
   * loses nothing and a rebuild is just emptying the queue. Flat cost however many items are kept.
   * With `after`, what stands in the queue behind that item.
   */
  awaiting(limit: number, after?: Pick<Item, 'seenAt' | 'id'>): Promise<Item[]>
  /** Throws where a judgment is on an item or a revision that is not kept, and saves nothing of the batch. */
  saveJudgments(judgments: Judgments): Promise<void>
  /** Keeps what was learnt for a week, in the place of what was learnt for it before. */
  saveRelated(words: RelatedWords): Promise<void>
  /** What was learnt for the newest week that begins by an instant; null where nothing was. */
  related(at: Instant): Promise<RelatedWords | null>
  /** Drops all judgments; facts and editions stay. */
  dropJudgments(): Promise<void>
  /**
   * Items placed or revised since an instant with their placement, in the order seen (then by id): what a clusterer
   * starts from. Each in its newest revision that was understood, and at its last place. Read as they are asked for.
   */
  placedSince(since: Instant): AsyncIterable<PlacedItem>
  /**
   * The stories that are asked for, each whole as of `asOf`, forwards followed; stories and tellings in the order seen. A story's title is that of the source of most weight that wrote its own; of equal ones that which says best what happened.
   */
  dossiers(query: StoryQuery): Promise<Dossier[]>
  /** The stories of the dossiers that the same query gives, without what they tell: cheap where thousands are looked at. */
  stories(query: StoryQuery): Promise<Story[]>
  /**
   * The ids of the same stories, each with a text that changes when a telling comes or goes, is revised, or is placed by
   * another maker: enough to know that what was made of the dossier still holds. Null while something of the story may
   * still wait to be understood.
   */
  storyVersions(query: StoryQuery): Promise<ReadonlyMap<string, string | null>>
  /**
   * Stories per entity and week, by entity id: `weeks[0]` is the newest, each 7 days, ending before `until`. Only entities
   * of its newest week, or `entityIds`. A story counts in each week in which an item of its own words named the entity.
   */
  entityWeeks(query: {
    until: Instant
    weeks: number
    entityIds?: readonly string[]
  }): Promise<{ entityId: string; name: string; type: EntityType; weeks: readonly number[] }[]>
  /** The stories that have a member first seen in the interval, forwards followed; with `asOf` as that instant knew them. */
  storiesSeen(seen: Interval, asOf?: Instant): Promise<string[]>
  /**
   * What was understood since a cursor that an earlier call gave: the stories with a new or changed member, forwards
   * followed, and the next cursor. Null asks only for the cursor. A cursor below the one given says that judgments were
   * dropped. Flat cost where nothing happened.
   */
  storiesSince(cursor: number | null): Promise<{ cursor: number; storyIds: string[] }>
  /** The stories that name an entity, last named first, forwards followed. */
  entityStories(entityId: string, options: { limit: number; asOf?: Instant }): Promise<string[]>

  /**
   * Stories per entity and bin: a story counts in each bin in which an item of its own words named the entity. One entry
   * for each id that was ever named by the end of the last bin, by entity id; stories found to be one by then are one.
   */
  entityBins(query: { bins: readonly Interval[]; entityIds: readonly string[] }): Promise<EntityBins[]>
  /**
   * Entities that between `least` and `most` stories were about (a salience of 2 or 3) in a stretch of time, by id, each
   * with those stories, forwards followed, at the first time they named it within.
   */
  strands(query: { seen: Interval; least: number; most: number }): Promise<Strand[]>
  /**
   * Links of stories told in a stretch of time to addresses that hold one of `works`, each address once for each story
   * (forwards followed), at its first telling, in order of time.
   */
  citations(query: { seen: Interval; works: readonly string[] }): Promise<Citation[]>
  /** How many stories were told in each bin, by items in their own words, and how many items joined one. */
  told(bins: readonly Interval[]): Promise<{ stories: number; items: number }[]>
  /** Every source that gave an item, by id. */
  sourceSpans(options: { asOf?: Instant }): Promise<SourceSpan[]>

  // The ledger: append-only, and no judgment: `dropJudgments` leaves it alone
  /** Enters predictions; an id that is held stays as it was. Returns those that were new. */
  enterPredictions(predictions: readonly Prediction[]): Promise<Prediction[]>
  /** In the order entered (then by id), without those that a later version replaced by `asOf`, unless asked for by id. */
  predictions(query: {
    ids?: readonly string[]
    entityId?: string
    sourceId?: string
    /** Claiming something in all of these words, in small letters and stemmed. */
    saying?: readonly string[]
    asOf?: Instant
  }): Promise<Prediction[]>
  /** Adds a resolution; earlier ones of the same prediction stay. Throws where the ledger has no such prediction. */
  resolve(resolution: Resolution): Promise<void>
  /** In the order in which they were given. */
  resolutions(query: { predictionIds?: readonly string[]; asOf?: Instant }): Promise<Resolution[]>

  // Wiki pages: a series of revisions each, only ever added to
  /** Saves all or none. Throws where a page has that revision already. */
  savePages(pages: readonly Page[]): Promise<void>
  /** The newest revision made before `asOf`. */
  page(id: string, options: { asOf?: Instant }): Promise<Page | null>
  /** The newest revision of every page, by id. */
  pages(options: { asOf?: Instant }): Promise<Page[]>
  /**
   * The same pages without what they say, or only those that link to one: a list of ten thousand is cheap. With `saying`
   * those whose title or aliases hold all of these words, in small letters, the shortest title first.
   */
  pageRows(options: { asOf?: Instant; linkingTo?: string; saying?: readonly string[] }): Promise<PageRow[]>
  /** When the newest revision of any page was made; null before there is one. */
  lastPageAt(): Promise<Instant | null>
  /** What was revised, in the order in which it was. */
  pageLog(options: { since?: Instant; asOf?: Instant; pageId?: string }): Promise<PageRevision[]>

  // Editions
  /**
   * Publishes: the edition is frozen and its window closed, in one transaction. Throws if it is published already, or if
   * the window of a digest or brief overlaps a closed one of its kind: an item would be told twice.
   */
  publish(edition: Edition): Promise<void>
  edition(id: string): Promise<Edition | null>
  /** Newest date first. */
  editions(options: {
    kind?: EditionKind
    limit: number
  }): Promise<{ id: string; kind: EditionKind; date: string; title: string }[]>
  windows(kind: EditionKind): Promise<Window[]>

  // What goes out
  /** Keeps what became of a sending; one that is kept as delivered stays so. */
  saveSending(sending: Sending): Promise<void>
  /** Lets sendings wait; one that is known already, whatever its state, stays as it is. */
  queueSendings(sendings: readonly Sending[]): Promise<void>
  /**
   * Takes a waiting sending that is due at an instant: true for one asker only, who then saves what became of it. Whoever
   * does not by `until` is taken to have ended, and it is due again.
   */
  takeSending(
    sending: Pick<Sending, 'editionId' | 'delivery' | 'receiver'>,
    span: { at: Instant; until: Instant },
  ): Promise<boolean>
  /** Oldest attempt first. */
  sendings(query?: { editionId?: string; state?: Sending['state'] }): Promise<Sending[]>
  /** By address: saving again replaces. */
  saveSubscriber(subscriber: Subscriber): Promise<void>
  subscribers(): Promise<Subscriber[]>
  /** A language model's answer under the hash of what was asked; the first one stands, so that a rebuild is the same. */
  saveRecording(hash: string, answer: string): Promise<void>
  recording(hash: string): Promise<string | null>
  saveSpend(spend: Spend): Promise<void>
  /** Of one day, or all. */
  spends(day?: string): Promise<Spend[]>
  /** By job: the last run stands. */
  saveJobRun(run: JobRun): Promise<void>
  jobRuns(): Promise<JobRun[]>

  counts(): Promise<StoreCounts>
  /** Ends a bulk load: builds what was put off. Harmless at any time. */
  settle(): Promise<void>
  close(): Promise<void>
}
