import type { SQLOutputValue, StatementSync } from 'node:sqlite'
import type { SearchFilter, SearchHit, Store } from '#ports'
import { parts, STOPWORDS, searchable } from '#text'
import type { Database } from './database.ts'
import { excerpt } from './excerpt.ts'
import { FOREVER } from './item-row.ts'
import { spellings } from './spellings.ts'

/** A page of revisions goes into the index in one short transaction. */
const PAGE_REVISIONS = 2000
const PAGE_UNITS = 4_000_000
/** So many matches are ranked, the newest: beyond that a word stands everywhere and says nothing. */
const RANKED = 6000
const MOST_WORDS = 32
/** So many of the last revisions may have been seen after the instant that is asked about; more, and it is long ago. */
const LATE = 500
// A word in the title says more about an item than one in the text.
const TITLE_WEIGHT = 4
// Of each item the newest revision that was seen by then.
const NEWEST = `seen.seen_at < ?2 AND NOT EXISTS (
        SELECT 1 FROM revision newer WHERE newer.item_n = seen.item_n
        AND newer.revision > seen.revision AND newer.seen_at < ?2)`
const FILTERED = `item.first_seen_at >= ?4 AND item.first_seen_at < ?5
        AND (?6 IS NULL OR item.source_id IN (SELECT value FROM json_each(?6)))
        AND (?7 IS NULL OR item.n IN (SELECT value FROM json_each(?7)))
        AND (?8 IS NULL OR item.n NOT IN (SELECT value FROM json_each(?8)))`

