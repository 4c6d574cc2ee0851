import { containment, cosine, countOf, terms } from '#text'

/** A text cut into sentences, and how many of them are wanted. */
export type Summarisable = {
  readonly title: string | null
  readonly sentences: readonly string[]
  readonly max: number
}

const MOST_SENTENCES = 400

/**
 * The indices of the `max` sentences that say most of what the text says, in reading order, none repeating another.
 * A linear model over place, cue phrases, title overlap, centrality and length, in the line of Edmundson 1969 ("New
 * methods in automatic extracting") with the centrality of LexRank (Erkan and Radev 2004); see `WEIGHTS` for how it
 * was fitted. Sentences beyond the 400th are not looked at.
 */
export function summarise({ title, sentences, max }: Summarisable): number[] {
  const weights = weigh({ title, sentences })
  const words = weights.map((_, index) => new Set(terms(sentences[index] ?? '')))
  const covered = new Set<string>()
  const open = new Set(weights.keys())
  while (open.size > 0 && weights.length - open.size < max) {
    const next = bestOf(open, (index) => (weights[index] ?? 0) - REPETITION * shareIn(words[index], covered))
    open.delete(next)
    for (const word of words[next] ?? []) covered.add(word)
  }
  return [...weights.keys()].filter((index) => !open.has(index))
}

// A further sentence must add to those before: relevance less what is covered already, after Carbonell and Goldstein 1998.
const REPETITION = 9

const shareIn = (words: ReadonlySet<string> | undefined, covered: ReadonlySet<string>): number =>
  words && covered.size > 0 ? containment(words, covered) : 0

function bestOf(open: ReadonlySet<number>, worth: (index: number) => number): number {
  let [best, most] = [-1, Number.NEGATIVE_INFINITY]
  for (const index of open) {
    const value = worth(index)
    if (value > most) [best, most] = [index, value]
  }
  return best
}

/** What each sentence is worth as a summary of the whole: comparable within one text only. */
export function weigh({ title, sentences }: Omit<Summarisable, 'max'>): number[] {
  return features({ title, sentences }).map((row) =>
    FEATURES.reduce((total, name) => total + WEIGHTS[name] * row[name], 0),
  )
}

const FEATURES = [
  'first',
  'second',
  'last',
  'place',
  'proposes',
  'shows',
  'thisWork',
  'results',
  'background',
  'contrast',
  'dangling',
  'question',
  'inTitle',
  'titleHeld',
  'centroid',
  'degree',
  'short',
  'long',
  'number',
] as const

type Features = Readonly<Record<(typeof FEATURES)[number], number>>

// Fitted by gradient ascent on the expected ROUGE-1 F of a softmax choice, over the 700 abstracts of scitldr_train.
const WEIGHTS: Features = {
  first: 0.28,
  second: -0.02,
  last: -0.33,
  place: -0.96,
  proposes: 3.14,
  shows: 0.68,
  thisWork: 2.43,
  results: -0.37,
  background: -0.69,
  contrast: -0.61,
  dangling: -0.49,
  question: -1,
  inTitle: 1.96,
  titleHeld: 4.14,
  centroid: 0.89,
  degree: 2.27,
  short: -0.87,
  long: -0.63,
  number: -0.17,
}

const PROPOSES =
  /\b(?:we|paper|work|article|study|authors?)\b.{0,40}\b(?:propos|introduc|present|develop|describ|design|devis|formulat|provid|study|investigat|explor|address|extend|deriv|build)/i
const SHOWS =
  /\b(?:we|results?|experiments?|paper|work)\b.{0,40}\b(?:show|demonstrat|prov|find|found|argu|observ|reveal|establish|achiev)/i
const THIS_WORK =
  /\b(?:in|here)\b.{0,3}\b(?:this|our|the present)\b ?(?:paper|work|article|study|letter)|^(?:here|this (?:paper|work))\b/i
const RESULTS = /\b(?:outperform|state[- ]of[- ]the[- ]art|experiment|evaluat|empirical|benchmark|compar)/i
const BACKGROUND =
  /\b(?:recent(?:ly)?|has been|have been|is (?:a|an|one of)|are (?:widely|often|typically|commonly)|widely|traditional|existing|typically|usually|become)\b/i
const CONTRAST = /^(?:however|but|yet|unfortunately|although|though|despite|while|nevertheless)\b/i
const DANGLING =
  /^(?:it|this|these|those|they|such|he|she|its|their|that|moreover|furthermore|additionally|also|finally|in addition|in particular|specifically|for example|for instance)\b/i

/** What the model looks at, for each sentence: 0 or 1, or a share from 0 to 1. */
function features({ title, sentences }: Omit<Summarisable, 'max'>): Features[] {
  const looked = sentences.slice(0, MOST_SENTENCES)
  const bags = looked.map((sentence) => countOf(terms(sentence)))
  const whole = new Map<string, number>()
  for (const bag of bags) for (const [term, count] of bag) whole.set(term, (whole.get(term) ?? 0) + count)
  const titleTerms = new Set(terms(title ?? ''))
  const degrees = centrality(bags)
  return looked.map((sentence, index) => {
    const bag = bags[index] ?? new Map<string, number>()
    const held = new Set(bag.keys())
    const words = sentence.split(/\s+/).length
    const is = (test: RegExp) => (test.test(sentence) ? 1 : 0)
    return {
      first: index === 0 ? 1 : 0,
      second: index === 1 ? 1 : 0,
      last: index === looked.length - 1 && index > 1 ? 1 : 0,
      place: looked.length > 1 ? index / (looked.length - 1) : 0,
      proposes: is(PROPOSES),
      shows: is(SHOWS),
      thisWork: is(THIS_WORK),
      results: is(RESULTS),
      background: is(BACKGROUND),
      contrast: is(CONTRAST),
      dangling: is(DANGLING),
      question: sentence.endsWith('?') ? 1 : 0,
      inTitle: held.size === 0 || titleTerms.size === 0 ? 0 : containment(held, titleTerms),
      titleHeld: titleTerms.size === 0 ? 0 : containment(titleTerms, held),
      centroid: cosine(bag, whole),
      degree: degrees[index] ?? 0,
      short: words < 12 ? (12 - words) / 12 : 0,
      long: words > 30 ? Math.min(1, (words - 30) / 20) : 0,
      number: is(/\d/),
    }
  })
}

// LexRank's degree centrality: the mean similarity to the other sentences, scaled to the most central. Long texts are
// sampled evenly, so that a transcript costs no more than fifty sentences squared.
function centrality(bags: readonly ReadonlyMap<string, number>[]): number[] {
  const step = Math.max(1, Math.ceil(bags.length / 50))
  const others = bags.filter((_, index) => index % step === 0)
  const degrees = bags.map((bag) =>
    others.reduce((total, other) => total + (other === bag ? 0 : cosine(bag, other)), 0),
  )
  const most = Math.max(...degrees, 1e-9)
  return degrees.map((degree) => degree / most)
}
