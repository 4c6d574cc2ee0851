import type { Claim } from '#domain'
import { type Quantity, quantities, type SentenceSpan, sentences } from '#text'
import { indexOfLine, type Line, lineAt, linesIn } from './claims-lines.ts'
import { linked } from './claims-links.ts'
import { rolesOf } from './claims-roles.ts'
import { leadName, subjectOf } from './claims-subject.ts'

/** Which code made a claim. */
export const CLAIMS_MAKER = 'extract/claims@4'

const MAY_COUNT =
  /\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|fifty|hundred|thousand|million|billion|trillion|half|dozen|third|quarter|doubl|tripl|twice|halv)/i

// A text with more numbers is a table of data.
const MOST_NUMBERS = 5000

/**
 * What a text says in numbers, in order: each number with its subject, metric, baseline and condition, and the sentence
 * that says it. Names, versions, dates and ids are no claims, nor is what a sentence only supposes or asks; a number
 * that a drawing or table repeats from the prose counts once.
 */
export function claims(text: string, _context: { readonly published: string | null }): Claim[] {
  if (!MAY_COUNT.test(text)) return []
  const numbers = parts(text, quantities(text).slice(0, MOST_NUMBERS))
  if (numbers.length === 0) return []
  const spans = sentences(text)
  const lines = linesIn(text)
  const found: Claim[] = []
  const names = new Map<string, string>()
  const drawn: { readonly quantity: Quantity; readonly line: Line; readonly span: SentenceSpan }[] = []
  let at = 0
  let sentenceStart = -1
  let claimEnd = -1
  for (const quantity of numbers) {
    while (at < spans.length - 1 && (spans[at]?.end ?? 0) <= quantity.start) at++
    const whole = spans[at]
    const line = lineAt(lines, quantity.start)
    if (!whole || !line) continue
    const span = sentenceAround(text, whole, lines, line, quantity)
    if (supposed(span, quantity.start) || isArticle(quantity)) continue
    if (line.drawn) {
      drawn.push({ quantity, line, span })
      continue
    }
    if (sentenceStart === span.start && isCircumstance(text, claimEnd, quantity)) continue
    const claim = claimOf(text, quantity, span, line, names)
    found.push({ ...claim, subject: goneOnWith(spans, at, claim.subject) })
    sentenceStart = span.start
    claimEnd = quantity.end
  }
  for (const { quantity, line, span } of drawn) {
    if (found.some((claim) => claim.number === settled(quantity) && sameUnit(claim.unit, quantity.unit)))
      continue
    found.push(claimOf(text, quantity, span, line, names))
  }
  return linked(text, drawn.length === 0 ? found : found.sort((a, b) => a.start - b.start))
}

const OF = /^ (?:out )?of (?:the |its |all )?$/

// "11 of 14 tasks" tells of eleven tasks.
function parts(text: string, numbers: readonly Quantity[]): Quantity[] {
  const found: Quantity[] = []
  for (const quantity of numbers) {
    const part = found.at(-1)
    const ofIt = part?.unit === '' && part.number < quantity.number && Number.isInteger(part.number)
    if (part && ofIt && OF.test(text.slice(part.end, quantity.start)))
      found[found.length - 1] = {
        ...part,
        end: quantity.end,
        text: text.slice(part.start, quantity.end),
        unit: quantity.unit,
      }
    else found.push(quantity)
  }
  return found
}

// Of a range the bound it arrives at: 78.5 of "from 75.4 to 78.5".
const settled = ({ high, number, text }: Quantity): number =>
  high === null || VAGUE.test(text) ? number : high

// "hundreds" gives a lower bound and no more.
const VAGUE = /\b(?:dozen|ten|hundred|thousand|million|billion|trillion)s$/i

const sameUnit = (a: string, b: string): boolean => a === b || a === '' || b === ''

// "one layer" counts little more than "a layer" does.
const isArticle = ({ number, text, unit }: Quantity): boolean =>
  number === 1 && /^one$/i.test(text) && unit !== 'x'

const SUPPOSED =
  /^\W*(?:(?:when|whenever) (?:something|anything|someone)|imagine|suppose|assume|say,|e\.g\.|for example,|as an example|see (?:figure|fig|table|section|appendix)|if\b.{0,120}\b(?:had|were|would|could|might))\b/i

// "a chip recall or, say, a $2B raise", "things like a 10x price drop", "Example alert: …": made up to show a kind.
const MADE_UP =
  /^\W*(?:example|sample|illustration|mock-?up)\b[^.:]{0,24}:|(?:, (?:say|for example|for instance|e\.g\.),? |\b(?:things|events|news|something|questions|alerts) (?:like|such as) )[^.;:]{0,60}$/i
