import { access, constants } from 'node:fs/promises'
import { writerHealth } from '#app'
import { settingsSchema } from '#settings'
import { loadSettings } from '#wiring'
import type { Deed } from '../command.ts'

type Finding = { readonly what: string; readonly ok: boolean; readonly detail: string }

/** Looks at everything the house stands on and says what to do about what is not sound. Exit code 1 when something is not. */
export const deed: Deed = async (setting) => {
  const findings: Finding[] = []
  const look = async (what: string, check: () => Promise<string>) => {
    findings.push(
      await check().then(
        (detail) => ({ what, ok: true, detail }),
        (error) => ({ what, ok: false, detail: error instanceof Error ? error.message : String(error) }),
      ),
    )
  }
  await look('Node', async () => process.version)
  await look(
    'settings',
    async () =>
      (await loadSettings(setting.config)).file ??
      `none here; defaults for ${Object.keys(settingsSchema().properties ?? {}).length} settings`,
  )
  await look('store', async () => {
    const { house } = await setting.open()
    const { items, stories, editions } = await house.store.counts()
    return `${items} items, ${stories} stories, ${editions} editions`
  })
  await look('editions folder', async () => {
    const { dataFolder } = await setting.open()
    await access(dataFolder, constants.W_OK)
    return dataFolder
  })
  await look('registry', async () => {
    const { house, problems } = await setting.open()
    if (problems[0]) throw new Error(`${problems[0].where}: ${problems[0].what}`)
    return `${house.registry.length} entities`
  })
  await look('sources', async () => {
    const { house } = await setting.open()
    const failing = (await house.store.health()).filter((health) => health.lastFailure !== null)
    if (failing[0])
      throw new Error(`${failing.length} failing, first ${failing[0].sourceId}: ${failing[0].lastFailure}`)
    return `${house.sources.length} set up, none failing`
  })
  await look('deliveries', async () => {
    const { house } = await setting.open()
    const sendings = await house.store.sendings()
    const [lost] = sendings.filter(({ state }) => state === 'given-up').reverse()
    // What was let out a moment ago, or is under way, did not fail.
    const waiting = sendings.filter(({ state, why }) => state === 'waiting' && why !== null)
    if (lost)
      throw new Error(
        `${lost.editionId} was given up on its way to ${lost.receiver} by ${lost.delivery}: ${lost.why}`,
      )
    if (waiting[0])
      throw new Error(
        `${waiting.length} waiting, first ${waiting[0].editionId} by ${waiting[0].delivery}, tried ${waiting[0].attempts} times: ${waiting[0].why}`,
      )
    return `${house.deliveries.length} set up, ${sendings.length} editions sent, none waiting`
  })
  await look('writer', async () => {
    const { house } = await setting.open()
    if (!house.writer) return 'none set up; every sentence is chosen or counted'
    const last = await writerHealth(house)
    if (!last) return `${house.writer.model} is set up; no edition was written with it yet`
    const { editionId, line, failure } = last
    if (failure) throw new Error(`${editionId}: ${line} First ${failure.part}: ${failure.why}`)
    return `${editionId}: ${line}`
  })
  const text = findings
    .map(({ what, ok, detail }) => `${ok ? 'ok    ' : 'FAULT '} ${what}: ${detail}`)
    .join('\n')
  return { data: findings, text, failed: findings.some((finding) => !finding.ok) }
}
