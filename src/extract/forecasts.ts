import type { Forecast, PartialDate, Stance } from '#domain'
import { datesIn, daysBetween, firstDayOf, lastDayOf, sentences } from '#text'
import { isAppointment } from './forecasts-appointment.ts'
import { type Deadline, deadlinesIn, horizon, stillToCome } from './forecasts-due.ts'

/** Which code made a forecast. */
export const FORECASTS_MAKER = 'extract/forecasts@5'

const MAY_LOOK_FORWARD =
  /\b(?:will|won['’]t|expect\w*|predict\w*|forecast\w*|anticipat\w*|likely|falsifiable|within|next|coming|due|slated|scheduled|poised|going to|should|plans?|aims?|lands?|launch(?:es)?|ships?|drops?|arrives?|opens?|starts?|begins?|debuts?|comes? out|goes live|takes? (?:place|effect)|(?:enters?|comes?) into force|meets|votes|kicks? off|rolls? out|watch for|by (?:\d{4}|Q[1-4]|the end|end|early|late|mid|[JFMASOND][a-z]{2,8}|next)|set to|watch|soon|eventually|would|(?:may|might|could) (?:well |soon |eventually |still )?(?:erode|become|replace|overtake|surpass|collapse|disappear|force|exceed|double|win|lose|be)|near-term consequence|intends?|hopes?|promis\w+|pledg\w+|vow(?:s|ed)|until|ends?|expires?|closes?|go(?:es)? (?:on sale|live)|before|(?:may|might|could|never)|by (?:this|mon|tues|wednes|thurs|fri|satur|sun|the (?:middle|spring|summer|autumn|fall|winter|time))|sooner or later|not be long|matter of time)\b|['’]ll\b|(?:day|week|month)s?[.):,]|has \S+ (?:day|week|month)s to\b/i

type Block = { readonly start: number; readonly text: string }

/**
 * What a text says will come, in order: who says it, how far off, due when, judged by what. A headed bullet (`Title, 90
 * days. …`) or one with a test (`Falsifiable: …`) is one forecast; elsewhere each sentence is. Questions, plans already
 * carried out and reports of older forecasts are none. A relative horizon counts from `published`; without it `due` is null.
 */
export function forecasts(
  text: string,
  { published }: { readonly published: PartialDate | null },
): Forecast[] {
  if (!MAY_LOOK_FORWARD.test(text)) return []
  const found: Forecast[] = []
  for (const block of blocksOf(text)) {
    if (!MAY_LOOK_FORWARD.test(block.text) || DRAWN.test(block.text)) continue
    const whole =
      block.text.length > MOST_BULLET ? null : (headed(block, published) ?? tested(block, published))
    if (whole) found.push(whole)
    else found.push(...spoken(block, published))
  }
  return found
}

// Boxes and arrows: a drawing repeats what the prose says.
const DRAWN = /[─-╿▀-▟▼►◄▲]/u
const WRAPPED = 120
// Longer ones are no sentence and no bullet, whatever they hold.
const MOST_SENTENCE = 1500
const MOST_BULLET = 4000
const BULLET = /^\s*(?:[-*•‣–—→]|\d{1,2}[.)]|#{1,6})\s/

// Bullets and paragraphs; lines of wrapped text belong together.
function blocksOf(text: string): Block[] {
  const found: Block[] = []
  let start = 0
  let lineStart = 0
  const close = (end: number, next: number) => {
    const lead = /^\s*(?:[-*•‣–—→]\s+)?/.exec(text.slice(start, end))?.[0].length ?? 0
    const body = text.slice(start + lead, end).trimEnd()
    if (body !== '') found.push({ start: start + lead, text: body })
    start = next
  }
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    const next = text.slice(at + 1, at + 8)
    const ends = /[.!?:)"”]\s*$/.test(text.slice(Math.max(lineStart, at - 3), at))
    const long = at - lineStart > WRAPPED || lineEnd(text, at + 1) - at > WRAPPED
    if (
      long ||
      DRAWN.test(text.slice(lineStart, at)) ||
      next.trim() === '' ||
      BULLET.test(next) ||
      (ends && !/^\s*\p{Ll}/u.test(next))
    )
      close(at, at + 1)
    lineStart = at + 1
  }
  close(text.length, text.length)
  return found
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}

const HEAD =
  /^(?:\*\*)?([^\n]{3,160}?)(?:\*\*)?(?:[,.:]| [—–-])?\s\(?(?:(\d{1,3})\s?[-–]\s?)?(\d{1,3})[ -](day|week|month)s?\)?(?:\*\*)?(?:[.:]|\s[—–-]\s|$)/
const HEAD_IS_PROSE =
  /\b(?:in|within|for|over|after|next|last|past|preceding|previous|first|final|another|nearly|almost|some|roughly|around|of|than|about|every|took|takes|the|only|just|from|to)(?: the)?(?:\s~)?$/i

