import type { Capture, Instant, Problem, Source, SourceHealth } from '#domain'
import type { Gathered } from '#ports'
import type { House } from './house.ts'

/** Bytes that came in, with the source that gave them. */
export type Captured = {
  readonly source: Source
  readonly capture: Capture
  readonly body: Uint8Array
  /** True when the source is an archive or is read for the first time: its items are older than the capture. */
  readonly replay: boolean
}

const untried = (sourceId: string): SourceHealth => ({
  sourceId,
  lastTriedAt: null,
  lastAnsweredAt: null,
  lastNewItemAt: null,
  failuresInARow: 0,
  lastFailure: null,
  nextTryAt: null,
  etag: null,
  lastModified: null,
})

/**
 * Asks every source that is due and hands on what is fresh, one capture at a time. How it went is kept as the source's
 * health; a source that fails spoils its own row and nothing else.
 */
export async function* gather(house: House, problems: Problem[]): AsyncGenerator<Captured> {
  const known = new Map((await house.store.health()).map((health) => [health.sourceId, health]))
  await house.store.saveSources(house.sources)
  for (const [index, source] of house.sources.entries()) {
    house.progress({ what: 'sources', done: index, total: house.sources.length })
    const health = known.get(source.id) ?? untried(source.id)
    if (health.nextTryAt === null || health.nextTryAt <= house.clock.now())
      yield* gatherOne(house, source, health, problems)
  }
}

async function* gatherOne(
  house: House,
  source: Source,
  before: SourceHealth,
  problems: Problem[],
): AsyncGenerator<Captured> {
  let health: SourceHealth = { ...before, lastTriedAt: house.clock.now() }
  const replay = source.kind === 'file' || source.kind === 'folder' || before.lastAnsweredAt === null
  for await (const answer of answersOf(house, source, before)) {
    health = after(health, answer, house.clock.now())
    yield* capturesIn(answer, source, replay, problems)
  }
  await house.store.saveHealth(health)
}

/**
 * Reads one file or folder of a source once, whatever its health: as an archive, whose items are as old as they say, or
 * as news that has just come.
 */
export async function* readSource(
  house: House,
  source: Source,
  problems: Problem[],
  as: 'archive' | 'news' = 'archive',
): AsyncGenerator<Captured> {
  for await (const answer of answersOf(house, source, untried(source.id)))
    yield* capturesIn(answer, source, as === 'archive', problems)
}

function* capturesIn(
  answer: Gathered,
  source: Source,
  replay: boolean,
  problems: Problem[],
): Generator<Captured> {
  if (answer.kind === 'failed') problems.push({ severity: 'lost', what: answer.why, where: source.address })
  if (answer.kind !== 'fresh') return
  problems.push(...answer.problems)
  for (const { capture, body } of answer.captures) yield { source, capture, body, replay }
}

/** Everything that asking gave. The one catch: whatever breaks in a gatherer is that source's failure. */
async function* answersOf(house: House, source: Source, health: SourceHealth): AsyncGenerator<Gathered> {
  const gatherer = house.gatherers.find((candidate) => candidate.handles(source))
  if (!gatherer) {
    yield {
      kind: 'failed',
      why: `nothing here reads a source of kind "${source.kind}" at ${source.address}`,
      retryAt: null,
    }
    return
  }
  try {
    const answer = await gatherer.gather(source, health, house.clock.now())
    if ('kind' in answer) yield answer
    else yield* answer
  } catch (error) {
    yield { kind: 'failed', why: String(error), retryAt: null }
  }
}

function after(health: SourceHealth, answer: Gathered, now: Instant): SourceHealth {
  if (answer.kind === 'failed') {
    return {
      ...health,
      failuresInARow: health.failuresInARow + 1,
      lastFailure: answer.why,
      nextTryAt: answer.retryAt,
    }
  }
  const well = { ...health, lastAnsweredAt: now, failuresInARow: 0, lastFailure: null, nextTryAt: null }
  return answer.kind === 'fresh'
    ? { ...well, lastNewItemAt: now, etag: answer.etag, lastModified: answer.lastModified }
    : well
}
