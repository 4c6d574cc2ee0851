import { entityNamed, storiesOf } from '#app'
import { type Deed, WrongUse } from '../command.ts'
import { countOption } from '../options.ts'

export const deed: Deed = async (setting, words, options) => {
  const { house } = await setting.open()
  const name = words.join(' ')
  const entity = entityNamed(house, name)
  if (!entity)
    throw new WrongUse(`no entity is called "${name}"; "bellwether search ${name}" looks through the texts`)
  const dossiers = await storiesOf(house, entity.id, {
    limit: countOption(options.limit, '--limit', 10),
    asOf: setting.asOf,
  })
  const stories = dossiers.map(({ story, tellings }) => ({
    id: story.id,
    title: story.title,
    firstSeenAt: story.firstSeenAt,
    tellings: tellings.length,
    urls: tellings.flatMap(({ item }) => item.url ?? []),
  }))
  const head = `${entity.name} (${entity.type})${entity.gloss ? `: ${entity.gloss}` : ''}`
  const lines = stories.map(
    (story) =>
      `${story.firstSeenAt.slice(0, 10)}  ${story.title}${story.tellings > 1 ? ` (${story.tellings} tellings)` : ''}`,
  )
  return {
    data: { entity, stories },
    text: [head, ...(lines.length > 0 ? lines : ['No story names it yet.'])].join('\n'),
  }
}