// "did not raise $50 million": what did not happen has no number; a bound that was not passed is one.
const NOT_DONE =
  /\b(?:did|does|do|has|have|had|would)(?: not|n['’]t) (?!(?:exceed|surpass|pass|top|need|require|go|rise|drop|fall)\b)\p{Ll}+ (?:about |around |the |its |an? )?$/u
const ASKED = /^[^"“”]{0,200}\?["”]/

function supposed(span: SentenceSpan, place: number): boolean {
  const at = place - span.start
  const before = span.text.slice(0, at)
  if (span.text.endsWith('?') || ASKED.test(span.text.slice(at))) return true
  if (MADE_UP.test(before) || NOT_DONE.test(before)) return true
  return SUPPOSED.test(span.text) && place > span.start
}

// "52x faster at 1M tokens": a number behind "at" in the same clause is the circumstance of the one before it.
function isCircumstance(text: string, from: number, quantity: Quantity): boolean {
  if (quantity.start < from) return true
  const between = text.slice(from, quantity.start)
  if (
    isTime(quantity) &&
    /^(?:[^,;.\d]|(?<=\p{L})\d){0,40}\b(?:in|over|within|for|after|every|per)(?: the| just| only| under| less than)?(?: last| past| next| first)?\s$/iu.test(
      between,
    )
  )
    return true
  return (
    /\b(?:at|under|with|using|per|every|on|across|within) (?:an? |the |only |just )?(?:(?:[a-z-]+ )?(?:of|length|size|ratio|temperature|seed) )?$/i.test(
      between,
    ) &&
    !/[;.]|, (?:and|with|at)\b|\bwith (?:only|just)\b|\d|\b(?:runs?|running|works?|serves?|peaks?|operates?|priced|stands?|sits?) at\b/.test(
      between,
    ) &&
    /^(?:token|parameter|GB|W|k|hour|day|$)/.test(quantity.unit)
  )
}

const isTime = ({ unit }: Quantity): boolean =>
  /^(?:second|minute|hour|day|week|month|quarter|year)$/.test(unit)

const HEDGE =
  /^(?:(?:up to|more than|less than|fewer than|at least|at most|as (?:much|many|low|high) as|about|around|roughly|approximately|nearly|almost|over|under|above|below|some|circa|exceeding|no (?:more|less|fewer) than|an (?:average|estimated)(?: of)?|on average|greater than|close to|near|within|well|just|between|from|of|the|in|order|upwards?|barely)\s+|[~≈∼<>≥≤]\s?)+/i

const WRAPPED = 120
const MOST_SENTENCE = 1500
const MOST_BEFORE = 900

// A heading has no full stop, so the sentence reader runs it into what follows; a claim's sentence stays on its side.
function sentenceAround(
  text: string,
  span: SentenceSpan,
  lines: readonly Line[],
  line: Line,
  quantity: Quantity,
): SentenceSpan {
  let start = span.start
  let end = span.end
  // Text with long lines is not wrapped: its lines are paragraphs.
  if (line.heading || line.drawn || line.end - line.start > WRAPPED) {
    start = Math.max(start, line.start)
    end = Math.min(end, line.end)
  } else {
    for (let at = indexOfLine(lines, span.start); at < lines.length; at++) {
      const other = lines[at]
      if (other === undefined || other.start >= span.end) break
      if (other.end <= span.start || !(other.heading || other.drawn)) continue
      if (other.end < line.start) start = Math.max(start, other.end + 1)
      else if (other.start > line.end) {
        end = Math.min(end, other.start - 1)
        break
      }
    }
  }
  // What goes on for pages is no sentence: the words around the number are.
  if (end - start > MOST_SENTENCE) {
    start = Math.max(start, quantity.start - MOST_BEFORE)
    end = Math.min(end, start + MOST_SENTENCE)
  }
  while (/\s/.test(text.charAt(start)) && start < end) start++
  while (/\s/.test(text.charAt(end - 1)) && end > start) end--
  return { start, end, text: text.slice(start, end) }
}

function claimOf(
  text: string,
  quantity: Quantity,
  span: SentenceSpan,
  line: Line,
  names: Map<string, string>,
): Claim {
  const start = quantity.start - span.start
  const end = quantity.end - span.start
  const roles = rolesOf(span.text, start, end, quantity)
  // "Four capacity deals in two weeks have …": what is counted is what the sentence is about.
  const opens = roles.kind === 'count' && start === 0 && COUNTED_FIRST.test(span.text.slice(end))
  const named = opens ? null : spelledOut(text, subjectOf(span.text, { start, end }, line), names)
  const counts = named === null && roles.kind === 'count'
  const subject = counts ? quantity.unit : named
  // A metric that only repeats the subject says nothing.
  const metric = counts ? 'count' : isTelling(roles.metric, subject) ? roles.metric : null
  const value = quantity.low === null ? quantity.text.replace(HEDGE, '') : quantity.text
  return {
    start: quantity.start,
    end: quantity.end,
    sentence: span.text,
    subject: subject,
    metric,
    value: value === '' ? text.slice(quantity.start, quantity.end) : value,
    number: settled(quantity),
    low: quantity.low,
    high: quantity.high,
    unit: unitOf(quantity, metric, value),
    change: roles.change,
    baseline: roles.baseline,
    condition: roles.condition,
    kind: roles.kind,
  }
}

// What tells is a sentence, and what only adorns names nothing that could be measured.
const NO_MEASURE =
  /\b(?:can|could|did|does|do|not|might|may|will|would|should|must|has|have|had|is|are|was|were|be|been|includes?)\b|^(?:\p{L}|\p{Ll}+ly|even|next|past|last|active|good|bad|best|top|times?|one|two|other|like|pro|max|dense|flash|basically|includes|things?|ways?|lots?|full|whole|entire|same|new|more|less|rest|US|AI)$/u

// "F3 walks" is a subject and its verb, and no measure.
const isTelling = (metric: string | null, subject: string | null): boolean =>
  metric !== null &&
  !/^\d/.test(metric) &&
  !NO_MEASURE.test(metric) &&
  (subject === null ||
    (!subject.includes(metric) &&
      !subject
        .split(' ')
        .some((word) => /^\p{Lu}/u.test(word) && metric.split(' ').slice(0, -1).includes(word))))

const GOES_ON =
  /^(?:and |but |[^,.;:]{1,60}, )?(?:it|its|they|their|the (?:company|start-?up|firm|lab|group|team|model|system|method|approach|tool|chip|robot|dataset|benchmark|agent|app|service|bank))\b/i
const GENERIC_SUBJECT =
  /^(?:it|its|they|company|start-?up|firm|lab|group|team|model|system|method|approach|tool|chip|robot|dataset|benchmark|agent|app|service|bank)$/i
const MOST_BACK = 3

// "The company now expects …": whom the sentences before name first.
function goneOnWith(spans: readonly SentenceSpan[], at: number, subject: string | null): string | null {
  if (subject !== null && !GENERIC_SUBJECT.test(subject)) return subject
  if (!GOES_ON.test(spans[at]?.text ?? '')) return subject
  for (let back = 1; back <= Math.min(MOST_BACK, at); back++) {
    const name = leadName(spans[at - back]?.text ?? '')
    if (name !== null) return name
  }
  return subject
}

const COUNTED_FIRST =
  /^(?:[ -][\p{L}-]+){1,3},? (?:in|over|within|have|has|are|is|were|form|show|now|this|all|agree)\b/u

const ACRONYM = /^\p{Lu}{3,6}(?= |$)/u

// "SSA" is what the text spelt out as "Subquadratic Selective Attention". After Schwartz and Hearst 2003, by initials.
function spelledOut(text: string, subject: string | null, known: Map<string, string>): string | null {
  const short = subject === null ? undefined : ACRONYM.exec(subject)?.[0]
  if (subject === null || short === undefined) return subject
  const full = known.get(short) ?? fullName(text, short)
  known.set(short, full)
  return full + subject.slice(short.length)
}

function fullName(text: string, subject: string): string {
  let full = subject
  let from = -1
  for (
    let at = text.indexOf(subject.charAt(0));
    at >= 0 && full === subject;
    at = text.indexOf(subject.charAt(0), at + 1)
  ) {
    if (at <= from || /\p{L}/u.test(text.charAt(at - 1)) || !/\p{Ll}/u.test(text.charAt(at + 1))) continue
    const words = text.slice(at, at + 90).split(/[ -]/, subject.length)
    if (
      words.length === subject.length &&
      words.every((word, index) => word.startsWith(subject.charAt(index)) && /^\p{L}\p{Ll}+$/u.test(word))
    )
      full = text.slice(at, at + words.join(' ').length)
    from = at
  }
  return full
}

const MODIFIER =
  /^(?:\p{Lu}|.*(?:ic|ive|ous|able|ible|al|ed|ing|ful|less|ant|ent|ary|er|est)$|(?:new|open|other|different|main|key|major|small|large|big|real|full|single|long|short|high|low|top|best|more|total|unique|public|private|free|long-form)$)/u

// "agentic workflow" counts workflows, "failure mode" failure modes; a bare score on a benchmark counts points.
function unitOf(quantity: Quantity, metric: string | null, value: string): string {
  if (quantity.unit === '')
    return metric !== null && /^\p{Lu}/u.test(metric) && /^(?:from )?\d/.test(value) && quantity.number > 1
      ? 'point'
      : ''
  const words = quantity.unit.split(' ')
  if (words.length === 1 || quantity.unit.includes(' of ') || metric !== quantity.unit) return quantity.unit
  let from = 0
  while (from < words.length - 1 && MODIFIER.test(words[from] ?? '')) from++
  return words.slice(from).join(' ')
}
