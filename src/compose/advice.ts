import type { Claim } from '#domain'
import { plain, sentences } from '#text'
import { isClause } from './clause.ts'
import { linksOf } from './links.ts'
import { isTalk } from './remarks.ts'
import { bringerOf, sayerOf } from './sayer.ts'
import type { Tale } from './tale.ts'
import { listed, partialDay, wordCount } from './words.ts'

/** One deed that may follow from a story. `beside` is what is printed of the story just before. */
export type Advice = {
  readonly name: string
  readonly text: (tale: Tale, beside: string) => string | null
}

/**
 * The most telling first. Each looks at facts that were extracted, or at the title and the sentence that a story opens
 * with: a word in passing is no ground for advice. Null where it does not fit this very story.
 */
export const ADVICE: readonly Advice[] = [
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
    text: opening(
      /\b(?:vulnerabilit|exploit(?:ed|able)?\b|CVE-\d|zero-day|backdoor|malware|worm\b|ransomware|supply[- ]chain attack|prompt injection|(?:data|credential|key|secret)s? (?:leak|breach|theft)|stolen (?:keys|credentials|tokens))/i,
      () => 'Check whether what it describes runs anywhere in your own stack before you read on.',
    ),
  },
  {
    name: 'measure',
    text: (tale) => {
      const claim = figureOf(tale)
      return claim === null
        ? null
        : `Measure ${claim.metric} on your own load before you count on ${claim.value}${claim.condition && wordCount(claim.condition) <= 6 ? ` (${claim.condition})` : ''}.`
    },
  },
  {
    name: 'price',
    text: opening(
      /\b(?:pric(?:e|es|ing)|rate limits?|per (?:million|1M) (?:\w+ )?tokens|cheaper|discount|quota|usage limits?)\b/i,
      () => 'Run your own token counts through the new terms before you move a workload.',
    ),
  },
  {
    name: 'code',
    text: (tale) => {
      const labels = linksOf(tale).map(({ label }) => label)
      const out = labels.includes('weights') ? 'weights are' : isItsCode(tale) ? 'code is' : null
      return out === null || !tale.lead.item.text.match(/\d/)
        ? null
        : `The ${out} linked: a run on your own data says more than the published figures.`
    },
  },
  {
    name: 'deal',
    text: opening(
      /\b(?:acqui(?:re|res|red|ring|sition)|merg(?:er|es|ed)|takeover|buys|bought)\b/i,
      () => 'If you build on either side, ask now which terms and which support outlive the deal.',
    ),
  },
  {
    name: 'money',
    text: opening(
      /\b(?:raises?|raised|funding|valuation|Series [A-H]|IPO)\b.{0,60}[$€£]\d|[$€£]\d.{0,60}\b(?:funding|valuation|round|raise|IPO)\b/i,
      () => 'Nothing to do yet: money buys time, so look again when there is something to measure.',
    ),
  },
  {
    name: 'rules',
    text: opening(
      /\b(?:regulat(?:or|ion|ors)|lawsuit|court|jury|antitrust|AI Act|executive order|subpoena|copyright)\b/i,
      () => 'Have whoever answers for compliance read the source itself; the summary is no advice.',
    ),
  },
  {
    name: 'model',
    text: (tale) =>
      tale.genre === 'industry' && LAUNCHES.test(tale.title) && isAbout(tale, ['model'])
        ? 'Rerun your own evaluation before you switch: a vendor’s table is made on the vendor’s tasks.'
        : null,
  },
  {
    name: 'market',
    text: opening(
      /\b(?:adoption|market share|survey|share of (?:companies|firms|users|developers))\b.{0,80}\d|\d.{0,80}\b(?:adoption|market share|survey)\b/i,
      () => 'Set it against your own bills and usage: customers of one vendor are no sample.',
    ),
  },
  {
    name: 'product',
    text: (tale) =>
      tale.genre === 'industry' && LAUNCHES.test(tale.title) && isAbout(tale, ['product'])
        ? 'Try it on a task that you measure already before you plan with it.'
        : null,
  },
  {
    name: 'hardware',
    text: (tale) =>
      isAbout(tale, ['hardware']) && /\d/.test(openingOf(tale)) && SPEEDS.test(openingOf(tale))
        ? 'Recompute your cost per token with it only when someone outside has measured it on your batch sizes.'
        : null,
  },
  {
    name: 'benchmark',
    text: opening(
      /\b(?:benchmarks?|leaderboard|arena|SOTA|state[- ]of[- ]the[- ]art|evals?|(?:intelligence|coding agent) index)\b/i,
      () =>
        'Look at the tasks of the benchmark first: if yours are not among them, the rank says little for you.',
    ),
  },
  {
    name: 'forecast',
    text: ({ dossier }) => {
      const forecast = dossier.tellings
        .flatMap(({ forecasts }) => forecasts)
        .find(({ explicit, due, stance }) => explicit && due !== null && stance !== 'question')
      return forecast?.due ? `Put ${partialDay(forecast.due)} in your calendar: then it can be judged.` : null
    },
  },
  {
    name: 'paper',
    text: (tale) =>
      tale.genre === 'paper' && !isOpen(tale)
        ? 'No code is linked in what we read: treat the figures as the authors’ own until someone else has run it.'
        : null,
  },
  {
    name: 'practice',
    text: ({ genre, lead }) =>
      genre === 'practice' && /\d/.test(lead.item.text)
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
        ? `Before you quote ${claim.value}, read how it was counted: the figure is that of ${sayerOf(lead)} alone.`
        : null
    },
  },
  {
    name: 'reproduce',
    text: (tale) =>
      tale.genre === 'paper' && !isOpen(tale)
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
    name: 'opinion',
    text: ({ genre, lead, title }) =>
      genre !== 'paper' && isTalk(title) && !/\d/.test(lead.item.text)
        ? 'No figure backs it in what we read: note it as a view and wait for one that can be checked.'
        : null,
  },
  {
    name: 'alone',
    text: ({ families, lead, genre }) =>
      genre !== 'paper' && families.length === 1
        ? bringerOf(lead)
          ? `Open what ${sayerOf(lead)} wrote before you rely on it: ${lead.source.name} only sums it up.`
          : `So far one publisher tells it, ${lead.source.name}: wait for a second before you rely on it.`
        : null,
  },
]

