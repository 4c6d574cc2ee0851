import type { Edition } from '#domain'
import type * as adding from './add.ts'
import type * as alarms from './alerts.ts'
import type * as answering from './ask.ts'
import type * as briefs from './brief.ts'
import type * as day from './day.ts'
import type * as desks from './desk.ts'
import type * as divesOf from './dives.ts'
import type * as describing from './entity.ts'
import type * as feeding from './feeds.ts'
import type { House } from './house.ts'
import type * as imports from './import.ts'
import type * as profiles from './kept-profile.ts'
import type * as keeping from './ledger.ts'
import type * as entering from './ledger-enter.ts'
import type * as marking from './marks.ts'
import type * as merging from './merged-registry.ts'
import type * as remembering from './novelty.ts'
import type * as obeying from './obey.ts'
import type * as rebuilding from './rebuild.ts'
import type * as learning from './related.ts'
import type * as scheduling from './schedule.ts'
import type * as searching from './search.ts'
import type * as threading from './threads.ts'
import type * as trending from './trends.ts'
import type * as asking from './why.ts'
import type * as paging from './wiki-build.ts'
import type * as pageReading from './wiki-reading.ts'
import type * as vaults from './wiki-vault.ts'

export { approve } from './approval.ts'
export { correct } from './correct.ts'
export { correctionsOf } from './corrections.ts'
export { deliver, deliverDue, forEveryone, parcelOf } from './deliver.ts'
export type { FeedContents, FeedEntry, FeedOf } from './feeds.ts'
export { approvalsIn, heldBackIn } from './held-back.ts'
export type { DiveTopic, House, Progress } from './house.ts'
export type { Consignment } from './import.ts'
export type { Intake } from './intake.ts'
export type { LedgerEntry } from './ledger.ts'
export type { ReaderPrediction } from './ledger-enter.ts'
export { chaptersJson, podcastOf, scriptText, transcriptVtt } from './podcast.ts'
export { entityCalled, entityNamed, moversAt, sourcesWithHealth, storiesOf, today } from './questions.ts'
export { jobsAt } from './schedule.ts'
export type { Found, SearchAnswer } from './search.ts'
export { entitiesNamed } from './search-query.ts'
export { type SitePage, sitePages } from './site.ts'
export { confirmSubscription, leave, noteBounced, subscribe } from './subscriptions.ts'
export type { Why } from './why.ts'
export type { WikiBuild } from './wiki-build.ts'
export type { WikiPage } from './wiki-reading.ts'
export type { VaultImport } from './wiki-vault.ts'
export { dateOf, lastClosedDate, lastClosedWeek, weekOf, weekWindow, windowOf } from './windows.ts'
export { writerHealth } from './writer-health.ts'

// The deeds that need every room are loaded when they are done: a question answered from the store should not wait for parsers.
export const inAMinute = async (edition: Edition): Promise<Edition> =>
  (await import('#compose')).inAMinute(edition)
export const runDay: typeof day.runDay = async (...args) => (await import('./day.ts')).runDay(...args)
export const takeIn: typeof day.takeIn = async (...args) => (await import('./day.ts')).takeIn(...args)
export const understand: typeof day.understand = async (...args) =>
  (await import('./day.ts')).understand(...args)
export const publish: typeof day.publish = async (...args) => (await import('./day.ts')).publish(...args)
export const importFiles: typeof imports.importFiles = async (...args) =>
  (await import('./import.ts')).importFiles(...args)
export const takeInArrived: typeof imports.takeInArrived = async (...args) =>
  (await import('./import.ts')).takeInArrived(...args)
export const prepareDesk: typeof desks.prepareDesk = async (...args) =>
  (await import('./desk.ts')).prepareDesk(...args)
export const rebuild: typeof rebuilding.rebuild = async (...args) =>
  (await import('./rebuild.ts')).rebuild(...args)
export const composeAgain: typeof day.composeAgain = async (...args) =>
  (await import('./day.ts')).composeAgain(...args)
export const search: typeof searching.search = async (...args) =>
  (await import('./search.ts')).search(...args)
export const trends: typeof trending.trends = async (...args) => (await import('./trends.ts')).trends(...args)
export const atlas: typeof trending.atlas = async (...args) => (await import('./trends.ts')).atlas(...args)
export const mark: typeof marking.mark = async (...args) => (await import('./marks.ts')).mark(...args)
export const obeyDue: typeof obeying.obeyDue = async (...args) => (await import('./obey.ts')).obeyDue(...args)
export const itemCalled: typeof marking.itemCalled = async (...args) =>
  (await import('./marks.ts')).itemCalled(...args)
