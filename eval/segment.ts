import { join } from 'node:path'
import { type Segment, segments } from '#extract'
import type { Evaluation, Row } from './evaluation.ts'
import { linesOf } from './files.ts'
import { f1, matched, NO_COUNTS, plus } from './metrics/assignment.ts'
import { pk } from './metrics/pk.ts'

type Piece = { readonly kind: Segment['kind']; readonly text: string }
type Case = { readonly id: string; readonly pieces: readonly Piece[] }

const NEAR_CHARACTERS = 200

/** Our own transcripts: where they are cut, and which stretches are advertisements. */
export const evaluation: Evaluation = {
  room: 'segment',
  async run({ own }) {
    const cases = await linesOf<Case>(join(own, 'segment.jsonl'))
    let cuts = NO_COUNTS
    let sponsors = NO_COUNTS
    let error = 0
    for (const { pieces } of cases) {
      const text = pieces.map((piece) => piece.text).join('')
      const wanted = placed(pieces)
      const found = segments(text)
      const starts = (all: readonly { start: number }[]) => all.slice(1).map(({ start }) => start)
      const near = (a: number, b: number) => Math.abs(a - b) <= NEAR_CHARACTERS
      error += pk(starts(found), starts(wanted), text.length)
      cuts = plus(cuts, matched(starts(found), starts(wanted), near))
      const ads = (all: readonly Segment[]) => all.filter(({ kind }) => kind === 'sponsor')
      const same = (a: Segment, b: Segment) => near(a.start, b.start) && near(a.end, b.end)
      sponsors = plus(sponsors, matched(ads(found), ads(wanted), same))
    }
    const row = (metric: string, value: number, reach: number | null): Row => ({
      ...{ room: 'segment', data: 'own transcripts', metric, value, cases: cases.length, reach },
      reference: null,
    })
    return [
      row('1 - Pk', 1 - error / Math.max(1, cases.length), 0.8),
      row('cuts within 200 characters F1', f1(cuts), 0.78),
      row('sponsor reads F1', f1(sponsors), 0.8),
    ]
  },
}

function placed(pieces: readonly Piece[]): Segment[] {
  let at = 0
  return pieces.map(({ kind, text }) => {
    const start = at
    at += text.length
    return { start, end: at, kind, title: '' }
  })
}
