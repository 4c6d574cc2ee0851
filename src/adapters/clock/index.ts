export { fixedClock, systemClock } from './clock.ts'
