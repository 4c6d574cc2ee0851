export { readRegistry } from './registry.ts'
