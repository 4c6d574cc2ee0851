import type { Block, Bullet, Prediction, Resolution, Watch } from '#domain'
import { daysBetween, lastDayOf, plain } from '#text'
import { tally, type Witness } from './book.ts'
import type { Foretold, Settled } from './brief-input.ts'
import type { DigestInput } from './digest-input.ts'
import { computedHeld, type Pen } from './held.ts'
import { shortened } from './shorten.ts'
import { standsAlone } from './usable.ts'
import { clipped, counted, dayOf, wordCount } from './words.ts'

const MOST = 8
const CLAIM_CHARACTERS = 240
const CLAIM_WORDS = 45

/**
 * What to watch as the ledger has it: first what was settled in the window, with the time that it took, then what falls
 * due within a week, then the day's own forecasts under the number of their entry.
 */
export function fromTheLedger(input: DigestInput, watches: readonly Watch[], pen: Pen): Block[] {
  const settled = input.settled.flatMap((one) => settledBullet(one, input.date, pen) ?? [])
  const due = input.foretold.due.flatMap((one) => dueWatch(one, input.date, pen) ?? [])
  const entered = watches.map((watch) => withEntry(watch, input.foretold.open))
  return [...settled, ...due, ...entered].slice(0, MOST)
}

function withEntry(watch: Watch, open: readonly Prediction[]): Watch {
  const start = watch.sentence.text.slice(0, 60)
  const entry = open.find(({ claim, road }) => road === 'source' && claim.startsWith(start))
  return entry ? { ...watch, entry: entry.id } : watch
}

const ENDS: Readonly<Record<Resolution['outcome'], string>> = {
  right: 'it came true',
  wrong: 'it did not come true',
  void: 'it can no longer be judged',
  open: 'it is still open',
}

function settledBullet(
  { prediction, resolution, witnesses }: Settled,
  date: string,
  pen: Pen,
): Bullet | null {
  const { by, madeAt, claim, id, scope } = prediction
  const from = lastDayOf(madeAt)
  const days = from === null ? 0 : Math.max(0, daysBetween(from, resolution.resolvedAt.slice(0, 10)) ?? 0)
  const after = days === 0 ? 'the same day' : `after ${counted(days, 'day')}`
  const bounds = scope.length > 0 ? ` It spoke of ${scope.slice(0, 3).join(', ')} only.` : ''
  const text = `${by} foretold on ${dayOf(madeAt, date)}: “${clipped(plain(claim), CLAIM_CHARACTERS)}” Settled ${after}: ${ENDS[resolution.outcome]}.${bounds}`
  const sentence = computedHeld(pen, text, witnesses, daysTally(days))
  return sentence === null
    ? null
    : {
        ...{
          kind: 'bullet',
          lead: `Settled: ledger ${id}`,
          url: null,
          label: null,
          storyId: null,
          tier: null,
        },
        ...{ topic: null, glosses: [], sentences: [{ ...sentence, origin: 'ledger' }] },
      }
}

const daysTally = (days: number) =>
  days > 0
    ? [
        tally(
          days === 1 ? 'day' : 'days',
          Array.from({ length: days }, (_, day) => String(day)),
        ),
      ]
    : []

function dueWatch({ prediction, witnesses }: Foretold, date: string, pen: Pen): Watch | null {
  const { by, due, claim, criterion, id } = prediction
  const last = due === null ? null : lastDayOf(due)
  const text = claimOf(claim, witnesses)
  if (last === null || text === null || !standsAlone(text)) return null
  const sentence = computedHeld(pen, text, witnesses)
  if (sentence === null) return null
  return {
    ...{
      kind: 'watch',
      lead: `Due: ${titleOf(witnesses, by)}`,
      url: witnesses[0]?.item.url ?? null,
      storyId: null,
    },
    ...{
      by,
      days: daysBetween(date, last),
      due,
      sentence: { ...sentence, origin: 'ledger' },
      criterion,
      entry: id,
    },
  }
}

// Under its own title the claim need not begin with it; what is too long is cut where a clause ends, or not told.
function claimOf(claim: string, [first]: readonly Witness[]): string | null {
  const whole = plain(claim).replace(/\s+/g, ' ')
  const [head = '', ...rest] = whole.split(': ')
  const bare = first && rest.length > 0 && plain(first.item.title).startsWith(head) ? rest.join(': ') : whole
  if (!/[.!?…]["”’)]*$/.test(bare) && bare.length >= CLAIM_CHARACTERS) return null
  return wordCount(bare) <= CLAIM_WORDS ? bare : shortened(bare, CLAIM_WORDS)
}

const titleOf = ([first]: readonly Witness[], by: string): string =>
  clipped(plain(first?.item.title ?? by), 80)
