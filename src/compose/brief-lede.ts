import type { Sentence } from '#domain'
import { tally } from './book.ts'
import { isComparable, type Shift } from './brief-changes.ts'
import { DECK, POINTS } from './choose.ts'
import type { Cluster } from './clusters.ts'
import { chooseHeld, computedHeld, type Pen, tellAmongOthers } from './held.ts'
import type { Tale } from './tale.ts'
import { capitalised, counted } from './words.ts'

const SUPPORTS = 3
const WITNESSES = 8

/**
 * One thesis: the matter that most of the week's weight lies on, counted, with the week before beside it; then two or three
 * stories that carry it, each in its source's words. A week without such a matter says so and gives its best three.
 */
export function ledeOf(
  tales: readonly Tale[],
  clusters: readonly Cluster[],
  shifts: ReadonlyMap<string, Shift>,
  pen: Pen,
): { readonly sentences: Sentence[]; readonly line: Cluster | null } {
  for (const cluster of inOrder(clusters, shifts)) {
    const thesis = thesisOf(cluster, tales, shifts, pen)
    if (thesis === null || canSupport(cluster.tales, pen) < 2) continue
    return { sentences: [thesis, ...supportsOf(cluster.tales, pen)], line: cluster }
  }
  const open = computedHeld(
    pen,
    `No one matter holds the week together: ${counted(tales.length, 'story', 'stories')} on as many things.`,
    [],
    [{ value: tales.length, what: tales.length === 1 ? 'story' : 'stories', of: 'stories' }],
  )
  return { sentences: [...(open ? [open] : []), ...supportsOf(tales, pen)], line: null }
}

const GREW = 1.5
const FAR = 1.7

// How far above the week before it rose, in standard deviations of such counts; what is within chance rose by nothing.
function riseOf({ entityId }: Cluster, shifts: ReadonlyMap<string, Shift>): number {
  const { now = [], before = [] } = shifts.get(entityId ?? '') ?? {}
  const rise = (now.length - before.length) / Math.sqrt(now.length + before.length || 1)
  return rise >= FAR ? rise : 0
}

// What grew since last week is news; what was as large then comes after it.
function inOrder(clusters: readonly Cluster[], shifts: ReadonlyMap<string, Shift>): Cluster[] {
  const large = clusters.filter(({ tales }) => tales.length >= SUPPORTS)
  const grew = ({ entityId }: Cluster) => {
    const shift = entityId === null ? undefined : shifts.get(entityId)
    return shift === undefined || shift.now.length >= GREW * shift.before.length
  }
  const rose = (cluster: Cluster) => (isComparable(shifts) ? riseOf(cluster, shifts) : 0)
  return [
    ...large.filter(grew).sort((a, b) => rose(b) - rose(a)),
    ...large.filter((cluster) => !grew(cluster)),
  ]
}

function thesisOf(
  { label, entityId, tales: members }: Cluster,
  tales: readonly Tale[],
  shifts: ReadonlyMap<string, Shift>,
  pen: Pen,
): Sentence | null {
  const shift = entityId === null || !isComparable(shifts) ? undefined : shifts.get(entityId)
  const papers = members.filter(({ genre }) => genre === 'paper').length
  const sides =
    papers > 0 && papers < members.length
      ? `, ${counted(papers, 'paper')} and ${counted(members.length - papers, 'report')} among them`
      : ''
  const before =
    shift === undefined
      ? ''
      : shift.before.length === 0
        ? '; the week before had none'
        : `; the week before had ${shift.before.length}`
  const mine = tally(
    `stories turn on ${label}`,
    members.map(({ id }) => id),
  )
  const reports = members.filter(({ genre }) => genre !== 'paper')
  return computedHeld(
    pen,
    `The week’s line is ${label}: ${mine.value} of ${tales.length} stories are about it${sides}${before}.`,
    members.slice(0, WITNESSES).map(({ lead }) => lead),
    [
      mine,
      { value: tales.length, what: 'stories', of: 'stories' },
      tally(
        papers === 1 ? 'paper' : 'papers',
        members.filter(({ genre }) => genre === 'paper').map(({ id }) => id),
      ),
      tally(
        reports.length === 1 ? 'report' : 'reports',
        reports.map(({ id }) => id),
      ),
      ...(shift ? [tally(`stories the week before on ${capitalised(label)}`, shift.before)] : []),
    ],
  )
}

const supporting = (tale: Tale, pen: Pen) => chooseHeld(tale, DECK, pen, { only: POINTS, whole: true })

const canSupport = (tales: readonly Tale[], pen: Pen) =>
  tales.filter((tale) => supporting(tale, pen) !== null).length

const figuresIn = (text: string): string[] => text.match(/\d[\d.,]*/g) ?? []

function supportsOf(tales: readonly Tale[], pen: Pen): Sentence[] {
  const sentences: Sentence[] = []
  const told = new Set<string>()
  for (const tale of tales) {
    if (sentences.length === SUPPORTS) break
    const line = supporting(tale, pen)
    // A figure that stands there already is no second support.
    const figures = line ? figuresIn(line.text) : []
    if (line && (figures.length === 0 || figures.some((figure) => !told.has(figure)))) {
      for (const figure of figures) told.add(figure)
      sentences.push(tellAmongOthers(tale, line, pen))
    }
  }
  return sentences
}
