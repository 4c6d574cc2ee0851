export { createOpenAiEmbedder, type EmbeddingOptions } from './embedder.ts'
