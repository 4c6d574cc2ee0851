export { type CopyFinder, createCopyFinder, DEDUPE_MAKER } from './v0.ts'
