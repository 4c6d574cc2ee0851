import { toHtml, toJson, toMarkdown } from '#compose'
import type { Edition } from '#domain'
import type { Parcel } from '#ports'
import type { House } from './house.ts'

/** An edition in every form it is read in; the same edition gives the same bytes. */
export function parcelOf(edition: Edition): Parcel {
  return { edition, markdown: toMarkdown(edition), html: toHtml(edition), json: toJson(edition) }
}

/** deliver: the edition to every place the reader named. A place that fails is told and does not stop the rest. */
export async function deliver(house: House, edition: Edition): Promise<Edition> {
  const parcel = parcelOf(edition)
  for (const delivery of house.deliveries) {
    try {
      const { places } = await delivery.deliver(parcel)
      for (const place of places) house.progress({ what: `delivered to ${place}`, done: 1, total: 1 })
    } catch (error) {
      house.progress({ what: `not delivered by ${delivery.name}: ${String(error)}`, done: 0, total: 1 })
    }
  }
  return edition
}
