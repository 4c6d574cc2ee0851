import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import * as z from 'zod'
import type { Profile, WeighedFactor } from '#domain'

const times = z.number().min(0).max(3).optional()
const weights = {
  ...{ topic: times, corroboration: times, source: times, kind: times, substance: times, attention: times },
  ...{ curated: times, novelty: times, artifact: times, claims: times, boost: times, taste: times },
} satisfies Record<WeighedFactor, typeof times>

const topic = z.string().min(1)

const profileShape = z.strictObject({
  reader: z.string().default('a reader').describe('Who the digest is for, in a few words.'),
  tiers: z
    .array(
      z.strictObject({
        tier: z
          .union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
          .describe('1 is the core of the profile.'),
        name: z.string().default(''),
        topics: z
          .array(topic)
          .min(1)
          .describe('Phrases as you would write them: "KV cache", "quantization / distillation".'),
        treatment: z.string().default('').describe('How stories of this tier are to be told.'),
      }),
    )
    .default([]),
  mutes: z.array(topic).default([]).describe('Words, names or sources that never come up.'),
  boosts: z.array(topic).default([]).describe('Words, names or sources that always count more.'),
  weights: z
    .strictObject(weights)
    .optional()
    .describe(
      `How much reasons of a score count, 0 to 3 times the usual: ${Object.keys(weights).join(', ')}.`,
    ),
})

const sourceShape = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]*$/, 'lower-case letters, digits and hyphens only')
    .describe('Short and stable.'),
  name: z.string().optional().describe('As the digest prints it; the id when left out.'),
  kind: z.enum(['feed', 'page', 'papers', 'folder', 'file']).default('feed').describe('How it is read.'),
  address: z.string().min(1).describe('An http(s) address, or a path beside this file.'),
  family: z.string().optional().describe('The publisher; its registrable domain when left out.'),
  weight: z.number().min(0).max(1).default(0.5).describe('How much its word counts, 0 to 1.'),
  staleAfterHours: z
    .number()
    .positive()
    .default(72)
    .describe('Silent for longer than this is named as a gap.'),
  private: z
    .boolean()
    .default(false)
    .describe('True for what only you may see: nothing of it shows in what others can read.'),
})

/** The deep dives that a house keeps where its reader names no others: the seven of the field's weekly letters, and nine more. */
const DIVES: readonly [name: string, ...words: string[]][] = [
  ['Generative AI', 'image generation', 'video generation', 'text-to-image', 'text-to-video', 'diffusion model', 'text-to-speech', 'music generation', 'generative model', 'chatbot', 'image model', 'video model'],
  ['Machine Learning', 'pretraining', 'pre-training', 'post-training', 'fine-tuning', 'optimizer', 'scaling law', 'reinforcement learning', 'training run', 'loss function', 'distillation', 'representation learning'],
  ['AI in Business', 'enterprise', 'revenue', 'funding', 'valuation', 'acquisition', 'customers', 'pricing', 'startup', 'market share', 'IPO', 'partnership', 'return on investment'],
  ['Robotics', 'robot', 'humanoid', 'manipulation', 'vision-language-action', 'VLA model', 'autonomous driving', 'embodied', 'drone', 'locomotion'],
  ['Frontier Research', 'reasoning model', 'world model', 'theorem', 'mathematics', 'AI scientist', 'emergent', 'test-time compute', 'continual learning', 'architecture search', 'in-context learning'],
  ['Geopolitics', 'export control', 'China', 'sanction', 'sovereign AI', 'European Union', 'trade restriction', 'Pentagon', 'national security', 'military'],
  ['Healthcare', 'medical', 'clinical', 'patient', 'hospital', 'drug discovery', 'protein', 'radiology', 'health record', 'biology', 'genomics'],
  ['Agents and Tools', 'coding agent', 'agentic', 'tool use', 'computer use', 'Model Context Protocol', 'MCP server', 'multi-agent', 'agent harness', 'AI agent', 'Claude Code', 'Codex'],
  ['Efficient Inference', 'KV cache', 'quantization', 'speculative decoding', 'inference engine', 'serving', 'throughput', 'vLLM', 'llama.cpp', 'pruning', 'tokens per second', 'local inference'],
  ['Chips and Compute', 'GPU', 'TPU', 'data center', 'datacenter', 'semiconductor', 'Blackwell', 'wafer', 'HBM', 'gigawatt', 'accelerator', 'compute deal'],
  ['Open Models', 'open weights', 'open-weight', 'open-source model', 'Hugging Face', 'Apache 2.0', 'model release', 'Qwen', 'DeepSeek', 'Gemma', 'Llama', 'Mistral'],
  ['Safety and Alignment', 'alignment', 'interpretability', 'red teaming', 'jailbreak', 'deception', 'reward hacking', 'guardrail', 'responsible scaling', 'AI safety', 'sabotage'],
  ['Security', 'vulnerability', 'exploit', 'malware', 'prompt injection', 'supply chain attack', 'zero-day', 'cyber', 'data breach', 'phishing'],
  ['Policy and Law', 'regulation', 'regulator', 'AI Act', 'copyright', 'lawsuit', 'court', 'antitrust', 'legislation', 'executive order', 'privacy law'],
  ['Evaluation', 'benchmark', 'leaderboard', 'evaluation', 'SWE-bench', 'ARC-AGI', 'human preference', 'contamination', 'eval harness', 'arena'],
  ['Work and Society', 'jobs', 'labor market', 'education', 'students', 'layoffs', 'energy use', 'misinformation', 'deepfake', 'productivity', 'workforce'],
] // biome-ignore format: a table

