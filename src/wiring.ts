import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import type { House, Progress } from '#app'
import type { EditionKind, Entity, Instant, Problem, Profile, Source } from '#domain'
import type { Clock, Delivery, Postman, Speaker, Store, Writer } from '#ports'
import { readSettings, type Settings, SettingsError, type SettingsInForce } from '#settings'

const HOME = dirname(dirname(fileURLToPath(import.meta.url)))
/** The settings that the demo runs on, and whose profile stands in where the reader has written none. */
export const EXAMPLE_SETTINGS = join(HOME, 'examples', 'bellwether.yaml')
export const EXAMPLE_STREAM = join(HOME, 'examples', 'stream')

export type Choices = {
  /** `--config`; null looks for bellwether.yaml here. */
  readonly config: string | null
  /** `--data`; null takes what the settings say. */
  readonly data: string | null
  /** A clock that stands still, for the demo and for rebuilding; null is the real one. */
  readonly now: Instant | null
  readonly progress: (step: Progress) => void
  /** Takes less memory and somewhat more time: for a house that is open all day, on several threads. */
  readonly lean?: boolean
}

/** A house with its doors open: everything chosen and connected. */
export type Opened = {
  readonly house: House
  readonly settings: Settings
  /** The file that the settings came from; null where there is none. */
  readonly settingsFile: string | null
  /** The profile of the settings, which the house's own outranks when the reader kept one on a page. */
  readonly settingsProfile: Profile
  /** The instant at which the clock stands; null when it runs. */
  readonly now: Instant | null
  readonly dataFolder: string
  readonly editionsFolder: string
  readonly problems: readonly Problem[]
  close(): Promise<void>
}

/** What is in force: the settings, the file they came from (null: defaults only), and where each value came from. */
export async function loadSettings(
  config: string | null,
): Promise<SettingsInForce & { readonly file: string | null }> {
  const file = config ? resolve(config) : existsSync('bellwether.yaml') ? resolve('bellwether.yaml') : null
  if (file === null) return { ...readSettings('', 'defaults', {}), file }
  const text = await readFile(file, 'utf8').catch((cause) => {
    throw new SettingsError(`${file}: cannot be read (${String(cause.code ?? cause)}); is the path right?`)
  })
  return { ...readSettings(text, file, await environmentWithFiles()), file }
}

/** Opens the house: chooses every adapter, reads the registry, opens the store. */
export async function openHouse(choices: Choices): Promise<Opened> {
  boundHeap()
  const { settings, file } = await loadSettings(choices.config)
  const base = file ? dirname(file) : process.cwd()
  const dataFolder = dataFolderOf(choices, settings, base)
  const editionsFolder = join(dataFolder, 'editions')
  await makeDataFolder(dataFolder)

  const { openSqliteStore } = await import('./adapters/store-sqlite/index.ts')
  const { createFileDelivery } = await import('./adapters/deliver-files/index.ts')
  const { fixedClock, systemClock } = await import('./adapters/clock/index.ts')
  const store = await openSqliteStore(storeIn(dataFolder), choices.lean ? { cacheMB: 8 } : {})
  const { entities, problems } = await loadRegistry()
  const tracked = await trackedIn(settings, entities)
  const settingsProfile =
    settings.profile.tiers.length > 0 ? settings.profile : await exampleProfile(settings)
  const { keptProfile } = await import('#app')
  const clock = choices.now ? fixedClock(choices.now) : systemClock
  const house: House = {
    store,
    clock,
    gatherers: await gatherers(settings),
    embedder: await embedderOf(settings),
    deliveries: [createFileDelivery(editionsFolder), ...(await deliveries(settings, store, clock))],
    writer: await writerOf(settings, store),
    writerUsdPerDay: settings.writer?.usdPerDay ?? 0,
    postman: await postmanOf(settings),
    held: settings.hold,
    privateSources: new Set(settings.sources.filter((source) => source.private).map(({ id }) => id)),
    sources: settings.sources.map((source) => readySource(source, base)),
    profile: (await keptProfile(store))?.profile ?? settingsProfile,
    registry: entities,
    tracked: tracked.ids,
    dives: settings.dives,
    site: settings.site ?? null,
    schedule: settings.schedule,
    alerts: {
      ...{ perDay: settings.alerts.perDay, quiet: settings.alerts.quiet ?? null, zone: settings.zone },
    },
    digestAt: settings.digest.at,
    progress: choices.progress,
  }
  return {
    house,
    settings,
    settingsFile: file,
    settingsProfile,
    now: choices.now,
    dataFolder,
    editionsFolder,
    problems: [...problems, ...tracked.problems],
    close: () => store.close(),
  }
}

