export {
  type Approval,
  type Block,
  type Bullet,
  type Correction,
  type DeepDive,
  type Edition,
  type EditionRow,
  type EditionView,
  type Entry,
  type EvidenceView,
  editionRow,
  namesOf,
  type Picture,
  type Section,
  type Sentence,
  type SentLine,
  type StoryRef,
  sentLines,
  type Takeaway,
  type ThreadBlock,
  type Watch,
  type WhyRow,
} from './edition.ts'
export { type EntityView, entityPath, type MoverRow, storyPath } from './entity.ts'
export { FEED_TYPES, type FeedFormat, feedText, type WireEntry, type WireFeed } from './feed.ts'
export type {
  Atlas,
  LedgerRow,
  Proposal,
  Thread,
  TrackRecord,
  TrendChoice,
  TrendLine,
  Trends,
} from './follow.ts'
export { type Facet, type ForetoldLine, foretoldLine, type Hit, hit, runsOf, type SearchView } from './hit.ts'
export type { LogRow } from './log.ts'
export { arxivIn, type PaperView, paperPath, placesOf } from './paper.ts'
export { type FactorRow, type ProfileEffect, type ProfileView, WEIGHED, WEIGHT_MOST } from './profile.ts'
export { type SourceRow, sourceRow } from './source.ts'
export {
  type ItemView,
  type NameLink,
  type RiverChoice,
  type RiverView,
  type StoryMarks,
  type StoryRow,
  type StoryView,
  type TurnLine,
  turnLine,
} from './story.ts'
export { type ClaimLine, claimLine, type Run, type TellingRow, tellingRow } from './telling.ts'
export { webAddress } from './web-address.ts'
export type { Answer, WikiListView, WikiRow, WikiView } from './wiki.ts'
