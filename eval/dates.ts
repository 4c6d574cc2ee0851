import { join } from 'node:path'
import { type DateSpan, datesIn } from '#text'
import type { Evaluation, Row } from './evaluation.ts'
import { linesOf } from './files.ts'

type OwnDate = {
  readonly text: string
  readonly value?: string
  readonly from?: string
  readonly to?: string
}
type OwnCase = { readonly text: string; readonly reference: string; readonly dates: readonly OwnDate[] }

type Value = {
  readonly timex?: string
  readonly value?: string
  readonly start?: string
  readonly end?: string
}
type Wanted = {
  readonly Start: number
  readonly End: number
  readonly TypeName: string
  readonly Resolution: { readonly values: readonly Value[] } | null
}
/** A case of Recognizers-Text: `End` is the last character, a value may be any of several readings. */
type Case = {
  readonly spec: string
  readonly input: string
  readonly ref: string | null
  readonly results: readonly Wanted[]
}

const REFERENCE = 'Recognizers-Text: .NET 98 %, JavaScript 43 % [P]'

/** Whole cases: every date of a text found at the same place with the same value, and nothing else. */
export const evaluation: Evaluation = {
  room: 'dates',
  async run({ own, shared }) {
    const cases = await linesOf<OwnCase>(join(own, 'dates.jsonl'))
    const row = (
      data: string,
      right: number,
      count: number,
      reference: string | null,
      reach: number | null,
    ): Row => ({
      ...{
        room: 'dates',
        data,
        metric: 'share of cases wholly right',
        value: count === 0 ? 1 : right / count,
      },
      ...{ cases: count, reference, reach },
    })
    const rows = [row('own sentences', cases.filter(ownRight).length, cases.length, null, 0.9)]
    if (shared === null) return rows
    const all = await linesOf<Case>(join(shared, 'dates', 'datetime_dev.jsonl'))
    const plain = all.filter(({ spec }) => spec.endsWith('/DateTimeModel.json'))
    rows.push(row('datetime_dev, DateTimeModel', plain.filter(wholly).length, plain.length, REFERENCE, 0.7))
    rows.push(row('datetime_dev, all modes', all.filter(wholly).length, all.length, null, null))
    return rows
  },
}

function ownRight({ text, reference, dates }: OwnCase): boolean {
  const found = datesIn(text, reference)
  return (
    found.length === dates.length &&
    dates.every((wanted, at) => {
      const one = found[at]
      return (
        one?.text === wanted.text &&
        (wanted.value === undefined || one.value === wanted.value) &&
        same(one.from, wanted.from) &&
        same(one.to, wanted.to)
      )
    })
  )
}

const same = (found: string | null, wanted: string | undefined): boolean =>
  wanted === undefined || found === wanted

/** Whether all dates of a case and no other were found, each with one of its values. */
export function wholly({ input, ref, results }: Case): boolean {
  const found = datesIn(input, ref ?? '2016-11-07T00:00:00')
  return (
    found.length === results.length &&
    results.every((wanted, at) => {
      const one = found[at]
      return (
        one !== undefined && one.start === wanted.Start && one.end === wanted.End + 1 && anyValue(one, wanted)
      )
    })
  )
}

function anyValue(found: DateSpan, { Resolution, TypeName }: Wanted): boolean {
  const values = Resolution?.values ?? []
  const plain = (text: string | null | undefined) => (text ?? '').replace('T', ' ')
  return values.some((value) => {
    if (found.kind === 'duration') return TypeName.endsWith('duration') && value.timex === found.value
    if (found.kind === 'set') return TypeName.endsWith('set') && value.timex === found.value
    if (value.start !== undefined || value.end !== undefined) {
      return plain(found.from) === plain(value.start) && plain(found.to) === plain(value.end)
    }
    return value.value === 'not resolved' ? found.from === null : plain(found.value) === plain(value.value)
  })
}
