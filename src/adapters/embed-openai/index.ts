export { createOpenAiEmbedder } from './embedder.ts'
