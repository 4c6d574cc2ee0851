import { parentPort, workerData } from 'node:worker_threads'
import type { Entity, Item } from '#domain'
import { createMentionFinder } from '#extract'
import { glean } from './glean.ts'
import type { Gleaned } from './gleaner.ts'

// One half of `gleaner.ts`: reads the items that are sent, batch by batch, in order.
const findMentions = createMentionFinder(workerData as readonly Entity[])
const tell = (gleaned: Gleaned) => parentPort?.postMessage(gleaned)

parentPort?.on('message', (items: readonly Item[]) => tell(items.map((item) => glean(item, findMentions))))
tell('ready')
