import type { EditionKind, JobRun, Sending, Spend, Subscriber } from '#domain'
import type { Store } from '#ports'
import type { Database } from './database.ts'

type Errands = Pick<
  Store,
  | 'saveSending' | 'queueSendings' | 'takeSending' | 'sendings' | 'saveSubscriber' | 'subscribers' | 'saveRecording' | 'recording'
  | 'saveSpend' | 'spends' | 'saveJobRun' | 'jobRuns'
> // biome-ignore format: a list

/** State of what goes out: sendings, subscribers, recorded answers, spending, and when jobs ran. */
export function errands(db: Database): Errands {
  const sendings = db.statement(
    'SELECT * FROM sending WHERE (?1 IS NULL OR edition_id = ?1) AND (?2 IS NULL OR state = ?2) ORDER BY tried_at, edition_id, delivery, receiver',
  )
  const saveSending = db.statement('INSERT OR REPLACE INTO sending VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
  const queueSending = db.statement('INSERT OR IGNORE INTO sending VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
  const takeSending = db.statement(
    `UPDATE sending SET tried_at = ?1, next_try_at = ?2, attempts = attempts + 1, why = NULL
      WHERE edition_id = ?3 AND delivery = ?4 AND receiver = ?5 AND state = 'waiting' AND next_try_at <= ?1
      RETURNING 1`,
  )
  const known = db.statement(
    "SELECT 1 FROM sending WHERE edition_id = ? AND delivery = ? AND receiver = ? AND state = 'delivered'",
  )
  const saveSubscriber = db.statement('INSERT OR REPLACE INTO subscriber VALUES (?, ?, ?, ?, ?)')
  const subscribers = db.statement('SELECT * FROM subscriber ORDER BY address')
  const saveRecording = db.statement('INSERT OR IGNORE INTO recording VALUES (?, ?)')
  const recording = db.statement('SELECT answer FROM recording WHERE hash = ?')
  const saveSpend = db.statement('INSERT INTO spend VALUES (?, ?, ?, ?, ?, ?)')
  const spends = db.statement('SELECT * FROM spend WHERE ?1 IS NULL OR day = ?1 ORDER BY rowid')
  const saveJob = db.statement('INSERT OR REPLACE INTO job_run VALUES (?, ?, ?)')
  const jobs = db.statement('SELECT * FROM job_run ORDER BY job')

  return {
    async saveSending({ editionId, delivery, receiver, state, attempts, triedAt, nextTryAt, why }) {
      db.write(() => {
        if (!known.get(editionId, delivery, receiver))
          saveSending.run(editionId, delivery, receiver, state, attempts, triedAt, nextTryAt, why)
      })
    },
    async queueSendings(sendings) {
      db.write(() => {
        for (const { editionId, delivery, receiver, state, attempts, triedAt, nextTryAt, why } of sendings)
          queueSending.run(editionId, delivery, receiver, state, attempts, triedAt, nextTryAt, why)
      })
    },
    async takeSending({ editionId, delivery, receiver }, { at, until }) {
      return db.write(() => takeSending.get(at, until, editionId, delivery, receiver) !== undefined)
    },
    async sendings({ editionId, state } = {}) {
      return sendings.all(editionId ?? null, state ?? null).map(sendingOf)
    },
    async saveSubscriber({ address, channels, state, token, since }) {
      db.write(() => saveSubscriber.run(address, JSON.stringify(channels), state, token, since))
    },
    async subscribers() {
      return subscribers.all().map(subscriberOf)
    },
    async saveRecording(hash, answer) {
      db.write(() => saveRecording.run(hash, answer))
    },
    async recording(hash) {
      const row = recording.get(hash)
      return row ? String(row.answer) : null
    },
    async saveSpend({ editionId, day, asks, tokensIn, tokensOut, usd }) {
      db.write(() => saveSpend.run(editionId, day, asks, tokensIn, tokensOut, usd))
    },
    async spends(day) {
      return spends.all(day ?? null).map(spendOf)
    },
    async saveJobRun({ job, dueAt, ranAt }) {
      db.write(() => saveJob.run(job, dueAt, ranAt))
    },
    async jobRuns() {
      return jobs.all().map(
        (row): JobRun => ({
          job: String(row.job),
          dueAt: String(row.due_at),
          ranAt: String(row.ran_at),
        }),
      )
    },
  }
}

type Row = Record<string, unknown>

const textOrNull = (value: unknown): string | null => (value === null ? null : String(value))

const sendingOf = (row: Row): Sending => ({
  editionId: String(row.edition_id),
  delivery: String(row.delivery),
  receiver: String(row.receiver),
  state: row.state as Sending['state'],
  attempts: Number(row.attempts),
  triedAt: String(row.tried_at),
  nextTryAt: textOrNull(row.next_try_at),
  why: textOrNull(row.why),
})

const subscriberOf = (row: Row): Subscriber => ({
  address: String(row.address),
  channels: JSON.parse(String(row.channels)) as EditionKind[],
  state: row.state as Subscriber['state'],
  token: String(row.token),
  since: String(row.since),
})

const spendOf = (row: Row): Spend => ({
  editionId: String(row.edition_id),
  day: String(row.day),
  asks: Number(row.asks),
  tokensIn: Number(row.tokens_in),
  tokensOut: Number(row.tokens_out),
  usd: Number(row.usd),
})
