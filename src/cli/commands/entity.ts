import { entityNamed, entityPage, together } from '#app'
import type { Entity, EntityPage, Togetherness } from '#domain'
import { type Deed, WrongUse } from '../command.ts'
import { countOption } from '../options.ts'

const MOST_METRICS = 12
const MOST_SHOWN = 8

export const deed: Deed = async (setting, words, options) => {
  const { house } = await setting.open()
  const named = (name: string): Entity => {
    const entity = entityNamed(house, name)
    if (entity) return entity
    throw new WrongUse(`no entity is called "${name}"; "bellwether search ${name}" looks through the texts`)
  }
  const entity = named(words.join(' '))
  if (typeof options.with === 'string') {
    const found = await together(house, entity, named(options.with), setting.asOf)
    return { data: found, text: togetherText(found) }
  }
  const page = await entityPage(house, entity, { asOf: setting.asOf })
  return { data: page, text: pageText(page, countOption(options.limit, '--limit', 10)) }
}

/** What memory holds of two things together: the first story and the rest, or that there is none. */
function togetherText({ names: [one, other], stories: [ofOne, ofOther], both, isCut }: Togetherness): string {
  const counts = `${ofOne} ${ofOne === 1 ? 'story' : 'stories'} on ${one}, ${ofOther} on ${other}${isCut ? ' at least' : ''}`
  const [first] = both
  if (!first) return `None in our memory names both: ${counts}.`
  return [
    `${both.length} of them name both: ${counts}.`,
    `First in our memory: ${first.at.slice(0, 10)}  ${first.title}`,
    ...both.slice(1).map(({ at, title }) => `  ${at.slice(0, 10)}  ${title}`),
  ].join('\n')
}

function pageText(page: EntityPage, limit: number): string {
  const { entity, parent, children, firstSeenAt, stories } = page
  return [
    `${entity.name} (${entity.type})${entity.gloss ? `: ${entity.gloss}` : ''}`,
    ...(entity.aliases.length > 0 ? [`also called ${entity.aliases.map(bare).join(', ')}`] : []),
    ...(parent ? [`part of ${parent.name}`] : []),
    ...(children.length > 0 ? [`with ${listed(children.map((child) => child.name))}`] : []),
    ...(firstSeenAt ? [`first told of on ${firstSeenAt.slice(0, 10)}`] : []),
    ...(page.trend ? [`${page.trend.state}: ${page.trend.because}`] : []),
    ...beside(page),
    '',
    ...(stories.length === 0 ? ['No story names it yet.'] : stories.slice(0, limit).map(storyLine)),
    ...claimLines(page),
    ...predictionLines(page),
  ].join('\n')
}

function beside({ people, related }: EntityPage): string[] {
  return [
    ...(people.length > 0 ? [`people: ${listed(people.map(({ name }) => name))}`] : []),
    ...(related.length > 0 ? [`told of with ${listed(related.map(({ name }) => name))}`] : []),
  ]
}

function storyLine({ at, title, sourceNames }: EntityPage['stories'][number]): string {
  return `${at.slice(0, 10)}  ${title} (${sourceNames.join(', ')})`
}

function claimLines({ claims }: EntityPage): string[] {
  if (claims.length === 0) return []
  return [
    '',
    'Numbers:',
    ...claims.slice(0, MOST_METRICS).map(({ metric, history, contested }) => {
      const told = history.map(({ value, at, sourceName }) => `${value} (${sourceName}, ${at.slice(0, 10)})`)
      return `  ${metric}: ${told.slice(-MOST_SHOWN).join('; ')}${contested ? ' (contested)' : ''}`
    }),
  ]
}

function predictionLines({ predictions, record }: EntityPage): string[] {
  const lines = predictions.map(
    ({ prediction, resolution }) =>
      `  ${resolution?.outcome ?? 'open'}, due ${prediction.due ?? 'never'}, ${prediction.by}: ${prediction.claim.slice(0, 140)}`,
  )
  const own = record
    ? [
        `Own predictions: ${record.entered}, ${record.right} right, ${record.wrong} wrong, ${record.open} open`,
      ]
    : []
  return [...(lines.length > 0 ? ['', 'Predictions:', ...lines.slice(-MOST_SHOWN)] : []), ...own]
}

const bare = (alias: string): string => alias.replace(/^\?/, '')
const listed = (names: readonly string[]): string =>
  names.length <= MOST_SHOWN
    ? names.join(', ')
    : `${names.slice(0, MOST_SHOWN).join(', ')} and ${names.length - MOST_SHOWN} more`