const slug = (name: string) => name.toLowerCase().replace(/[^a-z0-9]+/g, '-')

const diveShape = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]*$/, 'lower-case letters, digits and hyphens only')
    .describe('Short and stable: the page keeps it for good.'),
  name: z.string().min(1).describe('As it is printed.'),
  words: z
    .array(topic)
    .min(1)
    .describe('Phrases and names that place a story in it, as you would write them.'),
})

function isZone(name: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

const cron = z
  .string()
  .regex(/^(?:[\d*/,A-Za-z#L?-]+\s+){4,5}[\d*/,A-Za-z#L?-]+$/, 'a cron expression such as "30 6 * * 1"')

const channel = z.enum(['digest', 'brief', 'dive', 'alert'])
const delivered = {
  name: z.string().min(1).describe('Unique: what was sent by it is remembered under this name.'),
  channels: z.array(channel).default(['digest', 'brief', 'alert']).describe('Which editions it carries.'),
  public: z
    .boolean()
    .default(true)
    .describe('False only where nobody but you reads it: then private sources are told too.'),
}
const address = z.url({ protocol: /^https?$/ })

const deliveryShape = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('mail'),
    ...delivered,
    server: z
      .string()
      .regex(/^smtps?:\/\//, 'smtp://user:pass@host:587 or smtps://…')
      .describe('The SMTP server.'),
    from: z.string().min(3).describe('The sender, as "Bellwether <news@example.org>".'),
    to: z.array(z.email()).default([]).describe('Your own addresses; others subscribe and confirm.'),
  }),
  z.strictObject({
    kind: z.literal('webhook'),
    ...delivered,
    url: address,
    secret: z.string().min(16).optional().describe('Signs each request: HMAC-SHA256 over "timestamp.body".'),
  }),
  z.strictObject({
    kind: z.enum(['slack', 'discord']),
    ...delivered,
    url: address.describe('The incoming webhook.'),
  }),
  z.strictObject({
    kind: z.literal('telegram'),
    ...delivered,
    token: z.string().min(10).describe('The bot’s token.'),
    chat: z.string().min(1).describe('The chat’s id, or @channel.'),
    url: address.optional().describe('Another server of the bot API.'),
  }),
  z.strictObject({
    kind: z.literal('ntfy'),
    ...delivered,
    url: address.describe('The topic: https://ntfy.sh/my-topic.'),
    token: z.string().optional().describe('An access token.'),
  }),
])

/** The one table of settings: what `bellwether.yaml` may hold, with the defaults. Help, schema and dump are made from it. */
const embedderShape = z
  .strictObject({
    url: z
      .string()
      .min(1)
      .optional()
      .describe('The base address of a server that speaks OpenAI’s embeddings, with /v1.'),
    model: z.string().min(1).optional().describe('Its model, as the server calls it.'),
    key: z
      .string()
      .optional()
      .describe('Its key; better in the environment and named here than written here.'),
    folder: z
      .string()
      .min(1)
      .optional()
      .describe('Instead of a server: the folder of an ONNX model, run here by transformers.js.'),
  })
  .transform(({ url, model, key = null, folder }, context) => {
    if (folder !== undefined && url === undefined) return { folder }
    if (url !== undefined && model !== undefined && folder === undefined) return { url, model, key }
    context.addIssue('name either a "folder", or the "url" and the "model" of a server')
    return z.NEVER
  })

const settingsShape = z.strictObject({
  data: z
    .string()
    .default('bellwether-data')
    .describe('The folder that holds the store and the editions, beside this file.'),
  profile: profileShape
    .default({ reader: 'a reader', tiers: [], mutes: [], boosts: [] })
    .describe('What the reader cares about.'),
  sources: z.array(sourceShape).default([]).describe('What to read.'),
  tracked: z
    .array(z.string().min(1))
    .default([])
    .describe(
      'Whose trend lines are drawn: ids, names or aliases of the registry; its default list when left out.',
    ),
  digest: z
    .strictObject({
      at: z
        .string()
        .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day such as 06:00, in UTC')
        .default('06:00')
        .describe(
          'When the day closes, UTC: the digest of a date holds what was seen in the 24 hours up to then.',
        ),
    })
    .default({ at: '06:00' }),
  dives: z
    .array(diveShape)
    .default(DIVES.map(([name, ...words]) => ({ id: slug(name), name, words })))
    .describe('The topics of which a deep dive is kept; sixteen when left out.'),
  deliveries: z
    .array(deliveryShape)
    .default([])
    .describe('Where editions go beside the folder of this house.'),
  zone: z
    .string()
    .default('UTC')
    .refine(isZone, 'an IANA zone such as Europe/Berlin')
    .describe('Where you live: schedules and quiet hours are in this zone.'),
  writer: z
    .strictObject({
      provider: z.enum(['openai-compatible', 'anthropic']).default('openai-compatible'),
      model: z.string().min(1).describe('As the provider calls it.'),
      url: z
        .url({ protocol: /^https?$/ })
        .optional()
        .describe('The server; Ollama on this machine when left out.'),
      key: z
        .string()
        .optional()
        .describe('Its key; better in the environment and named here than written here.'),
      usdPerMillionIn: z.number().min(0).default(0).describe('What a million tokens of evidence cost.'),
      usdPerMillionOut: z.number().min(0).default(0).describe('What a million tokens of its answers cost.'),
      usdPerDay: z
        .number()
        .min(0)
        .default(1)
        .describe('When a day has cost so much, the rest is written without it.'),
      waitSeconds: z.number().min(1).max(300).default(30).describe('How long one answer may take.'),
    })
    .optional()
    .describe(
      'A language model that may better the sentences; held to the same evidence. None when left out.',
    ),
  podcast: z
    .strictObject({
      command: z
        .array(z.string().min(1))
        .default([])
        .describe(
          'A voice: a program and its words that reads text on its input and writes WAV to its output.',
        ),
      format: z
        .enum(['wav', 'mp3', 'opus', 'm4a'])
        .default('wav')
        .describe('The kind of sound file that an episode is.'),
      encode: z
        .array(z.string().min(1))
        .default([])
        .describe(
          'What makes that file of the WAV: reads it on its input, writes to its output, as ["lame", "--quiet", "-", "-"].',
        ),
    })
    .default({ command: [], format: 'wav', encode: [] }),
  schedule: z
    .strictObject({
      digest: cron.default('5 6 * * *'),
      brief: cron.default('30 6 * * 1'),
      dives: cron.default('0 7 * * 1'),
      alerts: cron.default('*/15 * * * *'),
    })
    .default({ digest: '5 6 * * *', brief: '30 6 * * 1', dives: '0 7 * * 1', alerts: '*/15 * * * *' })
    .describe('When each edition is made while the house runs: cron expressions in your zone.'),
  alerts: z
    .strictObject({
      perDay: z.number().int().min(0).max(10).default(2).describe('The most that wake you in a day.'),
      quiet: z
        .string()
        .regex(/^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/, 'hours such as 22:00-07:00')
        .optional()
        .describe('Hours in which nothing wakes you; it is told when they end.'),
    })
    .default({ perDay: 2 }),
  site: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional()
    .describe('The address at which others reach this house, for links in mail, chats and feeds.'),
  hold: z
    .array(channel)
    .default([])
    .describe('Kinds of editions that go out only after "bellwether approve".'),
  gather: z
    .strictObject({
      everyMinutes: z
        .number()
        .min(1)
        .max(1440)
        .default(30)
        .describe('How often sources are asked while `run` runs.'),
      allowPrivate: z
        .array(z.string())
        .default([])
        .describe('host:port pairs inside private networks that may be fetched; none by default.'),
    })
    .default({ everyMinutes: 30, allowPrivate: [] }),
  embedder: embedderShape
    .optional()
    .describe('Adds closeness of meaning to the ranking of a search; everything works without it.'),
  server: z
    .strictObject({
      host: z.string().default('127.0.0.1').describe('The address to listen on.'),
      port: z.number().int().min(0).max(65535).default(4173).describe('The port to listen on.'),
      hosts: z
        .array(z.string().min(1))
        .default([])
        .describe('Names besides localhost under which it answers; the name in "site" is one of them.'),
    })
    .default({ host: '127.0.0.1', port: 4173, hosts: [] }),
})

export type Settings = Omit<z.infer<typeof settingsShape>, 'profile'> & { readonly profile: Profile }

/** Settings as they are in force, and where each top-level value came from. */
export type SettingsInForce = { readonly settings: Settings; readonly from: Readonly<Record<string, string>> }

/** Settings that cannot be used: one line for each fault, with file, line and column. */
export class SettingsError extends Error {}

/** Every setting by its path, with its description and default: what `bellwether config` and the documents print. */
export function settingsSchema(): Record<string, unknown> {
  return z.toJSONSchema(settingsShape, { io: 'input' }) as Record<string, unknown>
}

/**
 * Reads the text of a settings file. `${NAME}` in a value is replaced from `environment`, and the environment variable
 * named by `NAME_FILE` is read by the caller. Throws a SettingsError that names file, line and column of every fault.
 */
export function readSettings(
  text: string,
  file: string,
  environment: Readonly<Record<string, string | undefined>>,
): SettingsInForce {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const [fault] = document.errors
  if (fault) throw new SettingsError(`${place(file, lines, fault.pos[0])}: ${fault.message}`)

  const values = withEnvironment(document.toJS() ?? {}, environment, file)
  const read = settingsShape.safeParse(values)
  if (!read.success) {
    const faults = read.error.issues.map((issue) => {
      const node = nodeAt(document.contents, issue.path)
      return `${place(file, lines, node?.range?.[0] ?? 0)}: ${issue.path.join('.') || 'settings'}: ${issue.message}`
    })
    throw new SettingsError(faults.join('\n'))
  }
  const given = typeof values === 'object' && values !== null ? Object.keys(values) : []
  const from = Object.keys(read.data).map((key) => [key, given.includes(key) ? file : 'default'])
  return { settings: read.data, from: Object.fromEntries(from) }
}

/** A profile on its own, from YAML or JSON. Fields that are not of a profile are passed over. Throws a SettingsError. */
export function readProfile(text: string, file: string): Profile {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const [fault] = document.errors
  if (fault) throw new SettingsError(`${place(file, lines, fault.pos[0])}: ${fault.message}`)
  const read = profileShape.loose().safeParse(document.toJS())
  if (read.success) return read.data
  const issue = read.error.issues[0]
  throw new SettingsError(`${file}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not a profile'}`)
}

function place(file: string, lines: LineCounter, offset: number): string {
  const { line, col } = lines.linePos(offset)
  return `${file}:${line}:${col}`
}

function nodeAt(root: unknown, path: readonly PropertyKey[]): Node | null {
  let node = root
  for (const step of path) {
    const next = isMap(node)
      ? node.items.find(({ key }) => isScalar(key) && key.value === step)?.value
      : isSeq(node)
        ? node.items[Number(step)]
        : null
    if (!next) break
    node = next
  }
  return isMap(node) || isSeq(node) || isScalar(node) ? node : null
}

function withEnvironment(
  value: unknown,
  environment: Readonly<Record<string, string | undefined>>,
  file: string,
): unknown {
  if (typeof value === 'string') {
    return value.replace(/\$\{([A-Z_][A-Z0-9_]*)\}/g, (_, name: string) => {
      const found = environment[name]
      if (found === undefined)
        throw new SettingsError(
          `${file}: \${${name}} is used, but the environment has no ${name}; set it, or ${name}_FILE`,
        )
      return found
    })
  }
  if (Array.isArray(value)) return value.map((entry) => withEnvironment(entry, environment, file))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key, withEnvironment(entry, environment, file)]),
  )
}
