import type { Instant, Prediction, PredictionEvidence } from '#domain'
import { quantities, sentences, stem, terms, tokens } from '#text'
import { clauseOf, headOf, outsideOf } from './prediction-scope.ts'

/** An item that may speak to a prediction. */
export type Passage = {
  readonly itemId: string
  readonly title: string
  readonly url: string | null
  readonly seenAt: Instant
  readonly text: string
}

const LEAST_WEIGHT = 0.35
const MOST_UNITS = 60_000
const MOST_SENTENCES = 400
// A stretch of so many sentences is read as one: what happened and to whom often stand apart.
const WINDOW = 2

/** Words to look for, most telling first: names and compounds of the head, then of the criterion, then plain words. */
export function wordsToFind({ claim, criterion }: Pick<Prediction, 'claim' | 'criterion'>): string[] {
  const seen = new Map<string, { word: string; weight: number }>()
  const add = (text: string, share: number) => {
    for (const { text: word } of tokens(text)) {
      const [term] = deeds(terms(word))
      if (term === undefined || FORWARD.has(term)) continue
      const weight = share * tellingness(word)
      const known = seen.get(term)
      if (!known || known.weight < weight) seen.set(term, { word, weight })
    }
  }
  add(headOf(claim), 2)
  add(criterion ?? clauseOf(claim), 1)
  return [...seen.values()].sort((a, b) => b.weight - a.weight).map(({ word }) => word)
}

// Words of predicting itself say nothing of what is predicted.
const FORWARD = new Set(
  'falsifiable day week month paper report prediction predict expect watch by within next if would will whether follow-up year first test signal publish plan aim set slate schedule due anticipate early late mid end quarter january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday additionally'
    .split(' ')
    .map(stem),
)

// Words for the same deed: who foretells a launch is right when it is released.
const RELEASE = stem('release')
const RELEASES = new Set('release launch ship debut unveil rollout available'.split(' ').map(stem))
const deeds = (some: readonly string[]): string[] => some.map((term) => (RELEASES.has(term) ? RELEASE : term))

/** Names, compounds and figures tell more than plain words. */
function tellingness(word: string): number {
  if (/\d/.test(word) && /\p{L}/u.test(word)) return 3
  if (/^\p{Lu}{2,4}$/u.test(word)) return 1.5
  if (/\p{Lu}.*\p{Lu}/u.test(word)) return 3
  if (word.includes('-')) return 2
  return /^\p{Lu}/u.test(word) ? 1.5 : 1
}

/**
 * What an item says for or against a prediction: its most telling stretch, or null when it hardly speaks of it. The
 * weight is the share of the words looked for that the stretch holds, telling words counting more; where a source says
 * outright that the prediction came true, the share of the words of its head. It speaks for it when it reports that it
 * came about or meets the figure asked for, against it when it denies it or misses the figure; otherwise it is only
 * about it. Words of the scope are not looked for: those that neither the stretch nor the title shares are named.
 */
export function evidenceIn(prediction: Prediction, passage: Passage): PredictionEvidence | null {
  const wanted = wantedTerms(prediction, wordsToFind(prediction))
  const head = wantedTerms(prediction, wordsToFind({ claim: headOf(prediction.claim), criterion: '' }))
  const core = coreOf(prediction, wanted)
  const best = stretches(passage)
    .map((stretch): Stretch & { weight: number } => {
      const held = heldBy(`${passage.title} ${stretch.text}`)
      if (core.size > 0 && shareHeld(core, held) < CORE_SHARE) return { ...stretch, weight: 0 }
      const outright = OUTRIGHT.test(stretch.text) ? shareHeld(head, heldBy(stretch.text)) : 0
      return { ...stretch, weight: Math.max(shareHeld(wanted, held), outright) }
    })
    .reduce<(Stretch & { weight: number }) | null>(
      (most, one) => (most === null || one.weight > most.weight + 1e-9 ? one : most),
      null,
    )
  if (best === null || best.weight < LEAST_WEIGHT) return null
  const read = `${passage.title}. ${best.text}`
  return {
    ...{ itemId: passage.itemId, title: passage.title, url: passage.url, seenAt: passage.seenAt },
    ...{ start: best.start, end: best.end, text: best.text, weight: best.weight },
    side: sideOf(prediction, { title: passage.title, read }, wanted),
    outOfScope: outsideOf(prediction.scope, withoutRestating(read)),
  }
}

