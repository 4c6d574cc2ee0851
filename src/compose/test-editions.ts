import type { Edition } from '#domain'
import { composeBrief } from './brief.ts'
import { someStories, weekOf } from './test-weeks.ts'

/** A made-up brief for tests of renderings. */
export const someBrief = (papers = 6, reports = 8): Edition =>
  composeBrief(weekOf(someStories(papers, reports)), () => true)
