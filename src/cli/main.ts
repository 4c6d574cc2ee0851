import { enableCompileCache } from 'node:module'

// Node 24 still calls node:sqlite experimental; a reader of digests need not hear it at every command.
process.removeAllListeners('warning')
process.on('warning', (warning) => {
  if (warning.name !== 'ExperimentalWarning') console.error(`${warning.name}: ${warning.message}`)
})
enableCompileCache()

const { main } = await import('./program.ts')
process.exitCode = await main(process.argv.slice(2))
