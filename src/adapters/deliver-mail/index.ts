export { bouncesIn } from './bounce.ts'
export { createMailDelivery } from './delivery.ts'
export { createPostman } from './postman.ts'
