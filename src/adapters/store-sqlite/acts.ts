import type { Act, Deed } from '#domain'
import type { Store } from '#ports'
import type { Database } from './database.ts'
import { FOREVER } from './item-row.ts'

/** The acts that move items between stories, and whatever takes one back. */
export const MOVES = "kind IN ('merge', 'split', 'undo')"

export function acts(db: Database): Pick<Store, 'saveAct' | 'acts' | 'unobeyed'> {
  const known = db.statement('SELECT 1 FROM act WHERE id = ?')
  const save = db.statement('INSERT OR IGNORE INTO act (id, at, kind, deed) VALUES (?, ?, ?, ?)')
  const queue = db.statement(`INSERT INTO unobeyed SELECT n FROM act WHERE id = ? AND ${MOVES}`)
  const waiting = db.statement(
    'SELECT id, at, deed FROM act JOIN unobeyed ON unobeyed.act_n = act.n ORDER BY act.n',
  )
  const after = db.statement('SELECT n, id, at, deed FROM act WHERE n > ? ORDER BY n')
  // Acts are only ever added: what was read once need not be read again, and every page asks for some.
  const read: Act[] = []
  let readTo = 0
  const everyAct = (): readonly Act[] => {
    for (const row of after.all(readTo)) {
      read.push(actOf(row))
      readTo = Number(row.n)
    }
    return read
  }

  return {
    async saveAct({ id, at, deed }) {
      db.write(() => {
        if (deed.kind === 'undo' && !known.get(deed.actId))
          throw new Error(`store: there is no act ${deed.actId} to undo`)
        if (save.run(id, at, deed.kind, JSON.stringify(deed)).changes > 0) queue.run(id)
      })
    },
    async unobeyed() {
      return waiting.all().map(actOf)
    },
    async acts({ kinds, asOf = FOREVER, undone = false, obeyed = false }) {
      const later = new Set(obeyed ? waiting.all().map(({ id }) => id) : [])
      const log = everyAct().filter(({ id, at }) => at < asOf && !later.has(id))
      const wanted = kinds ? log.filter(({ deed }) => kinds.includes(deed.kind)) : log
      if (undone) return wanted
      const gone = undoneIn(log)
      return wanted.filter(({ id, deed }) => deed.kind !== 'undo' && !gone.has(id))
    },
  }
}

function actOf({ id, at, deed }: Record<string, unknown>): Act {
  return { id: String(id), at: String(at), deed: JSON.parse(String(deed)) as Deed }
}

/** Newest first, so that an undo which is itself undone is known before it counts. */
function undoneIn(log: readonly Act[]): ReadonlySet<string> {
  const gone = new Set<string>()
  for (const { id, deed } of [...log].reverse())
    if (deed.kind === 'undo' && !gone.has(id)) gone.add(deed.actId)
  return gone
}
