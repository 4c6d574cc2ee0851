export { bouncesIn } from './bounce.ts'
export { createMailDelivery, type MailSettings } from './delivery.ts'
export { createPostman } from './postman.ts'