function headed(block: Block, published: PartialDate | null): Forecast | null {
  const head = HEAD.exec(block.text.slice(0, 220))
  if (!head || HEAD_IS_PROSE.test(head[1] ?? '')) return null
  // A head is a title: a sentence of its own before it, as "Carried over.", is allowed; more is prose.
  if ((head[1]?.match(/[.!?]\s/g) ?? []).length > 2) return null
  const { horizonDays, due } = horizon(Number(head[3]), head[4] ?? 'day', published)
  return wholeBlock(block, published, horizonDays, due)
}

const TEST = /\b(?:Falsifiable|Signal|Test|Resolves if|Criterion)(?: if)?:\s*/

function tested(block: Block, published: PartialDate | null): Forecast | null {
  const label = TEST.exec(block.text)
  if (!label || (/^(?:Signal|Test)/.test(label[0]) && !/\bwithin\b|\bby\b|\bnext\b/.test(block.text)))
    return null
  const first = deadlinesIn(block.text, published).find(
    ({ forward, due, horizonDays }) => forward && (due !== null || horizonDays !== null),
  )
  return wholeBlock(block, published, first?.horizonDays ?? null, first?.due ?? null)
}

function wholeBlock(
  block: Block,
  published: PartialDate | null,
  horizonDays: number | null,
  due: PartialDate | null,
): Forecast {
  const criterion = criterionOf(block.text)
  const also = deadlinesIn(criterion ?? block.text, published).find(
    (other) => other.forward && other.due !== null && other.due !== due,
  )
  return {
    start: block.start,
    end: block.start + block.text.length,
    text: block.text,
    by: speakerOf(block.text),
    horizonDays,
    due,
    dueAlso: also?.due ?? null,
    criterion,
    explicit: due !== null || horizonDays !== null || criterion !== null,
    stance: block.text.endsWith('?') ? 'question' : 'prediction',
  }
}

// The labelled test, else the sentence that says what would show it.
function criterionOf(text: string): string | null {
  const label = TEST.exec(text)
  if (label)
    return (
      text
        .slice(label.index + label[0].length)
        .trim()
        .replace(/\.$/, '') || null
    )
  const shows = sentences(text).find(({ text: one }) => SHOWS.test(one))
  return shows ? shows.text : null
}

const SHOWS =
  /^(?:A|An|The first|Any|Whoever|If) .*\b(?:would|will|becomes|defines|sets|is|proves|reports|reproduces|validates)\b/

