import { type ClusterDoc, NO_TIES } from './doc.ts'

/** An item for tests: words, and whatever the test is about. */
export function doc(id: string, title: string, more: Partial<ClusterDoc> = {}): ClusterDoc {
  return { ...NO_TIES, id, title, text: '', ...more }
}
