import type { Deed } from '../command.ts'

/** Answers the questions of an agent over standard input and output. */
export const deed: Deed = async (setting) => {
  const { mcpOverStdio } = await import('#server')
  const { house } = await setting.open(setting.asOf ? { now: setting.asOf } : {})
  await mcpOverStdio(house)
  return null
}
