import type { Sentence } from '#domain'
import { type Book, tally } from './book.ts'
import { choose, HIT, POINTS } from './choose.ts'
import type { Cluster } from './clusters.ts'
import { attributed, type Tale } from './tale.ts'
import { capitalised, counted, dayOf, listed } from './words.ts'

const MEMBERS_TOLD = 4
const SENTENCE_WORDS = 34

/** One cluster of the day: who is in it, what each of them says, what we told of it before. */
export function clusterParagraph(cluster: Cluster, date: string, book: Book): Sentence[] {
  const found = cluster.tales.flatMap((tale) => {
    const line = choose(tale, { ...HIT, words: SENTENCE_WORDS }, book, { only: POINTS })
    return line ? [{ tale, line }] : []
  })
  const told = found.slice(0, MEMBERS_TOLD)
  const sentences = told.map(({ tale, line }) => book.chosen(line, attributed(tale, line.text)))
  const untold = cluster.tales.filter((tale) => !told.some((one) => one.tale === tale)).slice(0, MEMBERS_TOLD)
  return [opening(cluster, untold, book), ...sentences, ...before(cluster, date, book)]
}

// What is said first is what sets this cluster apart: it comes back, it crosses from papers to the market, or it is one voice's.
function opening({ label, tales, earlier }: Cluster, untold: readonly Tale[], book: Book): Sentence {
  const papers = tales.filter(({ genre }) => genre === 'paper')
  const others = tales.filter(({ genre }) => genre !== 'paper')
  const leads = tales.map(({ lead }) => lead)
  const name = capitalised(label)
  const also = untold.length > 0 ? `: ${listed(untold.map(({ title }) => `“${title}”`))}` : ''
  if (papers.length > 0 && others.length > 0)
    return book.computed(
      `${name}: ${counted(papers.length, 'paper')} and ${counted(others.length, 'other story', 'other stories')} today${also}.`,
      leads,
      [count('papers', papers), count('other stories', others)],
    )
  const [what, some] = others.length === 0 ? (['paper', papers] as const) : (['story', others] as const)
  const amount = counted(some.length, what, what === 'story' ? 'stories' : 'papers')
  const families = new Set(tales.flatMap((tale) => tale.families))
  const alone = families.size === 1 && what === 'story' ? `, all from ${tales[0]?.lead.source.name}` : ''
  const text =
    earlier.length > 0
      ? `${name} comes back in ${amount} today${also}.`
      : `${amount} today ${some.length === 1 ? 'turns' : 'turn'} on ${label}${alone}${also}.`
  return book.computed(text, leads, [count(what === 'story' ? 'stories' : 'papers', some)])
}

function before({ earlier }: Cluster, date: string, book: Book): Sentence[] {
  const shown = earlier.slice(0, 3)
  if (shown.length === 0) return []
  return [
    book.computed(
      `Before: ${listed(shown.map(({ title, seenAt }) => `“${title}” (${dayOf(seenAt, date)})`))}.`,
      shown.map(({ telling }) => telling),
    ),
  ]
}

const count = (what: string, tales: readonly Tale[]) =>
  tally(
    what,
    tales.map(({ id }) => id),
  )
