export { CLUSTER_MAKER, type Clusterer, createClusterer } from './clusterer.ts'
export type { ClusterDoc, Constraints, Place } from './doc.ts'
export { liveSince } from './window.ts'
