export { summarise } from './summarise.ts'
