import type { Source, SourceHealth, SourceKind } from '#domain'
import type { Store } from '#ports'
import type { Database } from './database.ts'
import { build, type Tables } from './tables.ts'

export function sources(db: Database): Pick<Store, 'saveSources' | 'sources' | 'saveHealth' | 'health'> {
  const saveSource = db.statement('INSERT OR REPLACE INTO source VALUES (?, ?, ?, ?, ?, ?, ?)')
  const saveHealth = db.statement('INSERT OR REPLACE INTO source_health VALUES (?, ?)')
  return {
    async saveSources(given) {
      db.write(() => {
        for (const { id, name, kind, address, family, weight, staleAfterHours } of given)
          saveSource.run(id, name, kind, address, family, weight, staleAfterHours)
      })
    },
    async sources() {
      return db.rows(build.selectFrom('source').selectAll().orderBy('id')).map(sourceOf)
    },
    async saveHealth(health) {
      saveHealth.run(health.sourceId, JSON.stringify(health))
    },
    async health() {
      const rows = db.rows(build.selectFrom('source_health').select('health').orderBy('source_id'))
      return rows.map(({ health }) => JSON.parse(health) as SourceHealth)
    },
  }
}

export function sourceOf(row: Tables['source']): Source {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind as SourceKind,
    address: row.address,
    family: row.family,
    weight: row.weight,
    staleAfterHours: row.stale_after_hours,
  }
}
