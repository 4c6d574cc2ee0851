export { CLUSTER_MAKER, type Clusterer, createClusterer } from './clusterer.ts'
export type { ClusterDoc, Constraints, Place, Placed } from './doc.ts'
export { liveSince } from './window.ts'
