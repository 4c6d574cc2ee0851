export { type CopyFinder, createCopyFinder, DEDUPE_MAKER } from './copy-finder.ts'
export { type Sketch, sketchOf } from './sketch.ts'
