import { type Deed, WrongUse } from '../command.ts'
import { serveUntilStopped } from '../serving.ts'

export const deed: Deed = async (setting, _words, options) => {
  const opened = await setting.open({ lean: true, ...(setting.asOf ? { now: setting.asOf } : {}) })
  await serveUntilStopped(opened, setting, {
    roundFirst: opened.now === null,
    ...(typeof options.host === 'string' ? { host: options.host } : {}),
    ...(typeof options.port === 'string' ? { port: portOf(options.port) } : {}),
  })
  return null
}

function portOf(text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new WrongUse(`--port ${text}: a port is a number from 0 to 65535`)
  return port
}