const HEDGE =
  /\b(?:may|might|could|possibly|perhaps|probably|likely|unlikely|presumably|I think|I guess|I suspect|I'm sure|seems?|appears?|potentially|eventually|sooner or later|hopefully)\b/i
const MODAL =
  /\b(?:will|won['’]t|shall|is going to|are going to|going to|is set to|are set to|poised to|(?<!\bthan (?:was |were |had )?)expect(?:s|ed|ing)?|predict(?:s|ing)?|(?<!\b(?:their|its|our|his|her|the|all|earlier|own) )forecasts?|anticipates?|is due|are due|slated|scheduled|should|bet on|watch(?! and\b)|look for|track|gets?|becomes?|would|plans? to|aims? to|intends? to|hopes? to|(?:has|have|had) (?:promised|pledged|vowed)|promises|pledges|vows|bet|prediction|likely to|unlikely to|targets?|might(?! have\b)|could(?! have\b)|(?<!\b(?:in|by|of|since|until|late|early|mid|on|this|last|next)[ -])(?<!\d[ -])may(?! (?:\d|have\b)))\b|['’]ll\b/i
const LANDING =
  /(?<!\b(?:the|its|a|an|at|of) )\b(?:lands?|launch(?:es)?|ships?|arrives?|opens?|starts?|begins?|debuts?|releases|drops?|comes? out|go(?:es)? live|go(?:es)? on sale|takes? (?:place|effect)|(?:enters?|comes?) into force|meets|votes|reports|returns|kicks? off|rolls? out|ends|expires?|closes|lists|prices)\b(?:\s+again)?(?:\s+on\s+(?:the|its|a)\s+(?:[\p{L}-]+\s){1,4}?(?=on\s))?(?:\s*(?:on|at|for|in))?\s+/giu
const REPORTED =
  /\b(?:predicted|forecasted|expected last|resolved|resolves|was|were|had|did|has been|have been|shrank|grew|rose|fell|made|took|came|went|got|gave|built|ran|began|became|won|lost|sold|sent|spent|found|brought|bought)\b|(?<![-\p{L}])\p{Ll}{3,}ed\b(?! to\b)/u
const STRONG_WILL =
  /\b(?:will|is going to|are going to|['’]ll) (?:likely |probably |soon |eventually |never |not |all |only |also )?(?:become|replace|dominate|overtake|surpass|exceed|reach|double|triple|win|lose|fail|disappear|define|decide|determine|force|require|need|collapse|converge|continue|catch up|take (?:the lead|over)|stall|slow down|run out|vanish|shrink|grow|rise|fall|die|pay off|spread|end|be (?:the|a|an|standard|obsolete|over|common|everywhere|commoditi[sz]ed|solved))\b|\b(?:is|are) (?:likely|unlikely|expected|set|poised|bound|going|slated|scheduled|due) to\b|\b(?:expect|predict|forecast|anticipate)s?\b (?:that |a |an |the |this |more |to see )|\bthe next (?:paper|model|step|release|version)\b.* (?:is|will|should)\b|\bnear-term consequence\b|\b(?:sooner or later|(?:won['’]t|will not) be long|(?:only|just) a matter of time)\b/i

function spoken(block: Block, published: PartialDate | null): Forecast[] {
  const found: Forecast[] = []
  for (const { text, start } of sentences(block.text)) {
    if (text.length > MOST_SENTENCE || !MAY_LOOK_FORWARD.test(text)) continue
    const read = sentenceOf(text, published)
    if (read)
      found.push({ start: block.start + start, end: block.start + start + text.length, text, ...read })
  }
  return found
}

// "In 2023 analysts forecast a glut": told of then.
const IN_THE_PAST = /^In (?:19|20)\d\d,? (?!.*\bexpects?\b)/

type Told = Omit<Forecast, 'start' | 'end' | 'text'>

function sentenceOf(text: string, published: PartialDate | null): Told | null {
  const modal = MODAL.exec(text)
  const set = deadlinesIn(text, published).filter((deadline) => looksForward(text, deadline, modal !== null))
  const landing = set.length === 0 ? landingOf(text, published) : null
  const forward = set.filter((deadline) => deadline.forward)
  // Of two deadlines the one that names a day comes first: "by July … within 60 days".
  const first =
    forward.find(({ due }) => due !== null && WHOLE_DAY.test(due)) ?? forward[0] ?? set[0] ?? landing
  // A question foretells nothing, unless it names the day by which it will be answered.
  if (text.endsWith('?') && !(first?.forward && first.due !== null)) return null
  const hedged = HEDGE.test(text)
  if (!first && !(STRONG_WILL.test(text) || (hedged && STRONG_MAY.test(text)))) return null
  if (!first && IN_THE_PAST.test(text) && !/\bwill\b/i.test(text)) return null
  if (!first && /^\W*(?:if|when)\b/i.test(text) && !/\bwill\b/i.test(text)) return null
  return {
    by: speakerOf(text),
    horizonDays: first?.horizonDays ?? null,
    due: first?.due ?? null,
    dueAlso:
      set.find((other) => other !== first && other.due !== null && other.due !== first?.due)?.due ?? null,
    criterion: TEST.test(text) ? criterionOf(text) : null,
    explicit: first !== null && first !== undefined && (first.due !== null || first.horizonDays !== null),
    stance: stanceOf(text, landing !== null),
  }
}

const CONDITION =
  /^\W*(?:if|when|whenever|once|whoever|unless|should (?:the|a|an|this|it))\b|, (?:if|unless|provided)\b/i
const MEANT =
  /\b(?:plan(?:s|ned)? to|aim(?:s|ing)? to|intend(?:s|ed)? to|hop(?:e|es|ing) to|want(?:s)? to|commit(?:s|ted)? to|pledge[sd]? to|promise[sd]? to|target(?:s|ing)? (?:a |an |the )?\p{Ll}+|we(?: will|['’]ll| plan| expect to)|I(?: will|['’]ll))\b/iu
const SCHEDULED =
  /\b(?:scheduled|slated|due (?:on|in|for|by|at)|lands?|arrives?|opens?|begins?|starts?|takes place|kicks? off|goes live|rolls? out|debuts?)\b/i

function stanceOf(text: string, landing: boolean): Stance {
  if (text.endsWith('?')) return 'question'
  if (isAppointment(text)) return 'appointment'
  if (CONDITION.test(text)) return 'conditional'
  if (landing) return 'schedule'
  if (HEDGE.test(text)) return 'hedged'
  if (MEANT.test(text)) return 'plan'
  return SCHEDULED.test(text) ? 'schedule' : 'prediction'
}

const STRONG_MAY =
  /\b(?:may|might|could) (?:well |soon |eventually |still |never )?(?:erode|become|replace|overtake|surpass|collapse|disappear|force|exceed|double|win|lose|close the gap|catch up|take (?:the lead|over)|stall|slow down|run out|vanish|be (?:the|a|an|over))\b/i

const WHOLE_DAY = /^\d{4}-\d{2}-\d{2}/
const WEAK = /^(?:gets?|becomes?|watch|look for|track|targets?)$/i
const WITHIN_ONE = /^(?:within|inside|under) (?:an?|one) /i

// "Support ends in 90 days."
const ENDS_IN = /\b(?:ends|expires|closes|opens|starts|begins|ships|lands|launches|arrives) $/

// "predicted X in 60 days" and "resolved in 24 hours" look back; "by 2027" alone looks forward.
function looksForward(text: string, deadline: Deadline, modal: boolean): boolean {
  if (
    !modal &&
    !ENDS_IN.test(text.slice(0, deadline.at)) &&
    (!deadline.forward || WITHIN_ONE.test(text.slice(deadline.at, deadline.end)))
  )
    return false
  const before = text.slice(0, deadline.at)
  if (PAST_BEFORE.test(before) || (!modal && AS_A_RULE.test(text))) return false
  if (ENDS_IN.test(before) && /^in /i.test(text.slice(deadline.at))) return true
  const spoken = modal ? MODAL.exec(before) : null
  // "X gets its due: Y reported it and heard nothing for a month": a weak verb does not carry past a report.
  if (spoken && !(WEAK.test(spoken[0]) && REPORTED.test(before.slice(spoken.index)))) return true
  return deadline.forward && (/^\W*if\b/i.test(text) || text.endsWith('?') || !REPORTED.test(before))
}

// "A loan it made in November", "open for over a year": the day belongs to what is past.
const PAST_BEFORE =
  /\b(?:(?:it|he|she|they|we|who|that|which) (?:made|took|closed|raised|announced|launched|released|published|signed|said|told|came|founded|shipped)|(?:has|have|had|['’]s|['’]ve) been (?:\w+ ){0,2})\s*$/i
// What usually happens within five months foretells nothing.
const AS_A_RULE = /\b(?:average|typical(?:ly)?|usual(?:ly)?|median|historically|tends? to)\b/i

// "lands 05-14", "ships the next day": the present tense of schedules, with a day yet to come.
function landingOf(text: string, published: PartialDate | null): Deadline | null {
  const reference = published === null ? null : firstDayOf(published)
  if (reference === null) return null
  for (const match of text.matchAll(LANDING)) {
    const from = match.index + match[0].length
    const date = datesIn(text.slice(from, from + 30), reference, { startsBy: 4 })[0]
    // "next week" too: a stretch with a name of its own.
    if (date === undefined || !/^(?:date|range)$/.test(date.kind)) continue
    const value = date.value === null ? null : stillToCome(date.value, date.text, reference)
    const last = value === null ? null : lastDayOf(value)
    if (value === null || last === null || last <= reference) continue
    return {
      at: match.index,
      end: from + date.end,
      forward: true,
      horizonDays: daysBetween(reference, value),
      due: value,
    }
  }
  return null
}

const WHO = String.raw`(?:\p{Lu}[\p{L}\p{N}.'’&-]*)(?:(?: of| and| the| at| from)? \p{Lu}[\p{L}\p{N}.'’&-]*){0,4}`
const SAYS =
  '(?:expects?|predicts?|forecasts?|says?|said|sees?|believes?|argues?|estimates?|projects?|anticipates?|thinks?|warns?|warned|plans|told|bets|targets|insists?|insisted|reckons?|promises|promised|claims?|claimed|writes?|wrote)'
const SPEAKER = new RegExp(
  String.raw`(?:^|[,;—–-] |["”] )(${WHO}(?: (?:analysts|executives|officials|researchers|engineers))?)(?:,[^,.]{2,60},)? (?:now |also )?${SAYS}\b`,
  'u',
)
// "…," said Quillon's chief financial officer, Ines Moreau.
const SAID_BY = new RegExp(
  String.raw`["”,] (?:said|says|wrote|told) (?:[^,.]{2,60}, )?(${WHO})(?=[.,]|$| (?:of|at|in)\b)`,
  'u',
)
const OFFICE = new RegExp(
  String.raw`\b[Tt]he ((?:\p{Ll}+ ){0,2}(?:minister|company|start-up|founder|chief executive|president|agency|regulator|commission|senator|chairman|analysts?|bank|government))(?:,[^,.]{2,40},)? ${SAYS}\b`,
  'u',
)
const ACCORDING = /\baccording to ((?:\p{Lu}[\p{L}\p{N}.'’&-]*)(?: \p{Lu}[\p{L}\p{N}.'’&-]*){0,4})/u

function speakerOf(text: string): string | null {
  const said =
    SAID_BY.exec(text)?.[1] ??
    SPEAKER.exec(text)?.[1] ??
    ACCORDING.exec(text)?.[1] ??
    OFFICE.exec(text)?.[1] ??
    null
  return said === null || /^(?:I|We|He|She|They|It|This|That|The)$/.test(said)
    ? null
    : said.replace(/[.’']+$/, '')
}