const CORE_SHARE = 0.5

/** What a claim says more than once is what it is about: a text without it speaks of something near by. */
function coreOf({ claim }: Prediction, wanted: ReadonlyMap<string, number>): Map<string, number> {
  const times = new Map<string, number>()
  for (const term of deeds(terms(claim))) times.set(term, (times.get(term) ?? 0) + 1)
  return new Map([...wanted].filter(([term]) => (times.get(term) ?? 0) > 1))
}

// Who repeats what was foretold has not said that it came about within those bounds.
const RESTATES = /\b(?:predict|forecast|foretold|falsifiable)\w*/i

const withoutRestating = (read: string): string =>
  sentences(read)
    .map(({ text }) => text)
    .filter((text) => !RESTATES.test(text))
    .join(' ')

type Stretch = { readonly text: string; readonly start: number; readonly end: number }

function stretches({ text }: Passage): Stretch[] {
  const whole = sentences(text.slice(0, MOST_UNITS)).slice(0, MOST_SENTENCES)
  return whole.map(({ start }, at) => {
    const end = whole[Math.min(whole.length - 1, at + WINDOW - 1)]?.end ?? start
    return { text: text.slice(start, end), start, end }
  })
}

function wantedTerms({ scope }: Prediction, words: readonly string[]): Map<string, number> {
  const bounds = new Set(scope.flatMap(terms))
  const wanted = new Map<string, number>()
  for (const word of words) {
    const [term] = deeds(terms(word))
    if (term !== undefined && !bounds.has(term)) wanted.set(term, tellingness(word))
  }
  return wanted
}

/** The terms of a text, and those of the parts of its compounds: `rubric-based` holds `rubric`. */
function heldBy(text: string): Set<string> {
  const held = new Set<string>()
  for (const term of deeds(terms(text))) {
    held.add(term)
    if (JOINT.test(term)) for (const part of term.split(JOINT)) held.add(stem(part))
  }
  return held
}

const JOINT = /[-/&+]/

function shareHeld(wanted: ReadonlyMap<string, number>, held: ReadonlySet<string>): number {
  let sum = 0
  let total = 0
  for (const [term, weight] of wanted) {
    total += weight
    if (held.has(term) || (JOINT.test(term) && term.split(JOINT).every((part) => held.has(stem(part)))))
      sum += weight
  }
  return total === 0 ? 0 : sum / total
}

const OUTRIGHT =
  /\b(?:resolv|confirm|settl|validat|vindicat|refut|contradict|falsif)\w*(?: \S+){0,12} (?:prediction|forecast|predicted|forecasted)\b|\b(?:prediction|forecast|predicted|watch\w*)\b(?:[^.!?]){0,160}\b(?:resolv|confirm|settl|validat|vindicat|came true|was right|was wrong)\w*/i
const SETTLES =
  /\b(?:resolv|confirm|settl|validat|vindicat|bear(?:s|ing)? out|c(?:a|o)me true|as (?:predicted|forecast|expected)|direct answer)\w*/i
