import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { jobsAt } from './schedule.ts'

const WEEKLY = { digest: '0 6 * * *', brief: '30 6 * * 1', dives: '0 7 * * 1', alerts: '*/15 * * * *' }
const at = (now: string, dueAt: string | null, zone = 'Europe/Berlin') =>
  jobsAt(WEEKLY, { zone, now, runs: dueAt ? [{ job: 'brief', dueAt, ranAt: dueAt }] : [] }).find(
    ({ name }) => name === 'brief',
  )

describe('a weekly job at half past six in Berlin', () => {
  test('is due at half past four, UTC, in summer', () => {
    expect(at('2026-05-18T04:29:59.000Z', '2026-05-11T04:30:00.000Z')?.dueAt).toBeNull()
    expect(at('2026-05-18T04:30:00.000Z', '2026-05-11T04:30:00.000Z')?.dueAt).toBe('2026-05-18T04:30:00.000Z')
  })
  test('and at half past five in winter', () =>
    expect(at('2026-01-05T06:00:00.000Z', '2025-12-29T05:30:00.000Z')?.dueAt).toBe(
      '2026-01-05T05:30:00.000Z',
    ))
  test('is caught up once after three weeks of sleep', () => {
    const late = at('2026-06-05T10:00:00.000Z', '2026-05-11T04:30:00.000Z')
    expect(late?.dueAt).toBe('2026-06-01T04:30:00.000Z')
    expect(at('2026-06-05T10:00:00.000Z', late?.dueAt ?? null)?.dueAt).toBeNull()
  })
  test('is not due again at once', () =>
    expect(at('2026-05-18T04:30:30.000Z', '2026-05-18T04:30:00.000Z')?.dueAt).toBeNull())
})

test('whenever one looks, what is due is past and what is next is to come', () => {
  const instants = fc
    .date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString())
  fc.assert(
    fc.property(instants, fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York'), (now, zone) => {
      for (const job of jobsAt(WEEKLY, { zone, runs: [], now })) {
        expect(job.dueAt === null || Date.parse(job.dueAt) <= Date.parse(now) + 1000).toBe(true)
        expect(job.nextAt !== null && job.nextAt > now).toBe(true)
      }
    }),
    { numRuns: 50 },
  )
})
