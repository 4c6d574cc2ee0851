import type { Implication, Sentence, Telling } from '#domain'
import { ADVICE, type Advice } from './advice.ts'
import { tally } from './book.ts'
import { computedHeld, type Pen } from './held.ts'
import type { Tale } from './tale.ts'
import { isShelf, topicOf } from './topic-of.ts'

/** How often each advice was given in an edition: the next story gets another one where it fits as well. */
export type Advised = Map<string, number>

/**
 * What a story means for the reader's own work: one deed that follows from facts of the story (a disagreement, a figure
 * with its baseline, code that is out or is not, a price, a hole, a deal, a date). It adds no fact of its own; what it
 * quotes is held by the story's evidence.
 */
export function implicationOf(
  tale: Tale,
  pen: Pen,
  advised: Advised,
  printed: readonly Sentence[],
  fits: (name: string) => boolean = () => true,
): Implication | null {
  const beside = printed.map(({ text }) => text).join(' ')
  const fitting = ADVICE.flatMap((advice, order) => {
    const text = fits(advice.name) ? advice.text(tale, beside) : null
    return text === null ? [] : [{ advice, order, text }]
  }).sort((a, b) => costOf(a) - costOf(b))
  function costOf({ advice, order }: (typeof fitting)[number]) {
    return order + AGAIN * (advised.get(advice.name) ?? 0)
  }
  for (const { advice, text } of fitting) {
    const sentence = said(tale, advice, text, pen)
    if (sentence === null) continue
    advised.set(advice.name, (advised.get(advice.name) ?? 0) + 1)
    const { topic } = tale.score
    return { topic: topic === null || isShelf(topic) ? null : topicOf(tale), sentence }
  }
  return null
}

// One more use of an advice costs as much as five places in the order.
const AGAIN = 5

function said(tale: Tale, { name }: Advice, text: string, pen: Pen): Sentence | null {
  const publishers = tally('publishers', tale.families)
  const tellings = COUNTED.has(name) ? onePerFamily(tale) : [tale.lead]
  return computedHeld(pen, text, tellings, [publishers, { ...publishers, what: 'publisher' }])
}

/** Advice that speaks of all who tell the story; the rest follows from the telling that it is told from. */
const COUNTED: ReadonlySet<string> = new Set(['disagreement', 'corroborated'])

function onePerFamily({ dossier }: Tale): Telling[] {
  const first = new Map<string, Telling>()
  for (const telling of dossier.tellings)
    if (telling.copyOf === null && !first.has(telling.source.family))
      first.set(telling.source.family, telling)
  return [...first.values()].slice(0, 6)
}
