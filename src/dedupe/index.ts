export { type CopyFinder, createCopyFinder, DEDUPE_MAKER } from './copy-finder.ts'