/**
 * V8 lets the heap grow to several times what is in use before it looks for what can go, and keeps 130 MB on each thread
 * for what is short-lived. Over a long import this held 740 MB where 430 MB do, in the same time (docs/measured.md).
 */
function boundHeap(): void {
  // This thread's room for the short-lived stays as it is, 16 MB by now; threads started later get 8 MB.
  setFlagsFromString('--semi-space-growth-factor=1')
  setFlagsFromString('--min-semi-space-size=8')
  setFlagsFromString('--max-semi-space-size=8')
  setFlagsFromString('--heap-growing-percent=40')
}

function dataFolderOf({ data }: Pick<Choices, 'data'>, settings: Settings, base: string): string {
  return data ? resolve(data) : resolve(base, process.env.BELLWETHER_DATA ?? settings.data)
}

const storeIn = (dataFolder: string): string => join(dataFolder, 'bellwether.db')

/** The data folder in force, without opening anything in it. */
export async function folderOf(choices: Pick<Choices, 'config' | 'data'>): Promise<string> {
  const { settings, file } = await loadSettings(choices.config)
  return dataFolderOf(choices, settings, file ? dirname(file) : process.cwd())
}

async function makeDataFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true }).catch((cause) => {
    throw new Error(
      `the data folder ${folder} cannot be made (${String(cause.code ?? cause)}); name another with --data`,
      { cause },
    )
  })
}

/** Copies the store of a data folder, whole as of one instant, to a new file; throws where there is one already. */
export async function backupStore(dataFolder: string, to: string): Promise<{ sizeBytes: number }> {
  const { backupSqliteStore } = await import('./adapters/store-sqlite/index.ts')
  return backupSqliteStore(storeIn(dataFolder), to)
}

/** Puts a backup in the place of the store of a data folder; returns where the former one is kept. */
export async function restoreStore(dataFolder: string, backup: string): Promise<string> {
  const { restoreSqliteStore } = await import('./adapters/store-sqlite/index.ts')
  await makeDataFolder(dataFolder)
  await restoreSqliteStore(backup, storeIn(dataFolder))
  return `${storeIn(dataFolder)}.before-restore`
}

/** A folder of Markdown files, as Obsidian opens it. */
export async function openVault(folder: string): Promise<{
  read(): Promise<ReadonlyMap<string, string>>
  write(files: ReadonlyMap<string, string>): Promise<number>
}> {
  const { readVault, writeVault } = await import('./adapters/vault-files/index.ts')
  return { read: () => readVault(folder), write: (files) => writeVault(folder, files) }
}

/** A store that lives and ends with the process. */
export async function openMemoryStore(): Promise<Store> {
  const { openSqliteStore } = await import('./adapters/store-sqlite/index.ts')
  return openSqliteStore(':memory:')
}

/** The entities that ship with the house, with every line that could not be read. */
export async function loadRegistry(): Promise<{ entities: readonly Entity[]; problems: readonly Problem[] }> {
  const { readRegistry } = await import('./adapters/registry-files/index.ts')
  return readRegistry(join(HOME, 'registry'))
}

/** What the reader tracks, by id, with a problem for each name that nothing is called; else the default list. */
async function trackedIn(
  settings: Settings,
  entities: readonly Entity[],
): Promise<{ ids: readonly string[]; problems: readonly Problem[] }> {
  const { readTracked } = await import('./adapters/registry-files/index.ts')
  if (settings.tracked.length === 0) return { ids: await readTracked(join(HOME, 'registry')), problems: [] }
  const { entityCalled } = await import('#app')
  const problems: Problem[] = []
  const ids = settings.tracked.flatMap((name) => {
    const entity = entityCalled(entities, name)
    if (entity === null)
      problems.push({ severity: 'lost', what: `no entity is called "${name}"`, where: 'tracked' })
    return entity?.id ?? []
  })
  return { ids, problems }
}

async function embedderOf({ embedder }: Settings): Promise<House['embedder']> {
  if (embedder === undefined) return null
  if ('folder' in embedder) {
    const { createLocalEmbedder } = await import('./adapters/embed-local/index.ts')
    return createLocalEmbedder(embedder.folder)
  }
  const { createOpenAiEmbedder } = await import('./adapters/embed-openai/index.ts')
  return createOpenAiEmbedder(embedder)
}

