import type { Ids, Instant, Link, PartialDate } from '#domain'
import { canonical } from './canonical.ts'

/** When a thing was published as far as can honestly be said, why that differs from what was printed, and not before when. */
export type Dated = {
  readonly publishedAt: PartialDate | null
  readonly dateRepair: string | null
  /** The newest post that the text links to, when that is what refuted the printed date. */
  readonly notBefore: Instant | null
}

export type DateEvidence = {
  readonly published: PartialDate | null
  readonly updated: PartialDate | null
  readonly capturedAt: Instant
  /** Only the ids of the thing's own address, not of what it links to. */
  readonly ids: Ids
  readonly url: string | null
  /** The file it was read from, when the file holds this one thing. */
  readonly fileName: string | null
  readonly links: readonly Link[]
}

const DAY_MS = 86_400_000
const EARLIEST_YEAR = 1990

/**
 * The date of a thing. A printed date stands, as partial as it is, unless it is impossible: after the capture (by more
 * than a day), before 1990, or before posts that the text links to. Then, as for a missing date, the best witness speaks:
 * the instant inside an X status id, the day in the address, the day in the file's name, the month in an arXiv id, a date
 * of update; else nobody knows.
 */
export function dated(given: DateEvidence): Dated {
  const { published, capturedAt } = given
  const fault = published === null ? 'the source gives no date' : impossible(published, capturedAt)
  if (published === null || fault !== null) return fromWitness(given, fault ?? 'the source gives no date')
  return (
    againstPosts(given, published) ?? {
      publishedAt: wellFormed(published),
      dateRepair: null,
      notBefore: null,
    }
  )
}

/** The first instant that a date can mean: the start of its day, month, quarter or year in UTC; NaN for no date. */
export function startMs(date: PartialDate): number {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(date)
  return Date.parse(quarter ? `${quarter[1]}-${String(Number(quarter[2]) * 3 - 2).padStart(2, '0')}` : date)
}

const wellFormed = (date: PartialDate): PartialDate =>
  date.length > 10 ? new Date(date).toISOString() : date

function impossible(date: PartialDate, capturedAt: Instant): string | null {
  const start = startMs(date)
  if (Number.isNaN(start)) return `the source says "${date.slice(0, 40)}", which is no date`
  if (start > Date.parse(capturedAt) + DAY_MS)
    return `the source says ${date.slice(0, 10)}, which is after we saw it`
  if (new Date(start).getUTCFullYear() < EARLIEST_YEAR) {
    return `the source says ${date.slice(0, 10)}, which is a clock that was never set`
  }
  return null
}

function fromWitness(given: DateEvidence, fault: string): Dated {
  const witness = witnesses(given).find(({ date }) => impossible(date, given.capturedAt) === null)
  if (!witness)
    return {
      publishedAt: null,
      dateRepair: given.published === null ? null : `${fault}; nothing else tells`,
      notBefore: null,
    }
  return { publishedAt: witness.date, dateRepair: `${fault}; ${witness.says}`, notBefore: null }
}

type Witness = { readonly date: PartialDate; readonly says: string }

function witnesses({ ids, url, fileName, updated }: DateEvidence): Witness[] {
  const found: Witness[] = []
  const tell = (date: PartialDate | null, says: string) => date !== null && found.push({ date, says })
  tell(ids.xStatus ? postedAt(ids.xStatus) : null, 'its status id holds the instant')
  tell(url === null ? null : dayIn(url), 'the day stands in its address')
  tell(fileName === null ? null : dayIn(fileName), 'the day stands in the name of its file')
  tell(updated === null ? null : wellFormedOrNull(updated), 'this is when it was last changed')
  tell(ids.arxiv ? arxivMonth(ids.arxiv) : null, 'the month stands in its arXiv id')
  return found
}

const wellFormedOrNull = (date: PartialDate): PartialDate | null =>
  Number.isNaN(startMs(date)) ? null : wellFormed(date)

