import { type Features, featuresOf, type Words } from './features.ts'
import { type Figure, figuresOf } from './figures.ts'
import { type Names, namesOf } from './names.ts'
import { SETTINGS } from './settings.ts'
import { weekdaysOf } from './weekdays.ts'

/** What the room reads of an item's words. It follows from the item alone, so it can be made ahead and elsewhere. */
export type Gist = Features & {
  readonly weekdays: number
  readonly names: Names
  readonly figures: readonly Figure[]
}

export function gistOf(doc: Words): Gist {
  return {
    ...featuresOf(doc),
    weekdays: weekdaysOf(`${doc.title}\n${doc.text.slice(0, SETTINGS.charactersMax)}`),
    names: namesOf(doc.title),
    figures: figuresOf(doc),
  }
}
