import { readFile } from 'node:fs/promises'
import { confirmSubscription, leave, noteBounced, subscribe } from '#app'
import type { EditionKind } from '#domain'
import { readBounces } from '#wiring'
import { type Deed, WrongUse } from '../command.ts'

const CHANNELS: readonly EditionKind[] = ['digest', 'brief', 'dive', 'alert']

/** Who gets mail; with an address one more, who is asked first. */
export const deed: Deed = async (setting, [address], options) => {
  const { house } = await setting.open()
  if (typeof options.confirm === 'string' || typeof options.leave === 'string') {
    const changed =
      typeof options.confirm === 'string'
        ? await confirmSubscription(house, options.confirm)
        : await leave(house, String(options.leave))
    if (!changed) throw new WrongUse('nobody has this word; "bellwether subscribers" lists who is there')
    return { data: changed, text: `${changed.address} is ${changed.state}` }
  }
  if (typeof options.bounces === 'string') {
    const bounces = await readBounces(await readFile(options.bounces))
    for (const bounce of bounces) if (bounce.forGood) await noteBounced(house, bounce.address)
    const lines = bounces.map(
      ({ address: to, forGood, why }) => `${to} ${forGood ? 'gets no more mail' : 'is only delayed'}: ${why}`,
    )
    return { data: bounces, text: lines.join('\n') || 'This mail gives no address back.' }
  }
  if (address !== undefined) {
    const { subscriber, asked } = await subscribe(house, address, channelsOf(options.channels))
    const said = asked.kind === 'delivered' ? 'was asked by mail' : `could not be asked: ${asked.why}`
    return {
      data: { subscriber, asked },
      text: `${subscriber.address} ${said}`,
      failed: asked.kind === 'failed',
    }
  }
  const all = await house.store.subscribers()
  const text = all
    .map(({ address: to, state, channels }) => `${to}  ${state}  ${channels.join(', ')}`)
    .join('\n')
  return { data: all, text: text || 'Nobody gets mail yet.' }
}

function channelsOf(option: string | boolean | undefined): EditionKind[] {
  if (typeof option !== 'string') return ['digest', 'brief', 'alert']
  return option.split(',').map((name) => {
    const channel = CHANNELS.find((one) => one === name.trim())
    if (!channel) throw new WrongUse(`--channels ${option}: of ${CHANNELS.join(', ')}, with commas between`)
    return channel
  })
}
