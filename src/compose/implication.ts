import type { Claim, Implication, Sentence, Telling } from '#domain'
import { plain, sentences } from '#text'
import { tally } from './book.ts'
import { computedHeld, type Pen } from './held.ts'
import { bringerOf, sayerOf } from './sayer.ts'
import { isShelf, linksOf, type Tale, topicOf } from './tale.ts'
import { listed, wordCount } from './words.ts'

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

/** `beside` is what is printed of the story just before. */
type Advice = { readonly name: string; readonly text: (tale: Tale, beside: string) => string | null }

/** The most telling first. Each looks at facts that were extracted, or at plain words of the title and the first lines. */
const ADVICE: readonly Advice[] = [
  {
    name: 'disagreement',
    text: ({ disagreements, dossier }) => {
      const [one] = disagreements
      if (!one) return null
      const sides = one.sides.flatMap(({ itemId, claim }) => {
        const telling = dossier.tellings.find(({ item }) => item.id === itemId)
        return telling ? [`${telling.source.name} says ${claim.value}`] : []
      })
      return sides.length > 1 ? `Plan with neither number yet: ${listed(sides.slice(0, 3))}.` : null
    },
  },
  {
    name: 'hole',
    text: about(
      /\b(?:vulnerabilit|exploit|CVE-\d|zero-day|backdoor|malware|supply[- ]chain attack|prompt injection|jailbreak|data (?:leak|breach)|credentials?\b)/i,
      () => 'Check whether what it describes runs anywhere in your own stack before you read on.',
    ),
  },
  {
    name: 'measure',
    text: (tale) => {
      const claim = figureOf(tale)
      return claim === null
        ? null
        : `Measure your own ${claim.metric} before you take over the ${claim.value}${claim.condition && wordCount(claim.condition) <= 6 ? ` (${claim.condition})` : ''}.`
    },
  },
  {
    name: 'price',
    text: opening(
      /\b(?:pric(?:e|es|ing)|rate limits?|per (?:million|1M) tokens|cheaper|discount|quota|usage limits?)\b/i,
      () => 'Run your own token counts through the new terms before you move a workload.',
    ),
  },
  {
    name: 'code',
    text: (tale) => {
      const labels = linksOf(tale).map(({ label }) => label)
      const out = labels.includes('weights') ? 'weights are' : labels.includes('code') ? 'code is' : null
      return out === null
        ? null
        : `The ${out} linked: a run on your own data says more than the published figures.`
    },
  },
  {
    name: 'deal',
    text: about(
      /\b(?:acqui(?:re|res|red|sition)|merger|raises?\b.{0,20}\$|raised\b.{0,20}\$|funding round|valuation|takeover|partnership)\b/i,
      () => 'If you build on either side, ask now which terms and which support outlive the deal.',
    ),
  },
  {
    name: 'rules',
    text: about(
      /\b(?:regulat(?:or|ion|ors)|lawsuit|court|antitrust|AI Act|executive order|ban(?:s|ned)?|subpoena|copyright)\b/i,
      () => 'Have whoever answers for compliance read the source itself; the summary is no advice.',
    ),
  },
  {
    name: 'model',
    text: (tale) =>
      /\b(?:releas|launch|introduc|announc|ship|unveil|open[- ]weight|now available)/i.test(headOf(tale)) &&
      [...tale.names.values()].some(({ type, salience }) => type === 'model' && salience === 3)
        ? 'Rerun your own evaluation before you switch: a vendor’s table is made on the vendor’s tasks.'
        : null,
  },
  {
    name: 'market',
    text: about(
      /\b(?:adoption|market share|spending|capex|revenue|survey|index|run[- ]rate|users?)\b.{0,80}\d|\d.{0,80}\b(?:adoption|market share|spending|capex|revenue|users)\b/i,
      () => 'Set it against your own bills and usage: customers of one vendor are no sample.',
    ),
  },
  {
    name: 'product',
    text: (tale) =>
      tale.genre === 'industry' &&
      /\b(?:launch|releas|roll(?:s|ed|ing) out|open(?:s|ed)|ship(?:s|ped)|add(?:s|ed)|introduc|unveil|API|plugin|feature)/i.test(
        headOf(tale),
      )
        ? 'Try it on a task that you measure already before you plan with it.'
        : null,
  },
  {
    name: 'hardware',
    text: about(
      /\b(?:GPUs?|TPUs?|chips?|wafer|datacenters?|data centers?|gigawatts?|MW|GW|H100|B200|Blackwell)\b/i,
      () =>
        'Recompute your cost per token with it only when someone outside has measured it on your batch sizes.',
    ),
  },
  {
    name: 'benchmark',
    text: about(
      /\b(?:benchmarks?|leaderboard|arena|SOTA|state[- ]of[- ]the[- ]art|evals?|scores? \d)\b/i,
      () =>
        'Look at the tasks of the benchmark first: if yours are not among them, the rank says little for you.',
    ),
  },
  {
    name: 'forecast',
    text: ({ dossier }) => {
      const forecast = dossier.tellings
        .flatMap(({ forecasts }) => forecasts)
        .find(({ explicit, due }) => explicit && due !== null)
      return forecast ? `Put ${forecast.due} in your calendar: on that date it can be judged.` : null
    },
  },
  {
    name: 'paper',
    text: (tale) =>
      tale.genre === 'paper' && !linksOf(tale).some(({ label }) => label === 'code' || label === 'weights')
        ? 'No code is linked in what we read: treat the figures as the authors’ own until someone else has run it.'
        : null,
  },
  {
    name: 'practice',
    text: ({ genre }) =>
      genre === 'practice'
        ? 'Repeat it on your own hardware before you count on it: a post describes a single set-up.'
        : null,
  },
  {
    name: 'figure',
    text: ({ lead, genre, families }, beside) => {
      if (families.length > 1) return null
      const claim = lead.claims.find(
        ({ value, unit, metric }) =>
          metric !== null &&
          FIGURE_UNITS.has(unit) &&
          /^[^\p{L}]*\d[\d.,]*[^-]*$/u.test(value) &&
          beside.includes(value) &&
          !new RegExp(`${escapeRegExp(value)} \\p{Lu}`, 'u').test(beside),
      )
      return claim && genre === 'industry'
        ? `Before you quote ${claim.value}, read how it was counted: the figure is ${lead.source.name}’s alone.`
        : null
    },
  },
  {
    name: 'reproduce',
    text: (tale) =>
      tale.genre === 'paper' && !linksOf(tale).some(({ label }) => label === 'code' || label === 'weights')
        ? 'Plan a small reproduction from the text before you plan with its figures: no code is linked in what we read.'
        : null,
  },
  {
    name: 'method',
    text: ({ genre, score: { tier } }) =>
      genre === 'paper' && tier !== null && tier <= 2
        ? 'Name the assumption of yours that it would change, and test that before anything else.'
        : null,
  },
  {
    name: 'first',
    text: ({ dossier, families }) => {
      const told = dossier.tellings.filter(({ copyOf }) => copyOf === null)
      const [first, ...later] = [...told].sort((a, b) => (a.item.seenAt < b.item.seenAt ? -1 : 1))
      const others = later.filter(({ source }) => source.family !== first?.source.family)
      const next = others[0]
      if (
        !first ||
        !next ||
        families.length < 2 ||
        first.item.seenAt.slice(0, 10) === next.item.seenAt.slice(0, 10)
      )
        return null
      return `Read ${first.source.name} on it first: it had the story before the others.`
    },
  },
  {
    name: 'corroborated',
    text: ({ families }) =>
      families.length > 1
        ? `${families.length} publishers tell it in their own words: enough to act on the event, not on its figures.`
        : null,
  },
  {
    name: 'alone',
    text: ({ families, lead, genre }) =>
      genre !== 'paper' && families.length === 1
        ? bringerOf(lead)
          ? `We have it from ${lead.source.name} alone: open what ${sayerOf(lead)} wrote before you rely on it.`
          : `So far one publisher tells it, ${lead.source.name}: wait for a second before you rely on it.`
        : null,
  },
]

