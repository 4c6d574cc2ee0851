export { createHttpDelivery } from './delivery.ts'
