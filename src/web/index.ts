export { editionsPage, faultPage, searchPage, sourcesPage } from './pages.ts'