const LAUNCHES =
  /\b(?:releas(?:e|es|ed|ing)|launch(?:es|ed|ing)?|introduc(?:es|ed|ing)|announc(?:es|ed|ing)|ship(?:s|ped|ping)|unveil(?:s|ed)?|roll(?:s|ed|ing) out|now available|open[- ]sourc(?:es|ed))\b/i
const SPEEDS =
  /\b(?:faster|speed|throughput|latency|tok(?:ens?)?\/s|tokens per second|TFLOPS|EFLOPS|bandwidth|performance)\b/i

/** Units of figures that people quote. */
const FIGURE_UNITS: ReadonlySet<string> = new Set(['%', 'pp', 'x', 'usd', 'eur', 'W', 'token', 'parameter'])

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const IN_TITLE = 3

const isAbout = ({ names }: Tale, types: readonly string[]): boolean =>
  [...names.values()].some(({ type, salience }) => salience === IN_TITLE && types.includes(type))

const isOpen = (tale: Tale): boolean =>
  linksOf(tale).some(({ label }) => label === 'code' || label === 'weights')

// A post may link the tools that it used: its own code is named in what it says.
function isItsCode(tale: Tale): boolean {
  const { genre, lead } = tale
  const [code] = linksOf(tale).filter(({ label }) => label === 'code')
  if (!code) return false
  const name = flat(code.url.split('/').at(-1) ?? '')
  return genre === 'paper' || flat(lead.item.title).includes(name)
}

const flat = (text: string): string => text.toLowerCase().replace(/[^a-z\d]/g, '')

function opening(words: RegExp, text: () => string): (tale: Tale) => string | null {
  return (tale) => (words.test(openingOf(tale)) ? text() : null)
}

const OPENING_CHARACTERS = 400

/** The title and the sentence that follows it: where the text repeats the title first, the one behind that. */
function openingOf({ lead: { item } }: Tale): string {
  const [first, second] = sentences(plain(item.text.slice(0, OPENING_CHARACTERS)))
  const isTitle =
    first !== undefined && (first.text.startsWith(item.title.slice(0, 40)) || !isClause(first.text))
  return `${item.title}. ${(isTitle ? second : first)?.text ?? ''}`
}

/** What a reader can measure at home; a name of a benchmark or an accounting term is none. */
const MEASURABLE =
  /^(?:[\p{L}-]+ ){0,2}(?:throughput|latency|speed|accuracy|recall|memory|overhead|time|cost|costs|prefill|decode|decoding|bandwidth|error rate|hallucination rate|token usage|tokens)$/iu
const PLAIN_FIGURE =
  /^(?:up to |about |~)?\d[\d.,]*(?:[–-]\d[\d.,]*)? ?(?:%|x|×|points?|pp|ms|s|GB|tok\/s)?$/i

/** A claim that can be measured again: a measure that anyone can take, a figure with its unit, set against something. */
function figureOf({ lead }: Tale): (Claim & { readonly metric: string }) | null {
  const found = lead.claims.find(
    ({ metric, unit, kind, baseline, subject, value }) =>
      metric !== null &&
      subject !== null &&
      (kind === 'improvement' || kind === 'comparison' || baseline !== null) &&
      unit !== '' &&
      MEASURABLE.test(metric) &&
      PLAIN_FIGURE.test(value),
  )
  return found?.metric ? { ...found, metric: found.metric } : null
}
