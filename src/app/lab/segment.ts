import { summarise } from '#compose'
import { type Aside, asides, type Segment, segments } from '#extract'
import { sentences } from '#text'
import { type LabRoom, textOf } from './lab.ts'

/**
 * A transcript cut into intro, sponsors, stories and outro: the segments cover the whole text in order. A story has a
 * summary beside its title, and what in it is opinion and what caveat, as places in the whole text.
 */
export const lab: LabRoom = {
  name: 'segment',
  open() {
    return {
      answer(line) {
        const text = textOf(line, 'text')
        return { segments: segments(text).map((segment) => ({ ...segment, ...toldIn(segment, text) })) }
      },
    }
  },
}

const SUMMARY_SENTENCES = 2

function toldIn({ kind, start, end, title }: Segment, text: string) {
  if (kind !== 'story') return {}
  const said = text.slice(start, end)
  const beside = asides(said)
  const facts = sentences(said).filter((one) => !beside.some((aside) => aside.start === one.start))
  const told = facts.map((one) => one.text)
  const summary = summarise({ title, sentences: told, max: SUMMARY_SENTENCES }).map((index) => told[index])
  const placed = (wanted: Aside['kind']) =>
    beside
      .filter((aside) => aside.kind === wanted)
      .map((aside) => ({ start: start + aside.start, end: start + aside.end }))
  return { summary: summary.join(' '), opinions: placed('opinion'), caveats: placed('caveat') }
}
