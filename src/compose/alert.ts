import type { Edition, Entry, Instant, Interval, Maker, Sentence, Telling } from '#domain'
import { type Holds, openBook, tally } from './book.ts'
import { alsoEntry } from './brief-sections.ts'
import { RESULT } from './choose.ts'
import { chooseHeld, computedHeld, type Pen, tellAmongOthers } from './held.ts'
import { type DigestStory, type Tale, taleOf } from './tale.ts'
import { withdraw } from './withdraw.ts'
import { counted, listed } from './words.ts'

const ALERT_MAKER: Maker = 'compose/alert@1'

/** A story that is major, with why, and what was told of it before. */
export type AlertInput = {
  readonly story: DigestStory
  /** `a very large deal`, `a severe security event`. */
  readonly kinds: readonly string[]
  /** Places that tell it, each for itself. */
  readonly origins: readonly string[]
  readonly authority: string | null
  /** 1 for the first alert on it, then counting. */
  readonly number: number
  /** Tellings that came since the alert before; empty for the first. */
  readonly fresh: readonly Telling[]
  readonly window: Interval
  readonly madeAt: Instant
  readonly makers: readonly Maker[]
}

/** An alert on one story: what happened, why it is told now, and in a follow-up what is new. Null where no sentence of it is held. */
export function composeAlert(input: AlertInput, holds: Holds): Edition | null {
  const { story, window, number, madeAt, makers } = input
  const tale = taleOf(story, window)
  if (!tale) return null
  const pen: Pen = { book: openBook(new Map(), holds), holds }
  const news = number > 1 ? newFacts(tale, input, pen) : []
  const entry = alsoEntry(tale, pen, new Map())
  if (!entry || (number > 1 && news.length === 0)) return null
  const why = whyNow(tale, input, pen)
  const date = madeAt.slice(0, 10)
  return withdraw(
    {
      id: `alert-${date}-${tale.id}${number > 1 ? `-${number}` : ''}`,
      kind: 'alert',
      date,
      window,
      title: `${number > 1 ? 'Follow-up' : 'Alert'} | ${tale.title}`,
      issue: number,
      lede: number > 1 ? news.slice(0, 1) : [],
      sections: [
        ...(news.length > 1
          ? [
              {
                ...({ kind: 'new-facts', title: 'New' } as const),
                blocks: [{ kind: 'paragraph' as const, sentences: news.slice(1) }],
                empty: null,
              },
            ]
          : []),
        {
          ...({ kind: 'what-happened', title: 'What happened' } as const),
          blocks: [withoutAdvice(entry)],
          empty: null,
        },
        {
          ...({ kind: 'why-now', title: 'Why now' } as const),
          blocks: why ? [{ kind: 'paragraph' as const, sentences: [why] }] : [],
          empty: why ? null : 'It passed the bar.',
        },
      ],
      evidence: pen.book.evidence(),
      counts: {
        ...{ items: tale.dossier.tellings.length, stories: 1, copies: 0, sourcesRead: 0 },
        ...{ perSource: [], leftOut: 0, sentences: 0, withdrawn: 0 },
      },
      ...{ gaps: [], silent: [], madeAt },
      makers: [...new Set([...makers, ALERT_MAKER])].sort(),
    },
    new Set(),
  )
}

// Somebody who is woken wants the facts.
const withoutAdvice = (entry: Entry): Entry => ({ ...entry, means: null })

function whyNow(tale: Tale, { kinds, origins, authority }: AlertInput, pen: Pen): Sentence | null {
  const places = tally('places', origins)
  const told =
    authority === null ? `${counted(places.value, 'place')} tell it, each for itself` : `${authority} says so`
  return computedHeld(pen, `${capital(listed(kinds))}: ${told}.`, tale.dossier.tellings.slice(0, 6), [
    places,
    { ...places, what: 'place' },
  ])
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function newFacts(tale: Tale, { fresh }: AlertInput, pen: Pen): Sentence[] {
  const ids = new Set(fresh.map(({ item }) => item.id))
  const old = tale.lines().filter(({ telling }) => !ids.has(telling.item.id))
  const line = chooseHeld(tale, RESULT, pen, { not: old, figure: true })
  return line ? [tellAmongOthers(tale, line, pen)] : []
}
