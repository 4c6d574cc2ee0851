import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'

const rooms = readdirSync(import.meta.dirname).filter(
  (name) => name.endsWith('.ts') && !/^(?:run|evaluation|files)\.|\.test\./.test(name),
)

test.each(rooms)('%s is an evaluation that `npm run eval` can run', async (name) => {
  const { evaluation } = await import(`./${name}`)
  expect(evaluation.run).toBeTypeOf('function')
})
