import { search } from '#app'
import { type Hit, hit } from '#wire'
import type { Deed } from '../command.ts'
import { countOption } from '../options.ts'

export const deed: Deed = async (setting, words, options) => {
  const { house } = await setting.open()
  const typed = words.join(' ')
  const { found, corrected, problems, names, pages, predictions } = await search(house, typed, {
    limit: countOption(options.limit, '--limit', 10),
    asOf: setting.asOf,
  })
  for (const problem of problems) setting.tell(problem)
  for (const { typed: word, read } of corrected) setting.tell(`nothing says "${word}"; looked for "${read}"`)
  const hits = found.map(hit)
  const lines = [
    ...names.map(({ name, type }) => `${type.padEnd(10)}  ${name}: bellwether entity "${name}"`),
    ...hits.map(linesOf),
    ...pages.map(({ id, title }) => `wiki        ${title}: bellwether wiki show ${id}`),
    ...predictions.map(
      ({ claim, by, madeAt, due }) =>
        `foretold    ${claim} (${by}, ${madeAt.slice(0, 10)}${due ? `, due ${due}` : ''})`,
    ),
  ]
  const text =
    lines.length > 0 ? lines.join('\n') : `Nothing found for "${typed}". Fewer or other words may help.`
  return { data: { hits, names, pages, predictions, corrected, problems }, text }
}

function linesOf({ title, url, source, publishedAt, seenAt, tier, more, excerpt }: Hit): string {
  const day = (publishedAt ?? seenAt).slice(0, 10).padEnd(10)
  const under = ' '.repeat(12)
  const rank = tier === null ? '' : `, tier ${tier}`
  const others = more === 0 ? '' : `, and ${more} more`
  return [
    `${day}  ${title} (${source}${others}${rank})`,
    `${under}${excerpt}`,
    ...(url ? [under + url] : []),
  ].join('\n')
}
