import type { PartialDate, PredictionFault } from '#domain'
import { dayAfter, firstDayOf, lastDayOf, terms } from '#text'

/** What is asked of a prediction before it is entered. */
export type PredictionDraft = {
  readonly claim: string
  readonly madeAt: PartialDate
  readonly due: PartialDate | null
  readonly dueAlso: PartialDate | null
  readonly criterion: string | null
}

const SUGGESTED_DAYS = 90
const FEWEST_TERMS = 2

const VAGUE =
  /\b(?:soon|eventually|some ?day|at some point|in the (?:near|coming|foreseeable) future|significant(?:ly)?|substantial(?:ly)?|dramatic(?:ally)?|considerabl[ey]|game[- ]chang(?:er|ing)|serious(?:ly)?|meaningful(?:ly)?|widely|everywhere|mainstream|load-bearing|the field|the (?:new )?standard|better|worse|more (?:important|relevant|common)|converges?|on the way out|matters?|becomes? (?:a )?(?:real|thing|norm|standard))\b/i
const HEDGED =
  /\b(?:may|might|could|possibly|perhaps|probably|likely|I (?:think|guess|suspect)|seems?|appears?|hopefully|potential(?:ly)? (?:for|to))\b/i
// A happening that anyone can see: who does what.
const HAPPENS =
  /\b(?:ships?|releases?|launch(?:es)?|publish(?:es)?|reports?|announces?|open-sources?|acquires?|raises?|files?|prices?|lists?|adopts?|adds?|passes|wins?|beats?|exceeds?|reach(?:es)?|falls? below|drops? (?:below|to|under)|cross(?:es)?|reproduces?|replicates?|measures?|benchmarks?|proves?|demonstrates?|applies|bans?|sues?|settles?|resigns?|leaves|joins?|opens?|closes?|lands?|cites?|hits?)\b/i
// An amount that will be reached or not; a year or a version is none.
const MEASURES =
  /[$€£]\s?\d|\d[\d.,]*\+?\s?(?:%|percent\b|[GMT]W\b|(?:million|billion|trillion)\b|[xX×](?=\s|$))/
const COMPOUND = /\b(?:and|or)\b/gi
const FIGURE = /\d/

/**
 * What keeps a prediction from being judged one day: no claim, no date or one that is past, no criterion, a scope that
 * could mean anything, a hedge that cannot be wrong, or several claims at once. Each with the reason and a rewording.
 * Faults with `refuses` keep it out of the ledger; the others mark it. A claim that names a visible happening is its own
 * criterion.
 */
export function lintPrediction(draft: PredictionDraft): PredictionFault[] {
  const { claim, criterion } = draft
  const asked = criterion ?? claim
  return [
    ...noClaim(claim),
    ...dateFaults(draft),
    ...noCriterion(draft),
    ...vagueness(asked),
    ...hedge(claim, criterion),
    ...compound(asked),
  ]
}

const MONTHS =
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b/g
// "The feature is expected", "she forecasts": of whom or what, only the text around it says.
const POINTS_BACK = /^\W*(?:the|this|that|these|those|it|its|they|their|he|she|we|our|there)\b/i
const NAMES = /\s\W*(?:\p{Lu}|\p{L}+\d)/u

function noClaim(claim: string): PredictionFault[] {
  if (POINTS_BACK.test(claim) && !NAMES.test(claim.replace(MONTHS, '')))
    return [
      {
        ...{ kind: 'no-claim', refuses: true, because: 'It does not name whom or what it speaks of.' },
        suggestion: 'Put the name for "it", "they" or "the model".',
      },
    ]
  if (terms(claim).length >= FEWEST_TERMS) return []
  return [
    {
      ...{ kind: 'no-claim', refuses: true, because: 'It does not say what will happen.' },
      suggestion: 'Write who will have done what: "a lab other than its authors reports TST at 70B".',
    },
  ]
}

function dateFaults({ claim, madeAt, due }: PredictionDraft): PredictionFault[] {
  const made = firstDayOf(madeAt)
  if (due === null) {
    const day = made && dayAfter(made, { days: SUGGESTED_DAYS })
    return [
      {
        ...{ kind: 'no-date', refuses: true, because: 'No day is named on which it can be judged.' },
        suggestion: `${trimmed(claim)}, by ${day ?? 'a day such as 2026-09-30'}.`,
      },
    ]
  }
  const last = lastDayOf(due)
  if (last === null || made === null || last >= made) return []
  return [
    {
      ...{ kind: 'past-date', refuses: true },
      because: `It was due on ${last}, before it was made on ${made}.`,
      suggestion: `Give it a day after ${made}.`,
    },
  ]
}

function noCriterion({ claim, criterion }: PredictionDraft): PredictionFault[] {
  if (criterion !== null || MEASURES.test(claim) || (HAPPENS.test(claim) && !VAGUE.test(claim))) return []
  return [
    {
      ...{
        kind: 'no-criterion',
        refuses: false,
        because: 'Nothing is named that would show it right or wrong.',
      },
      suggestion: `Falsifiable: a public report, paper or release that shows ${lowerFirst(trimmed(claim))}.`,
    },
  ]
}

function vagueness(asked: string): PredictionFault[] {
  const vague = VAGUE.exec(asked)?.[0]
  if (vague === undefined || FIGURE.test(asked)) return []
  return [
    {
      ...{ kind: 'vague-scope', refuses: false },
      because: `"${vague}" can be read so that it is never wrong, and no figure bounds it.`,
      suggestion: `Put a name or a number for "${vague}": which model, lab or benchmark, and from what figure on.`,
    },
  ]
}

function hedge(claim: string, criterion: string | null): PredictionFault[] {
  const hedged = HEDGED.exec(claim)?.[0]
  if (hedged === undefined || criterion !== null) return []
  return [
    {
      ...{ kind: 'hedged', refuses: false, because: `"${hedged}" is not wrong when it does not happen.` },
      suggestion: 'Say that it will happen, and give the doubt as a probability.',
    },
  ]
}

const MOST_JOINED = 2

function compound(asked: string): PredictionFault[] {
  if ((asked.match(COMPOUND) ?? []).length <= MOST_JOINED) return []
  return [
    {
      ...{
        kind: 'compound',
        refuses: false,
        because: 'It asks for several things, and some may come without the others.',
      },
      suggestion: 'Enter one prediction for each thing, or say how many of them must come true.',
    },
  ]
}

const trimmed = (text: string): string => text.trim().replace(/[.!?]+$/, '')
const lowerFirst = (text: string): string =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
