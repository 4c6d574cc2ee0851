import { type ClusterDoc, NOBODY } from './doc.ts'

const NO_TIES = {
  key: null,
  ids: {},
  seenAt: null,
  sourceId: null,
  entities: [],
  cast: NOBODY,
  links: [],
  copyOf: null,
}

/** An item for tests: words, and whatever the test is about. */
export function doc(id: string, title: string, more: Partial<ClusterDoc> = {}): ClusterDoc {
  return { ...NO_TIES, id, title, text: '', ...more }
}
