import { ask } from '#app'
import type { Answer } from '#domain'
import { type Deed, WrongUse } from '../command.ts'

/** What is known of a question, in sentences of sources with their evidence. */
export const deed: Deed = async (setting, words) => {
  const question = words.join(' ').trim()
  if (question === '')
    throw new WrongUse('ask: write a question, such as "what do we know about KV cache since April?"')
  const { house } = await setting.open()
  const answer = await ask(house, question, { asOf: setting.asOf })
  return { data: answer, text: textOf(answer) }
}

function textOf({ sentences, disagreements, gaps, nearest, asOf, since }: Answer): string {
  const bounds = `As of ${asOf.slice(0, 10)}${since ? `, since ${since}` : ''}`
  if (sentences.length === 0)
    return [
      `${bounds}: nothing found that speaks to it.`,
      ...(nearest.length > 0 ? ['Closest:'] : []),
      ...nearest.map(({ at, title, sourceName }) => `  ${at.slice(0, 10)}  ${title} (${sourceName})`),
    ].join('\n')
  const items = [...new Map(sentences.map((one) => [one.itemId, one])).values()]
  const numberOf = (itemId: string) => items.findIndex((item) => item.itemId === itemId) + 1
  return [
    `${bounds}:`,
    ...sentences.map(({ at, text, itemId }) => `${at.slice(0, 10)}  ${text} [${numberOf(itemId)}]`),
    ...disagreements.map(
      ({ subject, metric, sides }) =>
        `Sources disagree on ${subject}, ${metric}: ${sides.map(({ claim }) => claim.value).join(' against ')}.`,
    ),
    ...gaps.map((gap) => `Gap: ${gap}`),
    '',
    ...items.map(
      ({ title, sourceName, url }, at) => `[${at + 1}] ${title}, ${sourceName}${url ? `, ${url}` : ''}`,
    ),
  ].join('\n')
}
