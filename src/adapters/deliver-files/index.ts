export { createFileDelivery } from './delivery.ts'
