export { ASSETS, MANIFEST } from './assets.ts'
export { barePage } from './bare.ts'
export { actsPage, correctPage } from './editing.ts'
export {
  editionPage,
  editionsPage,
  evidencePage,
  evidencePart,
  noEditionPage,
  type Reading,
} from './edition.ts'
export { entityPage, moversPage } from './entity.ts'
export { type LabPart, labPage, settingsPage, sourcesPage } from './house-pages.ts'
export { alertsPage, askPage, wikiListPage, wikiPage } from './knowledge.ts'
export { countingPage, type Frame, faultPage, keysPage } from './page.ts'
export { type PredictionsView, predictionsPage } from './predictions.ts'
export { profilePage } from './profile.ts'
export { RIVER_PAGE_STORIES, riverPage } from './river.ts'
export { searchPage } from './search.ts'
export { siteIndex, siteSearch } from './site.ts'
export { itemPage, storyPage } from './story.ts'
export { threadPage, threadsPage } from './threads.ts'
export { atlasPage, MOST_COMPARED, trendsPage } from './trends.ts'
export { whyPage } from './why.ts'
export { withoutPage } from './without.ts'
