export { createRecordedWriter } from './writer.ts'
