import { enableCompileCache } from 'node:module'

// Node 24 still calls node:sqlite experimental; a reader of digests need not hear it at every command.
process.removeAllListeners('warning')
process.on('warning', (warning) => {
  if (warning.name !== 'ExperimentalWarning') console.error(`${warning.name}: ${warning.message}`)
})
// `bellwether lab … | head` closes its end early. That is the reader's choice and no failure: end without a word.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})
enableCompileCache()

const { main } = await import('./program.ts')
process.exitCode = await main(process.argv.slice(2))
