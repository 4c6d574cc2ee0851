export type { Clock } from './clock.ts'
export type { Delivery, Outcome, Parcel } from './delivery.ts'
export type { Embedder } from './embedder.ts'
export type { Gathered, Gatherer } from './gatherer.ts'
export type { Postman } from './postman.ts'
export type { Episode, SoundFormat, Speaker } from './speaker.ts'
export type {
  Citation,
  EntityBins,
  EntityCount,
  ItemQuery,
  Judgments,
  PageRevision,
  PageRow,
  PlacedItem,
  SavedItems,
  SearchFilter,
  SearchHit,
  SourceSpan,
  Store,
  StoreCounts,
  StoryQuery,
  Strand,
  Understanding,
  Window,
} from './store.ts'
export type { Answer, Ask, Writer, WrittenSentence } from './writer.ts'
