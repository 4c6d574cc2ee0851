import type { EntityType, Mention } from '#domain'
import type { FieldName } from './mentions-name.ts'

/** How special a name of this type is: an item is rarely about a country; people are named once where a company is ten times. */
const SPECIAL: Partial<Record<EntityType, number>> = {
  person: 2,
  government: 0.4,
  topic: 0.5,
  publication: 0.5,
  method: 0.7,
}

// Beside its versions the name of a family says little.
const FAMILY = 0.5
const TITLE_WEIGHT = 3
const ABOUT = 1
const PART = 0.3

/**
 * The names as mentions of the item, each with its salience: 3 what the item is about, 2 a part of it, 1 in passing. News
 * puts first what matters, so that each place weighs 1 / (1 + at/reach)² with a reach of a quarter of the text, at most
 * 3,000 characters; a title weighs three such places. Often, early and widely named, and special of its kind: all add up.
 */
export function withSalience(
  item: { readonly title: string; readonly text: string },
  names: readonly FieldName[],
): Mention[] {
  const reach = Math.min(3000, Math.max(300, item.text.length / 4))
  const weights = new Map<string, number>()
  const families = new Set(
    names.flatMap(({ type, parent }) => (type === 'model' && parent !== null ? [parent] : [])),
  )
  for (const { field, start, entityId, type } of names) {
    const place = field === 'title' ? TITLE_WEIGHT : 1 / (1 + start / reach) ** 2
    weights.set(
      entityId,
      (weights.get(entityId) ?? 0) +
        place * (type === 'model' && families.has(entityId) ? FAMILY : (SPECIAL[type] ?? 1)),
    )
  }
  return names.map(({ field, start, end, name, entityId, known, type, parent, weak }) => ({
    ...{ start, end, field, surface: item[field].slice(start, end), name, entityId, known, type },
    ...(known || parent === null ? {} : { parent }),
    salience: salienceOf(weights.get(entityId) ?? 0, weak),
  }))
}

// A plain capital found by form may be a slip; an item is never said to be about it.
function salienceOf(weight: number, weak: boolean): Mention['salience'] {
  if (weight >= ABOUT && !weak) return 3
  return weight >= PART ? 2 : 1
}
