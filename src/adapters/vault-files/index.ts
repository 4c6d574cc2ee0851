export { readVault, writeVault } from './vault.ts'
