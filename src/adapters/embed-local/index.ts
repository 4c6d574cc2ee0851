export { createLocalEmbedder } from './embedder.ts'
