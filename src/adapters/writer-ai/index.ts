export { createAiWriter } from './writer.ts'
