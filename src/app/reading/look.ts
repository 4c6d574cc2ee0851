import { summarise } from '#compose'
import { claims, forecasts } from '#extract'
import { datesIn, languageOf, quantities, sentences } from '#text'
import { finderOf } from '../finder.ts'
import type { House } from '../house.ts'
import { judgeOf } from '../judge.ts'
import { LABS } from '../lab/index.ts'

/** What each room of the house makes of a text that a person pastes. Nothing is kept. */
export async function lookAt(house: House, text: string) {
  const [first = ''] = text.split('\n', 1)
  const title = first.slice(0, 200)
  const published = house.clock.now()
  const { dossierOf } = await import('../lab/tier.ts')
  const score = (await judgeOf(house))(dossierOf({ id: 'pasted', title, text }), { now: published })
  const cut = sentences(text)
  const { findMentions } = await finderOf(house)
  return {
    language: languageOf(text),
    sentences: cut.length,
    summary: summarise({ title, sentences: cut.map((sentence) => sentence.text), max: 3 }).map(
      (at) => cut[at]?.text ?? '',
    ),
    mentions: findMentions({ title: '', text }),
    claims: claims(text, { published }),
    forecasts: forecasts(text, { published }),
    quantities: quantities(text),
    dates: datesIn(text, published),
    score,
    rooms: Object.keys(LABS),
  }
}
