export type { Act, Deed, DeedKind } from './act.ts'
export type { Answer, AnswerSentence } from './answer.ts'
export type { Capture } from './capture.ts'
export type { Change, Claim, ClaimKind } from './claim.ts'
export type { ClaimLine, Standing, ToldClaim } from './claim-table.ts'
export type { Correction } from './correction.ts'
export type { Disagreement } from './disagreement.ts'
export type { Dossier, EarlierStory, Telling } from './dossier.ts'
export type {
  Block,
  Bullet,
  Channel,
  ClaimRow,
  Contrast,
  CountName,
  DeepDive,
  DigestSectionKind,
  Edition,
  EditionCounts,
  EditionKind,
  Entry,
  Evidence,
  Figures,
  Gap,
  Gloss,
  Implication,
  Picture,
  Section,
  SectionKind,
  Sentence,
  StoryRef,
  Suggestion,
  Takeaway,
  Tally,
  TextLink,
  ThreadBlock,
  Watch,
} from './edition.ts'
export type { Entity, EntityType } from './entity.ts'
export type { EntityPage, PageClaim, PageStory } from './entity-page.ts'
export type { Event } from './event.ts'
export type { Attachment, Ids, Item, ItemKind, Link, RawItem } from './item.ts'
export type { Maker, Span } from './judgment.ts'
export type { Mention } from './mention.ts'
export type { Mover } from './mover.ts'
export type { Novelty, Togetherness } from './novelty.ts'
export type { Page, PageKind, WikiFault } from './page.ts'
export type {
  Forecast,
  Outcome,
  Prediction,
  PredictionEvidence,
  PredictionFault,
  PredictionRoad,
  Proposal,
  Resolution,
  Stance,
  TrackRecord,
} from './prediction.ts'
export type { Problem } from './problem.ts'
export type { Profile, ProfileTier, Tier, WeighedFactor, Weights } from './profile.ts'
export type { RelatedPhrase, RelatedWords } from './related.ts'
export type { Reason, Score, ScoreStanding } from './score.ts'
export type { JobRun, Sending, Spend, Subscriber } from './sending.ts'
export type { Slip, SlipKind } from './slip.ts'
export type { Source, SourceHealth, SourceKind } from './source.ts'
export type { Forward, Phase, Placement, Story, Turn, TurnNews } from './story.ts'
export type { Thread, ThreadMember, ThreadSignal, ThreadState } from './thread.ts'
export type { Instant, Interval, PartialDate } from './time.ts'
export type { Atlas, SourceBreak, TrendLine, TrendPoint, TrendState, Trends } from './trend.ts'
export type { Trouble } from './trouble.ts'
export type { Writing, WritingFault } from './writing.ts'
