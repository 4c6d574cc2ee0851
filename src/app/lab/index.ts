import type { LabRoom } from './lab.ts'

export { type LabLine, LabLineError, type LabOptions, type LabRoom, type LabRun } from './lab.ts'

/** Every room that can be run alone; each is loaded when it is asked for. */
export const LABS: Readonly<Record<string, () => Promise<{ lab: LabRoom }>>> = {
  parse: () => import('./parse.ts'),
  canonical: () => import('./canonical.ts'),
  'extract-page': () => import('./extract-page.ts'),
  robots: () => import('./robots.ts'),
  dates: () => import('./dates.ts'),
  quantities: () => import('./quantities.ts'),
  mentions: () => import('./mentions.ts'),
  claims: () => import('./claims.ts'),
  slips: () => import('./slips.ts'),
  predictions: () => import('./predictions.ts'),
  segment: () => import('./segment.ts'),
  dedupe: () => import('./dedupe.ts'),
  cluster: () => import('./cluster.ts'),
  tier: () => import('./tier.ts'),
  summarise: () => import('./summarise.ts'),
  search: () => import('./search.ts'),
  ground: () => import('./ground.ts'),
}
