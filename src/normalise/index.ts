export { type Canonical, canonical } from './canonical.ts'
export { familyOf } from './family.ts'
export { linkedItems } from './linked-items.ts'
export { type Arrival, normalise } from './normalise.ts'
