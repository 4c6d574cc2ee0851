export { type AiWriterSettings, createAiWriter } from './writer.ts'
