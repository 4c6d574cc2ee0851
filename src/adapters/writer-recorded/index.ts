export { createRecordedWriter, type Recordings } from './writer.ts'
