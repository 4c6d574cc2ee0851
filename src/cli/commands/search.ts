import { search } from '#app'
import { type Hit, hit } from '#wire'
import type { Deed } from '../command.ts'
import { countOption } from '../options.ts'

export const deed: Deed = async (setting, words, options) => {
  const { house } = await setting.open()
  const typed = words.join(' ')
  const { found, corrected, problems } = await search(house, typed, {
    limit: countOption(options.limit, '--limit', 10),
    asOf: setting.asOf,
  })
  for (const problem of problems) setting.tell(problem)
  for (const { typed: word, read } of corrected) setting.tell(`nothing says "${word}"; looked for "${read}"`)
  const hits = found.map(hit)
  const text =
    hits.length > 0
      ? hits.map(linesOf).join('\n')
      : `Nothing found for "${typed}". Fewer or other words may help.`
  return { data: { hits, corrected, problems }, text }
}

function linesOf({ title, url, source, publishedAt, seenAt, tier, excerpt }: Hit): string {
  const day = (publishedAt ?? seenAt).slice(0, 10).padEnd(10)
  const under = ' '.repeat(12)
  const rank = tier === null ? '' : `, tier ${tier}`
  return [`${day}  ${title} (${source}${rank})`, `${under}${excerpt}`, ...(url ? [under + url] : [])].join(
    '\n',
  )
}
