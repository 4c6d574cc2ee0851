import { sql } from 'kysely'
import type { Prediction, Resolution } from '#domain'
import type { Store } from '#ports'
import type { Database } from './database.ts'
import { FOREVER } from './item-row.ts'
import { among, build } from './tables.ts'

type LedgerStore = Pick<Store, 'enterPredictions' | 'predictions' | 'resolve' | 'resolutions'>

/** The ledger of predictions: what is only ever added to. */
export function ledger(db: Database): LedgerStore {
  const enter = db.statement(
    'INSERT OR IGNORE INTO prediction (id, entered_at, source_id, replaces, body) VALUES (?, ?, ?, ?, ?)',
  )
  const about = db.statement('INSERT OR IGNORE INTO prediction_entity VALUES (?, ?)')
  const held = db.statement('SELECT 1 FROM prediction WHERE id = ?')
  const settle = db.statement('INSERT INTO resolution (prediction_id, resolved_at, body) VALUES (?, ?, ?)')

  return {
    async enterPredictions(predictions) {
      return db.write(() =>
        predictions.filter((prediction) => {
          const { id, enteredAt, sourceId, replaces, entityIds } = prediction
          const entered = enter.run(id, enteredAt, sourceId, replaces, JSON.stringify(prediction))
          if (entered.changes === 0) return false
          for (const entityId of entityIds) about.run(entityId, entered.lastInsertRowid)
          return true
        }),
      )
    },

    async predictions({ ids, entityId, sourceId, saying, asOf = FOREVER }) {
      let query = build
        .selectFrom('prediction')
        .select('prediction.body')
        .where('prediction.entered_at', '<', asOf)
        .orderBy('prediction.entered_at')
        .orderBy('prediction.id')
      if (ids) query = query.where('prediction.id', 'in', among(ids))
      else query = query.where(standing(asOf))
      if (sourceId !== undefined) query = query.where('prediction.source_id', '=', sourceId)
      for (const word of saying ?? [])
        query = query.where(sql<boolean>`instr(lower(json_extract(prediction.body, '$.claim')), ${word}) > 0`)
      if (entityId !== undefined)
        query = query
          .innerJoin('prediction_entity', 'prediction_entity.prediction_n', 'prediction.n')
          .where('prediction_entity.entity_id', '=', entityId)
      return db.rows(query).map(({ body }) => JSON.parse(body) as Prediction)
    },

    async resolve(resolution) {
      const { predictionId, resolvedAt } = resolution
      db.write(() => {
        if (!held.get(predictionId)) throw new Error(`store: the ledger has no prediction ${predictionId}`)
        settle.run(predictionId, resolvedAt, JSON.stringify(resolution))
      })
    },

    async resolutions({ predictionIds, asOf = FOREVER }) {
      const all = build
        .selectFrom('resolution')
        .select('body')
        .where('resolved_at', '<', asOf)
        .orderBy('resolved_at')
        .orderBy('n')
      const wanted = predictionIds ? all.where('prediction_id', 'in', among(predictionIds)) : all
      return db.rows(wanted).map(({ body }) => JSON.parse(body) as Resolution)
    },
  }
}

/** Holds for a version that none entered by `asOf` takes the place of. */
const standing = (asOf: string) => sql<boolean>`not exists (
  select 1 from prediction as newer where newer.replaces = prediction.id and newer.entered_at < ${asOf})`