// Twitter's snowflake: milliseconds since 2010-11-04T01:42:54.657Z above 22 bits of machine and sequence.
const TWITTER_EPOCH_MS = 1_288_834_974_657

/** The instant inside an X status id; null for ids older than snowflakes. */
function postedAt(statusId: string): Instant | null {
  if (!/^\d{11,19}$/.test(statusId)) return null
  const ms = Number(BigInt(statusId) >> 22n) + TWITTER_EPOCH_MS
  return ms < TWITTER_EPOCH_MS + DAY_MS ? null : new Date(ms).toISOString()
}

function arxivMonth(id: string): PartialDate | null {
  const [, year = '', month] = /(?:^|\/)(\d{2})(0[1-9]|1[0-2])/.exec(id) ?? []
  return month ? `${Number(year) > 90 ? '19' : '20'}${year}-${month}` : null
}

const DAY = /(?:^|[^\d])((?:19|20)\d{2})([-/._])(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)/

/** The day in an address or file name, written as 2026-05-14 or 2026/05/14; null when there is none. */
function dayIn(text: string): PartialDate | null {
  const [, year, , month, day] = DAY.exec(text) ?? []
  return year && month && day ? `${year}-${month}-${day}` : null
}

const FEWEST_POSTS = 3
const SHARE_OF_POSTS = 0.1
const ZONES_MS = DAY_MS / 2

/**
 * A text cannot be older than the posts that it links to. When a tenth of them (three at least) are younger than its
 * printed instant, that instant is wrong; the printed day, the file's or the address's stands if the youngest post fits it
 * (give or take half a day of time zones), else the day on which most of its posts had been written.
 */
function againstPosts(given: DateEvidence, published: PartialDate): Dated | null {
  if (published.length < 10) return null
  const posts = linkedPosts(given.links, given.capturedAt)
  const printed = Date.parse(published) + (published.length === 10 ? DAY_MS + ZONES_MS : 0)
  const after = posts.filter((ms) => ms > printed).length
  if (after < FEWEST_POSTS || after < posts.length * SHARE_OF_POSTS) return null

  const newest = posts[posts.length - 1] ?? printed
  const nearlyAll = posts[Math.floor((posts.length - 1) * 0.9)] ?? newest
  const proof = `the source says ${published.slice(0, 16)}, but ${after} of the ${posts.length} posts it links to were written after that`
  const notBefore = new Date(newest).toISOString()
  const day = [
    published.slice(0, 10),
    given.fileName && dayIn(given.fileName),
    given.url && dayIn(given.url),
  ].find((candidate) => candidate && fits(candidate, nearlyAll, newest))
  if (day === published.slice(0, 10))
    return { publishedAt: day, dateRepair: `${proof}; only its day is kept`, notBefore }
  if (day)
    return {
      publishedAt: day,
      dateRepair: `${proof}; this is the day in the name of its file or address`,
      notBefore,
    }
  const latest = new Date(nearlyAll).toISOString().slice(0, 10)
  return { publishedAt: latest, dateRepair: `${proof}; this is the day of the latest of them`, notBefore }
}

const fits = (day: PartialDate, nearlyAll: number, newest: number): boolean => {
  const start = Date.parse(day)
  return start <= nearlyAll && newest < start + DAY_MS + ZONES_MS
}

/** The instants of the posts linked to, oldest first, those that cannot be (after the capture) left out. */
function linkedPosts(links: readonly Link[], capturedAt: Instant): number[] {
  const latest = Date.parse(capturedAt) + DAY_MS
  const ids = new Set<string>()
  for (const { url } of links) {
    const id = url.includes('/status/') ? canonical(url).ids.xStatus : undefined
    if (id) ids.add(id)
  }
  return [...ids]
    .map((id) => Date.parse(postedAt(id) ?? ''))
    .filter((ms) => ms <= latest)
    .sort((a, b) => a - b)
}