export const sameEntity = async (...args: Parameters<typeof merging.sameEntity>) =>
  (await import('./merged-registry.ts')).sameEntity(...args)
export const whyOf: typeof asking.whyOf = async (...args) => (await import('./why.ts')).whyOf(...args)
export const add: typeof adding.add = async (...args) => (await import('./add.ts')).add(...args)
export const addPrediction: typeof entering.addPrediction = async (...args) =>
  (await import('./ledger-enter.ts')).addPrediction(...args)
export const ledger: typeof keeping.ledger = async (...args) => (await import('./ledger.ts')).ledger(...args)
export const duePredictions: typeof keeping.duePredictions = async (...args) =>
  (await import('./ledger.ts')).duePredictions(...args)
export const settle: typeof keeping.settle = async (...args) => (await import('./ledger.ts')).settle(...args)
export const predictionRecords: typeof keeping.predictionRecords = async (...args) =>
  (await import('./ledger.ts')).predictionRecords(...args)
export const publishBrief: typeof briefs.publishBrief = async (...args) =>
  (await import('./brief.ts')).publishBrief(...args)
export const briefOf: typeof briefs.briefOf = async (...args) => (await import('./brief.ts')).briefOf(...args)
export const publishDive: typeof divesOf.publishDive = async (...args) =>
  (await import('./dives.ts')).publishDive(...args)
export const diveAgain: typeof divesOf.diveAgain = async (...args) =>
  (await import('./dives.ts')).diveAgain(...args)
export const divesOfWeek: typeof divesOf.divesOfWeek = async (...args) =>
  (await import('./dives.ts')).divesOfWeek(...args)
export const keptProfile: typeof profiles.keptProfile = async (...args) =>
  (await import('./kept-profile.ts')).keptProfile(...args)
export const relatedAt: typeof learning.relatedAt = async (...args) =>
  (await import('./related.ts')).relatedAt(...args)
export const lastRelated: typeof learning.lastRelated = async (...args) =>
  (await import('./related.ts')).lastRelated(...args)
export const threads: typeof threading.threads = async (...args) =>
  (await import('./threads.ts')).threads(...args)
export const thread: typeof threading.thread = async (...args) =>
  (await import('./threads.ts')).thread(...args)
export const judgeThread: typeof threading.judgeThread = async (...args) =>
  (await import('./threads.ts')).judgeThread(...args)
export const alertRound: typeof alarms.alertRound = async (...args) =>
  (await import('./alerts.ts')).alertRound(...args)
export const regretsAt: typeof alarms.regretsAt = async (...args) =>
  (await import('./alerts.ts')).regretsAt(...args)
export const feedContents: typeof feeding.feedContents = async (...args) =>
  (await import('./feeds.ts')).feedContents(...args)
export const runDue: typeof scheduling.runDue = async (...args) =>
  (await import('./schedule.ts')).runDue(...args)
export const entityPage: typeof describing.entityPage = async (...args) =>
  (await import('./entity.ts')).entityPage(...args)
export const buildWiki: typeof paging.buildWiki = async (...args) =>
  (await import('./wiki-build.ts')).buildWiki(...args)
export const wikiPage: typeof pageReading.wikiPage = async (...args) =>
  (await import('./wiki-reading.ts')).wikiPage(...args)
export const wikiFaults: typeof pageReading.wikiFaults = async (...args) =>
  (await import('./wiki-reading.ts')).wikiFaults(...args)
export const wikiVault: typeof vaults.wikiVault = async (...args) =>
  (await import('./wiki-vault.ts')).wikiVault(...args)
export const takeVault: typeof vaults.takeVault = async (...args) =>
  (await import('./wiki-vault.ts')).takeVault(...args)
export const ask: typeof answering.ask = async (...args) => (await import('./ask.ts')).ask(...args)
export const together: typeof remembering.together = async (...args) =>
  (await import('./novelty.ts')).together(...args)
export const noveltyOf: typeof remembering.noveltyOf = async (...args) =>
  (await import('./novelty.ts')).noveltyOf(...args)
export const unsupportedIn = async (house: House, edition: Edition) =>
  (await import('./held.ts')).unsupportedIn(house, edition)
