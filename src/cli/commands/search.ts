import { search } from '#app'
import { hit } from '#wire'
import type { Deed } from '../command.ts'
import { countOption } from '../options.ts'

export const deed: Deed = async (setting, words, options) => {
  const { house } = await setting.open()
  const found = await search(house, words.join(' '), {
    limit: countOption(options.limit, '--limit', 10),
    asOf: setting.asOf,
  })
  const sources = new Map((await house.store.sources()).map((source) => [source.id, source.name]))
  const data = found.map((one) =>
    hit(one.item, sources.get(one.item.sourceId) ?? one.item.sourceId, one.hit.excerpt),
  )
  if (data.length === 0)
    return { data, text: `Nothing found for "${words.join(' ')}". Fewer or other words may help.` }
  const lines = data.map(
    (hit) =>
      `${(hit.publishedAt ?? hit.seenAt).slice(0, 10)}  ${hit.title} (${hit.source})\n            ${hit.excerpt}${hit.url ? `\n            ${hit.url}` : ''}`,
  )
  return { data, text: lines.join('\n') }
}
