export type EntityType =
  | 'company'
  | 'lab'
  | 'model'
  | 'person'
  | 'benchmark'
  | 'dataset'
  | 'paper'
  | 'method'
  | 'product'
  | 'hardware'
  | 'publication'
  | 'government'
  | 'event'
  | 'topic'

/** Someone or something that stories are about, with the names it goes by. */
export type Entity = {
  /** A slug, unique over all types: `openai`, `gpt-5-5`, `kv-cache`. */
  readonly id: string
  readonly name: string
  readonly type: EntityType
  /** Other spellings; a spelling that is an everyday word too is written with `?` in front and needs context. */
  readonly aliases: readonly string[]
  /** The owner or family: a model's lab, a version's family; null when there is none. */
  readonly parent: string | null
  /** One clause for the first mention, without a full stop: "maker of the Claude models". */
  readonly gloss: string | null
  /** Accounts, as `x:karpathy`, `github:openai`, `huggingface:Qwen`. */
  readonly handles: readonly string[]
}