export function search(db: Database): Pick<Store, 'search' | 'textsHolding' | 'spellings' | 'settle'> {
  const settle = (): void => {
    while (unsettled(db)) db.write(() => indexPage(db))
  }
  // Somebody asks: what came in is indexed first, but who writes now is not waited for and indexes it soon.
  const settleIfFree = (): void => {
    while (unsettled(db) && db.writeIfFree(() => indexPage(db)));
  }
  const finding = (narrowed: string) =>
    db.statement(`
    SELECT i.id, r.title, r.text, found.rank FROM (
      SELECT word.rowid AS n, bm25(word, ${TITLE_WEIGHT}, 1) AS rank
      FROM word JOIN revision seen ON seen.n = word.rowid JOIN item ON item.n = seen.item_n
      WHERE word MATCH ?1 ${narrowed} AND ${NEWEST} AND ${FILTERED}
      ORDER BY word.rowid DESC LIMIT ${RANKED}
    ) AS found JOIN revision r ON r.n = found.n JOIN item i ON i.n = r.item_n
    ORDER BY found.rank, i.id LIMIT ?3`)
  const find = finding('')
  // Most matches pass, and few are wanted: they are ranked by their words alone and looked at from the best on.
  const rank = db.statement(`
    SELECT n, rank FROM (
      SELECT word.rowid AS n, bm25(word, ${TITLE_WEIGHT}, 1) AS rank FROM word
      WHERE word MATCH ?1 AND word.rowid <= ?2 ORDER BY word.rowid DESC LIMIT ${RANKED})
    ORDER BY rank`)
  const placed = db.statement(`
    SELECT item.id, seen.title, seen.text, ?1 AS rank FROM revision seen JOIN item ON item.n = seen.item_n
    WHERE seen.n = ?3 AND ${NEWEST} AND ${FILTERED}`)
  const newestKnown = db.statement(`
    SELECT max(n) AS n FROM (SELECT n, seen_at FROM revision ORDER BY n DESC LIMIT ${LATE}) WHERE seen_at < ?`)
  const matches = db.statement(
    `SELECT count(*) AS n FROM (SELECT 1 FROM word WHERE word MATCH ?1 AND word.rowid <= ?2 LIMIT ${RANKED + 1})`,
  )
  // Said of the words' own rows, the names are looked at before anything else is read; the plus keeps them a test.
  const findAmong = finding(
    'AND +word.rowid IN (SELECT r.n FROM json_each(?7) JOIN revision r ON r.item_n = value)',
  )
  const listing = (lacking: string) =>
    db.statement(`
    SELECT item.id, seen.title, seen.text, 0 AS rank
    FROM revision seen JOIN item ON item.n = seen.item_n
    WHERE ${lacking} AND ${NEWEST} AND ${FILTERED}
    ORDER BY item.first_seen_at DESC, item.id LIMIT ?3`)
  const list = listing("?1 = ''")
  const listWithout = listing('seen.n NOT IN (SELECT rowid FROM word WHERE word MATCH ?1)')

  const countHolding = db.statement(`
    SELECT count(*) AS n FROM (
      SELECT 1 FROM word JOIN revision seen ON seen.n = word.rowid WHERE word MATCH ?1 AND ${NEWEST} LIMIT ?3)`)

  /**
   * The same rows as `find` gives; null where that takes looking at each match: of more matches than are ranked, those of
   * some sources or before a day, and those that were seen by an instant long ago. What was seen since a day is the newest
   * anyway.
   */
  const bestFirst = (
    match: string,
    asOf: string,
    limit: number,
    { narrowed, filter }: { narrowed: (string | null)[]; filter: SearchFilter | undefined },
  ): Record<string, SQLOutputValue>[] | null => {
    const until = newestKnown.get(asOf)?.n ?? null
    if (until === null) return null
    const { to = FOREVER, sourceIds } = filter ?? {}
    const isNarrow = to < asOf || sourceIds !== undefined
    if (isNarrow && Number(matches.get(match, until)?.n) > RANKED) return null
    const best: Record<string, SQLOutputValue>[] = []
    for (const { n = null, rank: worth = null } of rank.iterate(match, until)) {
      // Those of one rank stand in the order of their ids, so all of them must be here.
      if (best.length >= limit && Number(worth) > Number(best.at(-1)?.rank)) break
      const row = placed.get(worth, asOf, n, ...narrowed)
      if (row) best.push(row)
    }
    return best.sort(byRank).slice(0, limit)
  }

  return {
    ...spellings(db, settleIfFree),
    async textsHolding(words, { most, asOf = FOREVER }) {
      settleIfFree()
      const quoted = phrasesOf(words).map(asked)
      return quoted.length === 0 ? 0 : Number(countHolding.get(quoted.join(' AND '), asOf, most)?.n)
    },
    async search(query, { limit, asOf = FOREVER, filter }) {
      const phrases = phrasesOf(query)
      if (phrases.length === 0 && filter === undefined) return []
      settleIfFree()
      const narrowed = parametersOf(db, filter)
      const told = (row: Record<string, unknown>): SearchHit => ({
        itemId: String(row.id),
        score: Math.max(0, -Number(row.rank)),
        holdsAll: true,
        ...excerpt(String(row.title), String(row.text), phrases.flat().flatMap(spellingsOf)),
      })
      const unwanted = phrasesOf(filter?.without ?? '').map(asked)
      const lacking = unwanted.length === 0 ? '' : ` NOT (${unwanted.join(' OR ')})`
      const all = (statement: StatementSync, match: string) => statement.all(match, asOf, limit, ...narrowed)
      if (phrases.length === 0)
        return (lacking === '' ? all(list, '') : all(listWithout, unwanted.join(' OR '))).map(told)
      const holding = (wanted: string): SearchHit[] => {
        const match = lacking === '' ? wanted : `(${wanted})${lacking}`
        const rows = filter?.naming
          ? all(findAmong, match)
          : (bestFirst(match, asOf, limit, { narrowed, filter }) ?? all(find, match))
        return rows.map(told)
      }
      const quoted = phrases.map(asked)
      const whole = holding(quoted.join(' AND '))
      if (quoted.length === 1 || whole.length >= limit) return whole
      const inPart = holding(telling(db, quoted).join(' OR '))
      return [...whole, ...below(whole, inPart)].slice(0, limit)
    },
    async settle() {
      settle()
    },
  }
}

/**
 * Of words that not all stand together, those that tell texts apart: the rarest first, as many as match no more texts in
 * sum than are ranked. A frequent word beside a rare one would only bring in texts that lack the rare one.
 */
function telling(db: Database, quoted: readonly string[]): string[] {
  const count = db.statement(
    `SELECT count(*) AS n FROM (SELECT 1 FROM word WHERE word MATCH ? LIMIT ${RANKED + 1})`,
  )
  const counted = quoted
    .map((phrase) => ({ phrase, texts: Number(count.get(phrase)?.n) }))
    .filter(({ texts }) => texts > 0)
    .sort((a, b) => a.texts - b.texts)
  let sum = 0
  const kept = counted.filter(({ texts }, at) => {
    sum += texts
    return at === 0 || sum <= RANKED
  })
  return kept.length > 0 ? kept.map(({ phrase }) => phrase) : [...quoted]
}

const byRank = (a: Record<string, unknown>, b: Record<string, unknown>): number =>
  Number(a.rank) - Number(b.rank) || (String(a.id) < String(b.id) ? -1 : 1)

/** Hits that hold some words, after those that hold all and scored below them. */
function below(whole: readonly SearchHit[], inPart: readonly SearchHit[]): SearchHit[] {
  const told = new Set(whole.map(({ itemId }) => itemId))
  const most = whole.at(-1)?.score ?? Number.POSITIVE_INFINITY
  return inPart
    .filter(({ itemId }) => !told.has(itemId))
    .map((hit) => ({ ...hit, holdsAll: false, score: Math.min(hit.score, most * 0.999) }))
}

