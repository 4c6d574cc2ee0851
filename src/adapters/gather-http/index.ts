export { createHttpGatherer, type HttpOptions } from './gatherer.ts'