/** Units of figures that people quote. */
const FIGURE_UNITS: ReadonlySet<string> = new Set(['%', 'pp', 'x', 'usd', 'eur', 'W', 'token', 'parameter'])

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

function about(words: RegExp, text: () => string): (tale: Tale) => string | null {
  return (tale) => (words.test(headOf(tale)) ? text() : null)
}

/** The same where a word in passing would mislead: many a text names prices that it is not about. */
function opening(words: RegExp, text: () => string): (tale: Tale) => string | null {
  return ({ lead: { item } }) => {
    const [first] = sentences(plain(item.text.slice(0, HEAD_CHARACTERS)))
    return words.test(`${item.title}. ${first?.text ?? ''}`) ? text() : null
  }
}

const HEAD_CHARACTERS = 400

const headOf = ({ lead }: Tale) => plain(`${lead.item.title}. ${lead.item.text.slice(0, HEAD_CHARACTERS)}`)

/** A claim that can be measured again: a named measure, a figure with its unit, and something it is set against. */
function figureOf({ lead }: Tale): (Claim & { readonly metric: string }) | null {
  const found = lead.claims.find(
    ({ metric, unit, kind, baseline, subject }) =>
      metric !== null &&
      subject !== null &&
      (kind === 'improvement' || kind === 'comparison' || baseline !== null) &&
      unit !== '' &&
      wordCount(metric) <= 4 &&
      /^[\p{L}][\p{L}\d @/+-]+$/u.test(metric),
  )
  return found?.metric ? { ...found, metric: found.metric } : null
}
