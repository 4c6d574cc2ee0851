export { CLUSTER_MAKER, type ClusterDoc, type Clusterer, createClusterer } from './v0.ts'
