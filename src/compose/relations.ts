import type { Sentence } from '#domain'
import { isCoined } from './apart.ts'
import type { Book } from './book.ts'
import { isClause } from './clause.ts'
import { type Cluster, isNarrow } from './clusters.ts'
import { sayerOf } from './sayer.ts'
import type { Tale } from './tale.ts'
import { printedTitle } from './title.ts'
import { capitalised, listed } from './words.ts'

const MOST = 2
const NAMES = 3
/** A longer name is cut where it stands in a sentence. */
const HEAD_CHARACTERS = 90

/** How the stories of a cluster stand to each other, as far as it can be read off them: at most two sentences. */
export function relationsIn(cluster: Cluster, book: Book): Sentence[] {
  return [...readTogether(cluster, book), ...opposed(cluster, book), ...shared(cluster, book)].slice(0, MOST)
}

export const headOf = ({ name, genre }: Pick<Tale, 'name' | 'genre'>): string => {
  const [first = name] = name.split(': ')
  // A paper is called by what stands before the colon; a piece of news is not called "Context window".
  const head = genre === 'paper' || isClause(first) ? first : name
  if (head.length <= HEAD_CHARACTERS) return head
  // A quotation that the cut leaves open is left out.
  return printedTitle(head).replace(/\s*[“"][^“”"]*…$/, '…')
}

const quoted = (tale: Tale) => `“${headOf(tale)}”`

// Somebody else put two of them side by side, and says what one is to the other.
function readTogether({ tales }: Cluster, book: Book): Sentence[] {
  for (const tale of tales)
    for (const other of tales) {
      if (other === tale || !isCoined(other.name)) continue
      const line = tale
        .lines()
        .find(
          (one) =>
            one.foreign &&
            one.alone &&
            one.running.includes(other.name) &&
            !book.isPrinted(one) &&
            book.isHeld(one),
        )
      if (!line) continue
      return [
        book.computed(
          `${capitalised(sayerOf(line.telling))} reads ${quoted(tale)} and ${quoted(other)} together.`,
          [line.telling, tale.lead, other.lead],
        ),
        book.chosen(line, line.running),
      ]
    }
  return []
}

const GOES_WRONG =
  /\b(?:pitfalls?|fail(?:s|ed|ures?)?|faulty|hack(?:s|ed|ing)|collapses?|lower bound|harms?|unsafe|forget(?:s|ting)?|worse|attacks?|vulnerabilit\w+|degrad\w+|falls? apart|breaks?|wrong)\b/i

// The title of one says what goes wrong, and another has a measured gain: trouble and cure, or two findings that differ.
function opposed({ tales, label }: Cluster, book: Book): Sentence[] {
  if (tales.length !== 2) return []
  const wrong = tales.find(({ title }) => GOES_WRONG.test(title))
  const gain = tales.find(
    ({ title, lead }) =>
      !GOES_WRONG.test(title) &&
      lead.claims.some(({ kind, change }) => kind === 'improvement' || change !== null),
  )
  if (!wrong || !gain) return []
  return [
    book.computed(
      `${capitalised(label)} from opposite sides: ${quoted(wrong)} looks at what goes wrong, ${quoted(gain)} at a gain that it measures.`,
      [wrong.lead, gain.lead],
    ),
  ]
}

const TYING = new Set(['method', 'benchmark', 'dataset', 'hardware', 'model'])

// What all of them name besides: the same benchmark, the same method underneath.
function shared({ tales, label, entityId }: Cluster, book: Book): Sentence[] {
  const [first, ...others] = tales
  if (!first || others.length === 0 || tales.length > NAMES) return []
  const names = [...first.names]
    .filter(
      ([id, { type, known, name }]) =>
        id !== entityId &&
        known &&
        isNarrow(name) &&
        TYING.has(type) &&
        !label.toLowerCase().includes(name.toLowerCase()) &&
        tales.every((tale) => tale.lead.mentions.some(({ entityId: named }) => named === id)),
    )
    .sort((a, b) => b[1].salience - a[1].salience || (a[0] < b[0] ? -1 : 1))
    .map(([, { name }]) => name)
    .slice(0, 2)
  if (names.length === 0) return []
  return [
    book.computed(
      `${tales.length === 2 ? 'Both' : 'All of them'} also name ${listed(names)}.`,
      tales.map(({ lead }) => lead),
    ),
  ]
}
