import type { Slip } from '#domain'
import type { Quantity } from '#text'
import { printed, rounding, told } from './slips-numbers.ts'
import { slipOf } from './slips-slip.ts'

const SPLIT =
  /\b(?:split|splits|breakdown|breaks? down|broke down|divided|made up of|composed of|consists? of|allocated|apportioned|shared out)\b/i
// Words that leave a rest unnamed, or let parts overlap.
const OPEN =
  /\b(?:rest|remainder|remaining|others?|among|including|such as|overlap|some|at least|about|roughly|more than|respondents|multiple)\b/i
const OUT_OF = /^ (?:out )?of (?:the |its |all |our |their )?$/i
const SHARE_BEHIND = /^[^.;\n\d%]{0,40}\((?:or |i\.e\. |about )?$/i
const MOST_SENTENCE = 400

/** Shares of a whole: parts that do not add up to 100 %, "12 of 40 (25%)", "71% of 2,250, or 1,498". */
export function partSlips(text: string, numbers: readonly Quantity[]): Slip[] {
  return [...splits(text, numbers), ...shares(text, numbers), ...portions(text, numbers)]
}

function splits(text: string, numbers: readonly Quantity[]): Slip[] {
  const found: Slip[] = []
  for (let at = 0; at < numbers.length; ) {
    const run: Quantity[] = []
    for (
      let one = numbers[at];
      one?.unit === '%' && one.low === null && sameSentence(text, run.at(-1), one);
      one = numbers[++at]
    )
      run.push(one)
    if (run.length === 0) at++
    const first = run[0]
    const last = run.at(-1)
    if (run.length < 3 || first === undefined || last === undefined) continue
    const start = Math.max(0, text.lastIndexOf('.', first.start) + 1, first.start - 120)
    const around = text.slice(start, last.end + 60).split(/[.!?](?:\s|$)/)[0] ?? ''
    const sum = run.reduce((total, { number }) => total + number, 0)
    const slack = run.reduce((total, { text: one }) => total + (printed(one)?.slack ?? 0), 0)
    if (
      !(SPLIT.test(around) || isMakeUp(text, run)) ||
      OPEN.test(around) ||
      Math.abs(sum - 100) <= slack ||
      sum < 60 ||
      sum > 140
    )
      continue
    found.push({
      ...{ start: first.start, end: last.end, kind: 'parts', quote: text.slice(first.start, last.end) },
      ...{ said: '100%', computed: `${told(sum)}%`, because: `the parts add up to ${told(sum)}%` },
    })
  }
  return found
}

// "is 60% compute, 25% cooling and 15% networking": shares of what a thing is, not how much it is more of something.
function isMakeUp(text: string, run: readonly Quantity[]): boolean {
  const [first, last] = [run[0], run.at(-1)]
  if (
    !first ||
    !last ||
    !/\b(?:is|are|was|were) $/.test(text.slice(Math.max(0, first.start - 8), first.start))
  )
    return false
  return run.every(({ end }, at) => {
    const behind = text.slice(end, run[at + 1]?.start ?? end + 40)
    const noun = at === run.length - 1 ? /^ ([\p{L}-]+)(?=[.;]|$)/u : /^ ([\p{L}-]+)(?:,|,? and) $/u
    const word = noun.exec(behind)?.[1]
    return word !== undefined && !/er$|^(?:more|less|up|down|off|of|likely)$/.test(word)
  })
}

const sameSentence = (text: string, before: Quantity | undefined, one: Quantity): boolean =>
  before === undefined ||
  (one.start - before.end < MOST_SENTENCE && !/[.!?]\s|\n/.test(text.slice(before.end, one.start)))

// "12 of 40 models (25%)"; "480 patients, of whom 120 (25%)"; "Of 60 grasps, 51 succeeded, a rate of 85 percent".
function shares(text: string, numbers: readonly Quantity[]): Slip[] {
  return numbers.flatMap((first, at) => {
    const [second, share] = [numbers[at + 1], numbers[at + 2]]
    if (second === undefined || share?.unit !== '%' || share.low !== null) return []
    const [before, between] = [text.slice(0, first.start), text.slice(first.end, second.start)]
    const behind = text.slice(second.end, share.start)
    if (OUT_OF.test(between) && SHARE_BEHIND.test(behind)) return shareOf(text, first, second, share)
    const turned = OF_WHOM.test(between) || (OF_BEFORE.test(before) && /^[^.;\n\d]{0,40}, $/.test(between))
    return turned && (SHARE_BEHIND.test(behind) || RATE_BEHIND.test(behind))
      ? shareOf(text, second, first, share)
      : []
  })
}

const OF_WHOM = /^[^.;\n\d]{0,40},? of (?:whom|which|these|those|them),? $/i
const OF_BEFORE = /(?:^|[.!?;:,] )Of (?:the |its |all |our |their )?$/i
const RATE_BEHIND = /^[^.;\n\d%]{0,40}, (?:or|i\.e\.|an? (?:\p{L}+ )?(?:rate|share) of) $/iu

function shareOf(text: string, part: Quantity, whole: Quantity, share: Quantity): Slip[] {
  const all = [part, whole, share]
  if (part.unit === '%' || whole.unit === '%' || whole.number <= 0 || part.number > whole.number) return []
  if (all.some(({ low }) => low !== null) || !plain(...all)) return []
  const percent = (part.number / whole.number) * 100
  if (Math.abs(percent - share.number) <= (printed(share.text)?.slack ?? 0) + 0.5) return []
  const computed = `${told(Number(percent.toFixed(1)))}%`
  const start = Math.min(part.start, whole.start)
  return [slip(text, start, share.end, share.text, computed, `${part.text} of ${whole.text} is ${computed}`)]
}

// "71% of 2,250 TFLOPs/s, or 1,498"; "25% of its 80 engineers (30)"
const PORTION = /^(?:[^.;\n\d(]{0,30}(?:, (?:or|that is|which is|i\.e\.,?)|\(|=| is) )?(?:about )?$/i
const SET_OFF = /^[^.;\n\d(]{0,30}, $/

function portions(text: string, numbers: readonly Quantity[]): Slip[] {
  return numbers.flatMap((share, at) => {
    const whole = numbers[at + 1]
    const part = numbers[at + 2]
    const fraction = share.unit === '' && share.number > 0 && share.number < 1 && !/\d/.test(share.text)
    if (
      (share.unit !== '%' && !fraction) ||
      whole === undefined ||
      part === undefined ||
      whole.unit === '%' ||
      part.unit === '%'
    )
      return []
    const between = text.slice(whole.end, part.start)
    if (
      !OUT_OF.test(text.slice(share.end, whole.start)) ||
      !/,|\(|=| is /.test(between) ||
      !(
        PORTION.test(between.replace(/\($/, '( ')) ||
        (fraction && SET_OFF.test(between) && text.charAt(part.end) === ',')
      )
    )
      return []
    if (whole.unit !== '' && part.unit !== '' && whole.unit !== part.unit) return []
    if (!plain(share, whole, part) || share.low !== null || whole.low !== null || part.low !== null) return []
    const ratio = fraction ? share.number : share.number / 100
    const wanted = ratio * whole.number
    // A fraction in words is rounder than a percentage.
    const room =
      (fraction ? 0.1 * wanted : ((printed(share.text)?.slack ?? 0) / 100) * whole.number) +
      ratio * rounding(whole.text, whole.number) +
      rounding(part.text, part.number)
    if (Math.abs(wanted - part.number) <= room + 1e-9 || part.number > 3 * wanted || part.number < wanted / 3)
      return []
    const computed = told(wanted)
    return [
      slip(text, share.start, part.end, part.text, computed, `${share.text} of ${whole.text} is ${computed}`),
    ]
  })
}

const plain = (...all: readonly Quantity[]): boolean => all.every(({ change }) => change === '=')

const slip = slipOf('parts')