/** Deliveries of the settings. The reader's own addresses need no confirmation; they get a token to leave by. */
async function deliveries(settings: Settings, store: Store, clock: Clock): Promise<Delivery[]> {
  if (settings.deliveries.length === 0) return []
  const { createHttpDelivery } = await import('./adapters/deliver-http/index.ts')
  const { createMailDelivery } = await import('./adapters/deliver-mail/index.ts')
  const known = new Set((await store.subscribers()).map(({ address }) => address))
  const site = settings.site ?? null
  const made: Delivery[] = []
  for (const one of settings.deliveries) {
    const common = {
      ...{ name: one.name, kinds: one.channels, site },
      audience: one.public ? ('public' as const) : ('reader' as const),
    }
    if (one.kind === 'mail') {
      for (const address of one.to.filter((to) => !known.has(to)))
        await store.saveSubscriber({
          ...{ address, channels: one.channels, state: 'confirmed' },
          ...{ token: randomUUID(), since: clock.now() },
        })
      made.push(
        createMailDelivery({ ...common, server: one.server, from: one.from, subscribers: confirmed(store) }),
      )
    } else {
      made.push(createHttpDelivery({ ...common, target: targetOf(one), now: () => clock.now() }))
    }
  }
  return made
}

function targetOf(one: Exclude<Settings['deliveries'][number], { kind: 'mail' }>) {
  if (one.kind === 'webhook') return { format: one.kind, url: one.url, secret: one.secret ?? null }
  if (one.kind === 'telegram') return { format: one.kind, token: one.token, chat: one.chat, url: one.url }
  if (one.kind === 'ntfy') return { format: one.kind, url: one.url, token: one.token }
  return { format: one.kind, url: one.url }
}

async function postmanOf(settings: Settings): Promise<Postman | null> {
  const mail = settings.deliveries.find((one) => one.kind === 'mail')
  if (!mail) return null
  const { createPostman } = await import('./adapters/deliver-mail/index.ts')
  return createPostman({ server: mail.server, from: mail.from, site: settings.site ?? null })
}

/** The model of the settings, asked once for each passage; null where none is set. */
async function writerOf({ writer }: Settings, store: Store): Promise<Writer | null> {
  if (!writer) return null
  const { createAiWriter } = await import('./adapters/writer-ai/index.ts')
  const { createRecordedWriter } = await import('./adapters/writer-recorded/index.ts')
  const asked = createAiWriter({
    ...{ provider: writer.provider, model: writer.model, url: writer.url ?? null, key: writer.key ?? null },
    ...{ usdPerMillionIn: writer.usdPerMillionIn, usdPerMillionOut: writer.usdPerMillionOut },
    waitMs: writer.waitSeconds * 1000,
  })
  return createRecordedWriter(asked, store)
}

/** The voice of the settings; null where none is set. */
export async function speakerOf(settings: Settings): Promise<Speaker | null> {
  if (settings.podcast.command.length === 0) return null
  const { createCommandSpeaker } = await import('./adapters/speak-command/index.ts')
  return createCommandSpeaker(settings.podcast.command, settings.podcast)
}

/** The addresses that a mail gives back. */
export async function readBounces(mail: Uint8Array) {
  const { bouncesIn } = await import('./adapters/deliver-mail/index.ts')
  return bouncesIn(mail)
}

const confirmed = (store: Store) => async (kind: EditionKind) =>
  (await store.subscribers()).filter(
    ({ state, channels }) => state === 'confirmed' && channels.includes(kind),
  )

async function gatherers(settings: Settings): Promise<House['gatherers']> {
  const { createFileGatherer } = await import('./adapters/gather-files/index.ts')
  const { createHttpGatherer } = await import('./adapters/gather-http/index.ts')
  return [createFileGatherer(), createHttpGatherer({ allowPrivate: settings.gather.allowPrivate })]
}

async function exampleProfile(settings: Settings): Promise<Settings['profile']> {
  if (!existsSync(EXAMPLE_SETTINGS)) return settings.profile
  return readSettings(await readFile(EXAMPLE_SETTINGS, 'utf8'), EXAMPLE_SETTINGS, {}).settings.profile
}

function readySource(source: Settings['sources'][number], base: string): Source {
  const isPath = source.kind === 'file' || source.kind === 'folder'
  return {
    id: source.id,
    name: source.name ?? source.id,
    kind: source.kind,
    address: isPath ? resolve(base, source.address) : source.address,
    family: source.family ?? (isPath ? source.id : new URL(source.address).hostname.replace(/^www\./, '')),
    weight: source.weight,
    staleAfterHours: source.staleAfterHours,
  }
}

/** The environment, with `NAME` filled from the file named by `NAME_FILE` where only that is set. */
async function environmentWithFiles(): Promise<Record<string, string | undefined>> {
  const environment = { ...process.env }
  for (const [name, path] of Object.entries(process.env)) {
    if (!name.endsWith('_FILE') || !path || environment[name.slice(0, -5)] !== undefined) continue
    environment[name.slice(0, -5)] = await readFile(path, 'utf8').then(
      (text) => text.trim(),
      () => undefined,
    )
  }
  return environment
}
