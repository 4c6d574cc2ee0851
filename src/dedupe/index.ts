export { type Copy, type CopyFinder, createCopyFinder, DEDUPE_MAKER, type DedupeDoc } from './copy-finder.ts'
