import type { lookAt } from '#reading'
import type { LabPart } from '#web'

const MOST_ROWS = 60
type Looked = Awaited<ReturnType<typeof lookAt>>

/** What each room made of a text, as tables. */
export function labParts(text: string, seen: Looked): LabPart[] {
  const at = ({ start, end }: { start: number; end: number }) => `${start}–${end}`
  const part = (
    room: string,
    what: string,
    head: readonly string[],
    rows: readonly (readonly string[])[],
    empty: string,
  ): LabPart => ({
    room,
    what,
    head,
    rows: rows.slice(0, MOST_ROWS),
    empty,
  })
  const { score } = seen
  return [
    part(
      'Text',
      `Language ${seen.language}, ${seen.sentences} sentences, ${text.length} characters. What says most of it:`,
      ['Summary'],
      seen.summary.map((line) => [line]),
      'No sentence was found.',
    ),
    part(
      'Score',
      `Worth ${score.score.toFixed(1)} of 100 to you; ${score.tier === null ? 'no topic of yours' : `tier ${score.tier}, ${score.topic}`}.`,
      ['Factor', 'Share', 'Because'],
      score.reasons.map(({ factor, share, because }) => [factor, share.toFixed(1), because]),
      'No reason speaks for or against it.',
    ),
    part(
      'Mentions',
      'Who and what it names.',
      ['As written', 'Name', 'Kind', 'Known', 'Salience', 'Where'],
      seen.mentions.map((one) => [
        one.surface,
        one.name,
        one.type,
        one.known ? 'yes' : 'by form',
        String(one.salience),
        at(one),
      ]),
      'Nobody is named.',
    ),
    part(
      'Claims',
      'What it claims, with numbers.',
      ['Subject', 'Metric', 'Value', 'Against', 'Where it holds', 'Kind'],
      seen.claims.map((one) => [
        one.subject ?? '',
        one.metric ?? '',
        one.value,
        one.baseline ?? '',
        one.condition ?? '',
        one.kind,
      ]),
      'No claim with a number was found.',
    ),
    part(
      'Forecasts',
      'What it foretells.',
      ['Sentence', 'By', 'Due', 'What would settle it'],
      seen.forecasts.map((one) => [one.text, one.by ?? '', one.due ?? '', one.criterion ?? '']),
      'Nothing is foretold.',
    ),
    part(
      'Quantities',
      'Its numbers with their units.',
      ['As written', 'Number', 'Unit', 'Change', 'Where'],
      seen.quantities.map((one) => [one.text, String(one.number), one.unit, one.change, at(one)]),
      'No number was found.',
    ),
    part(
      'Dates',
      'Its dates, counted from now where they are relative.',
      ['As written', 'Kind', 'Value', 'Where'],
      seen.dates.map((one) => [
        one.text,
        one.kind,
        one.value ?? `${one.from ?? ''} to ${one.to ?? ''}`,
        at(one),
      ]),
      'No date was found.',
    ),
  ]
}
