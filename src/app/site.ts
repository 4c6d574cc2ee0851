import type { EditionKind } from '#domain'
import { correctionsOf } from './corrections.ts'
import { forEveryone, parcelOf } from './deliver.ts'
import { searchText } from './feeds.ts'
import { heldBackIn } from './held-back.ts'
import type { House } from './house.ts'

/** An edition as a static site keeps it: at an address that stays, the same bytes for the same edition and errata. */
export type SitePage = {
  readonly id: string
  readonly kind: EditionKind
  readonly date: string
  readonly title: string
  readonly html: string
  readonly markdown: string
  readonly json: string
  /** For the search in the browser. */
  readonly words: string
}

const MOST_EDITIONS = 5000

/** Every published edition that is not held back, newest first, without anything private. */
export async function* sitePages(house: House): AsyncGenerator<SitePage> {
  const isHeld = await heldBackIn(house)
  for (const { id, kind, date } of await house.store.editions({ limit: MOST_EDITIONS })) {
    if (isHeld({ id, kind })) continue
    const frozen = await house.store.edition(id)
    if (!frozen) continue
    const edition = await forEveryone(house, frozen)
    const { html, markdown, json } = parcelOf(edition, await correctionsOf(house, id))
    yield { id, kind, date, title: edition.title, html, markdown, json, words: searchText(edition) }
  }
}