/** What the filter says, as the parameters ?4 to ?8 of the statements above. */
function parametersOf(
  db: Database,
  { from, to, sourceIds, naming, notNaming }: SearchFilter = {},
): (string | null)[] {
  const items = naming ? itemsNaming(db, naming) : null
  const others = notNaming?.flatMap((id) => itemsNamingOne(db, id)) ?? null
  return [
    from ?? '',
    to ?? FOREVER,
    sourceIds ? JSON.stringify(sourceIds) : null,
    items && JSON.stringify(items),
    others && JSON.stringify(others),
  ]
}

/** Row numbers of the items that name one of each group. */
function itemsNaming(db: Database, groups: readonly (readonly string[])[]): number[] {
  const [first = new Set<number>(), ...rest] = groups.map(
    (ids) => new Set(ids.flatMap((id) => itemsNamingOne(db, id))),
  )
  return [...first].filter((n) => rest.every((others) => others.has(n)))
}

function itemsNamingOne(db: Database, id: string): number[] {
  const span = db.statement('SELECT first_week, last_week FROM named_entity WHERE id = ?').get(id)
  if (span === undefined) return []
  // Week by week by the index, which a range of weeks would walk whole.
  const named = db.statement(
    'SELECT DISTINCT item_n FROM naming WHERE week IN (SELECT value FROM json_each(?)) AND entity_id = ?',
  )
  const weeks = Array.from(
    { length: Number(span.last_week) - Number(span.first_week) + 1 },
    (_, at) => Number(span.first_week) + at,
  )
  return named.all(JSON.stringify(weeks), id).map((row) => Number(row.item_n))
}

/**
 * What the query asks for, each thing as the words that must follow each other: a name spelt with joints (`gpt-5.5`) or
 * something in quotation marks is one, and a short number belongs to the name before it (`gpt 5 5`). Common words go,
 * unless there is nothing else. Whatever is typed, nothing of it reaches the index but letters and digits.
 */
function phrasesOf(query: string): string[][] {
  const said: string[][] = []
  for (const [thing, quoted] of query.matchAll(/"([^"]+)"|[^\s"]+/g)) {
    const words = parts(searchable(quoted ?? thing))
    const before = said.at(-1)
    if (before && words.length > 0 && words.every(isShortNumber)) before.push(...words)
    else if (words.length > 0) said.push(words)
  }
  const telling = said.filter((words) => words.length > 1 || !STOPWORDS.has(words[0] ?? ''))
  const unique = new Map((telling.length > 0 ? telling : said).map((words) => [words.join(' '), words]))
  return [...unique.values()].slice(0, MOST_WORDS).map((words) => words.slice(0, MOST_WORDS))
}

// One word is asked for as the British and as the Americans spell it; a phrase only as it was typed.
function asked(words: readonly string[]): string {
  const [word = ''] = words
  const spelt = words.length === 1 ? spellingsOf(word) : [words.join(' ')]
  const quoted = spelt.map((one) => `"${one}"`)
  return quoted.length === 1 ? (quoted[0] ?? '') : `(${quoted.join(' OR ')})`
}

/** `quantise` and `quantize`, `quantisation` and `quantization`. */
function spellingsOf(word: string): string[] {
  const [, stem, letter, ending] = /^([a-z]{3,})i([sz])(e[drs]?|ers|ing|ations?)$/.exec(word) ?? []
  return stem === undefined ? [word] : [word, `${stem}i${letter === 's' ? 'z' : 's'}${ending}`]
}

// Years and counts are things of their own; a version is part of a name.
const isShortNumber = (word: string): boolean => /^\d{1,2}$/.test(word)

function unsettled(db: Database): boolean {
  return Boolean(
    db.statement('SELECT 1 FROM word_index WHERE indexed_n < (SELECT max(n) FROM revision)').get(),
  )
}

/** Indexes the next revisions in the order they came. Looks where it stands under the lock, since others index too. */
function indexPage(db: Database): void {
  const from = Number(db.statement('SELECT indexed_n FROM word_index').get()?.indexed_n)
  const add = db.statement('INSERT INTO word (rowid, title, text) VALUES (?, ?, ?)')
  const next = db.statement('SELECT n, title, text FROM revision WHERE n > ? ORDER BY n LIMIT ?')
  let reached = from
  let units = 0
  for (const { n, title, text } of next.iterate(from, PAGE_REVISIONS)) {
    add.run(n as number, searchable(String(title)), searchable(String(text)))
    reached = n as number
    units += String(text).length
    if (units > PAGE_UNITS) break
  }
  db.statement('UPDATE word_index SET indexed_n = ?').run(reached)
}
