import { itemCalled, type Why, whyOf } from '#app'
import { type TurnLine, turnLine } from '#wire'
import { type Deed, WrongUse } from '../command.ts'

export const deed: Deed = async (setting, [name = '']) => {
  const { house } = await setting.open()
  const item = await itemCalled(house, name)
  if (!item)
    throw new WrongUse(
      `nothing is kept under "${name}"; "bellwether search WORDS --json" gives ids and addresses`,
    )
  const why = await whyOf(house, item)
  if (!why)
    return {
      data: null,
      text: `"${item.title}" tells no story of its own: its parts do, or it still waits to be read.`,
    }
  const { dossier, ...data } = why
  return { data: { ...data, title: dossier.story.title }, text: linesOf(why).join('\n') }
}

function linesOf({ dossier, score, date, place, stories, printed, shortfall, turns }: Why): string[] {
  const tier = score.tier === null ? 'outside the profile' : `tier ${score.tier}`
  const sources = new Map(dossier.tellings.map(({ item, source }) => [item.id, source.name]))
  const nameOf = (itemId: string) => sources.get(itemId) ?? itemId
  const isIn = printed === null ? 'not out yet' : printed ? 'printed' : 'not printed'
  return [
    dossier.story.title,
    `${score.score} of 100, ${tier}; ${place} of ${stories} stories on ${date}; ${isIn}`,
    ...(score.standing ? [`Standing ${score.standing.value}: ${score.standing.because}`] : []),
    ...score.reasons.map(
      ({ factor, share, because }) => `${share.toFixed(1).padStart(7)}  ${factor}: ${because}`,
    ),
    ...turns.map((turn) => turnText(turnLine(turn, nameOf), nameOf)),
    ...(shortfall ? [shortOf(shortfall)] : []),
  ]
}

function shortOf({ points, ways }: NonNullable<Why['shortfall']>): string {
  const needed =
    ways.length > 0 ? `enough alone: ${ways.join('; ')}` : 'no single thing would have been enough'
  return `It was ${points} points short of the last story printed; ${needed}.`
}

function turnText({ at, itemId, adds }: TurnLine, nameOf: (itemId: string) => string): string {
  return `${at.slice(0, 16).replace('T', ' ')}  ${nameOf(itemId)}: ${adds.join('; ')}`
}
