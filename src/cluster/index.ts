export { CLUSTER_MAKER, type Clusterer, createClusterer } from './clusterer.ts'
export { type Cast, type ClusterDoc, type Constraints, NO_TIES, NOBODY, type Place } from './doc.ts'
export { type Gist, gistOf } from './gist.ts'
export { liveSince } from './window.ts'
