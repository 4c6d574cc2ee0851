import { relatedAt } from '#app'
import type { RelatedPhrase } from '#domain'
import type { Deed } from '../command.ts'

export const deed: Deed = async (setting) => {
  const { house } = await setting.open()
  const { profile } = house
  const learnt = await relatedAt(house, setting.asOf ?? house.clock.now())
  const tiers = profile.tiers.flatMap(({ tier, name, topics }) => [
    `Tier ${tier}${name ? `: ${name}` : ''}`,
    ...topics.map((topic) => `  ${topic}${around(learnt.phrases.filter((one) => one.topic === topic))}`),
  ])
  const weights = Object.entries(profile.weights ?? {}).map(([factor, weight]) => `${factor} ${weight}`)
  const lists = [
    ...(weights.length > 0 ? [`Weighed otherwise than usual: ${weights.join(', ')}`] : []),
    ...(profile.boosts.length > 0 ? [`More: ${profile.boosts.join(', ')}`] : []),
    ...(profile.mutes.length > 0 ? [`Never: ${profile.mutes.join(', ')}`] : []),
    learnt.phrases.length > 0
      ? `Behind a topic: words that your stories of the twelve weeks before ${learnt.week.slice(0, 10)} say with it, and in how many of the stories that say them. They count less than the topic’s own.`
      : 'No words were learnt around these topics: that takes some hundred stories of the weeks before this one.',
  ]
  return { data: { profile, learnt }, text: [profile.reader, ...tiers, ...lists].join('\n') }
}

const around = (phrases: readonly RelatedPhrase[]): string =>
  phrases.length === 0
    ? ''
    : ` (+ ${phrases.map(({ phrase, together, stories }) => `${phrase} ${together}/${stories}`).join(', ')})`
