export { createHttpDelivery, type HttpSettings } from './delivery.ts'
