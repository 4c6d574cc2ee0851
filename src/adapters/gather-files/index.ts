export { createFileGatherer } from './gatherer.ts'