const DENIES =
  /\b(?:fail(?:s|ed)? to|did not|does not|do not|has not|have not|cannot|could not|no evidence|refut\w+|contradict\w+|disprov\w+|delay\w*|postpon\w*|cancel\w*|withdr[ae]w\w*|short of|rather than|instead of|fell through|is dead|denie[sd]|wrong about|still no|not (?:yet|reproduc\w+|replicat\w+))\b|n['’]t\b/gi
const HAPPENED =
  /\b(?:ship(?:s|ped)|releas(?:es|ed)|launch(?:es|ed)|publish(?:es|ed)|report(?:s|ed)|announc(?:es|ed)|show(?:s|ed|n)|demonstrat(?:es|ed)|introduc(?:es|ed)|propos(?:es|ed)|present(?:s|ed)|prov(?:es|ed|en)|measur(?:es|ed)|achiev(?:es|ed)|reach(?:es|ed)|reproduc(?:es|ed)|replicat(?:es|ed)|price[sd]|rais(?:es|ed)|open-sourc(?:es|ed)|identif(?:ies|ied)|find(?:s)?|found|appli(?:es|ed)|add(?:s|ed)|adopt(?:s|ed)|quantif(?:ies|ied)|we (?:show|find|propose|present|introduce|prove|report|study|train))\b/i
const LOOKS_FORWARD =
  /\b(?:will|would|should|may|might|could|expect(?:s|ed|ing)?|anticipat\w+|plans? to|(?:set|about|poised|likely|due) to|upcoming|imminent\w*|rumou?r\w*|falsifiable|if|whether|predict(?:s|ed)?)\b/i

function sideOf(
  { criterion, claim }: Prediction,
  { title, read }: { readonly title: string; readonly read: string },
  wanted: ReadonlyMap<string, number>,
): PredictionEvidence['side'] {
  const met = figureMet(criterion ?? claim, read)
  const denied = sentences(read).some(({ text }) => isDenied(text, `${title} ${text}`, wanted))
  if (SETTLES.test(read) && !denied) return met === false ? 'about' : 'for'
  if (denied) return 'against'
  if (met !== null) return met ? 'for' : 'against'
  const told = sentences(read).some(
    ({ text }) =>
      HAPPENED.test(text) &&
      !LOOKS_FORWARD.test(text) &&
      shareHeld(wanted, heldBy(`${title} ${text}`)) >= SAYS_SHARE,
  )
  return told ? 'for' : 'about'
}

// One sentence must say so much of what is looked for before its deed counts.
const SAYS_SHARE = 0.5
const REACH_UNITS = 48

/** Whether a sentence speaks of it and a denial stands right before, or a delay beside, something looked for. */
function isDenied(text: string, inContext: string, wanted: ReadonlyMap<string, number>): boolean {
  if (shareHeld(wanted, heldBy(inContext)) < LEAST_WEIGHT) return false
  for (const { 0: cue, index } of text.matchAll(DENIES)) {
    const from = BESIDE.test(cue) ? index - REACH_UNITS : index
    const near = text.slice(Math.max(0, from), index + cue.length + REACH_UNITS)
    if (shareHeld(wanted, heldBy(near)) >= DENIED_SHARE) return true
  }
  return false
}

const DENIED_SHARE = 0.15
const BESIDE = /^(?:delay|postpon|cancel|withdr|fell|is dead)/i

const AT_LEAST = /(?:≥|>=|>|at least|over|more than|above|exceed\w*|from)\s*~?\s*$/i
const AT_MOST = /(?:≤|<=|<|at most|under|less than|below|within)\s*~?\s*$/i

/** Whether a text gives a number of the unit asked for on the right side of the bound; null when either names none. */
function figureMet(asked: string, read: string): boolean | null {
  for (const bound of quantities(asked)) {
    if (bound.unit === '' || bound.unit === 'day' || bound.unit === 'month') continue
    const before = asked.slice(Math.max(0, bound.start - 14), bound.start)
    const printed = asked.slice(bound.start, bound.end)
    const least = bound.change === '>' || AT_LEAST.test(before) || /^(?:≥|>)/.test(printed)
    const most = bound.change === '<' || AT_MOST.test(before) || /^(?:≤|<)/.test(printed)
    if (!least && !most) continue
    const found = quantities(read).filter(({ unit }) => unit === bound.unit)
    if (found.length === 0) return null
    return found.some(({ number }) => (least ? number >= bound.number : number <= bound.number))
  }
  return null
}
