export { readRegistry, readTracked } from './registry.ts'
