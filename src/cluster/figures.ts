/** A number with what it measures, where two tellings of one happening would give the same: 650e6 `raised`. */
export type Figure = { readonly measure: string; readonly value: number }

/** So much of a text is read: what happened stands at its head. */
const CHARACTERS_MAX = 400
const FIGURES_MAX = 8
const OF_ONE_KIND = 2
/** So far from a sum, in characters, its deed may stand. */
const BEFORE_MAX = 60
const AFTER_MAX = 40

const MONEY =
  /([$€£]\s?)?(\d{1,3}(?:,\d{3}){1,4}|\d{1,6}(?:\.\d{1,3})?)\s?(thousand|million|billion|trillion|[kmbt]n?|[mbt]ln)?(?![\p{L}\p{N}])(\s(?:dollars|euros|pounds))?/giu
const PARAMETERS =
  /(?<![\p{L}\p{N}.$€£])(\d{1,4}(?:\.\d{1,2})?)B(?![\p{L}\p{N}])(?! (?:users|people|tokens|dollars|euros|pounds))/gu
const SCORE =
  /(?<![\p{N}.])(\d{1,3}(?:\.\d{1,2})?)\s?(?:%|percent|points)? on (?:the )?(\p{Lu}[\p{L}\p{N}.-]{2,30})/gu
const SCORE_AFTER =
  /(\p{Lu}[\p{L}\p{N}.-]{2,30}) (?:with|at|of|by|score of|with a score of) (\d{1,3}(?:\.\d{1,2})?)\s?(?:%|percent|points)(?!\p{L})/gu

const EARNED = 'earned'

// Looked for before a pattern is: nine texts of ten hold none of them.
const SHARES = ['%', 'percent', 'points']
const CURRENCIES = ['$', '€', '£', 'dollars', 'euros', 'pounds']

const DEEDS: readonly (readonly [string, RegExp])[] = [
  ['valued', /\b(?:valu(?:ed|es?|ing|ation)|worth)\b/gi],
  ['fined', /\b(?:fine[sd]?|penalt(?:y|ies))\b/gi],
  ['bought', /\b(?:acqui(?:res?|red|ring|sition)|buys?|bought|sold|takeover)\b/gi],
  ['raised', /\b(?:rais(?:es?|ed|ing)|secur(?:es?|ed)|seeks?|round|funding|series [a-h])\b/gi],
  // Of what is earned there are many figures: of a quarter, of a branch, foretold.
  [EARNED, /\b(?:run[- ]rate|revenues?|arr|sales|profits?)\b/gi],
] // biome-ignore format: a table

/** Less is a price, or a sum that was cut. */
const SUM_MIN = 10_000

const SCALES: Readonly<Record<string, number>> = { t: 1e3, k: 1e3, m: 1e6, b: 1e9 }

/**
 * The figures by which a telling of a happening is known: what was raised, paid or fined, what a company is worth, how
 * large a model is (by its title), what it scores on a benchmark. At most eight.
 */
export function figuresOf({ title, text }: { readonly title: string; readonly text: string }): Figure[] {
  const head = `${title}\n${text.slice(0, CHARACTERS_MAX)}`
  if (!/\d/.test(head)) return []
  const found = new Map<string, Figure>()
  for (const figure of [...sizesIn(title), ...scoresIn(head), ...sumsIn(head)])
    found.set(`${figure.measure} ${figure.value}`, figure)
  return ofOneHappening([...found.values()]).slice(0, FIGURES_MAX)
}

/** A round of news gives many sums of one kind, none of which is its own. */
const ofOneHappening = (figures: readonly Figure[]): Figure[] =>
  figures.filter(({ measure }) => figures.filter((one) => one.measure === measure).length <= OF_ONE_KIND)

const sizesIn = (title: string): Figure[] =>
  Array.from(title.matchAll(PARAMETERS), ([, size]) => ({ measure: 'parameters', value: Number(size) * 1e9 }))

function scoresIn(head: string): Figure[] {
  const before = /\d[^\n]{0,10} on /.test(head) ? [...head.matchAll(SCORE)] : []
  const after = SHARES.some((sign) => head.includes(sign)) ? [...head.matchAll(SCORE_AFTER)] : []
  return [
    ...before.map(([, value, on = '']) => scoreOf(on, value)),
    ...after.map(([, on = '', value]) => scoreOf(on, value)),
  ]
}

const scoreOf = (on: string, value: string | undefined): Figure => ({
  measure: `on ${on.toLowerCase()}`,
  value: Number(value),
})

function sumsIn(head: string): Figure[] {
  if (!CURRENCIES.some((sign) => head.includes(sign))) return []
  const found: Figure[] = []
  for (const match of head.matchAll(MONEY)) {
    const [whole, sign, digits = '', scale = '', currency] = match
    if (sign === undefined && currency === undefined) continue
    const measure = deedBeside(head, match.index, match.index + whole.length)
    const value = Number(digits.replaceAll(',', '')) * scaleOf(scale)
    if (measure !== null && measure !== EARNED && value >= SUM_MIN) found.push({ measure, value })
  }
  return found
}

const scaleOf = (word: string): number =>
  /^(?:tr|tn?$|tln)/i.test(word) ? 1e12 : (SCALES[word.charAt(0).toLowerCase()] ?? 1)

/** The deed whose word stands nearest to a sum, within its sentence. */
function deedBeside(head: string, start: number, end: number): string | null {
  const before =
    head
      .slice(Math.max(0, start - BEFORE_MAX), start)
      .split(/[.;\n] ?(?=\D|$)/)
      .at(-1) ?? ''
  const after = head.slice(end, end + AFTER_MAX).split(/[.;\n]/)[0] ?? ''
  if (/^[ -](?:(?:pre|post)-money )?valuation/i.test(after)) return 'valued'
  let nearest: string | null = null
  let least = Number.POSITIVE_INFINITY
  const note = (deed: string, distance: number) => {
    if (distance < least) [nearest, least] = [deed, distance]
  }
  for (const [deed, words] of DEEDS) {
    for (const { 0: word, index } of before.matchAll(words)) note(deed, before.length - index - word.length)
    for (const { index } of after.matchAll(words)) note(deed, index)
  }
  return nearest
}

/** Half as much again is another sum, however rounded and in whatever currency. */
const SUM_RATIO = 1.5
const SIZE_RATIO = 1.1
const POINTS = 2.5

/**
 * Whether two lists of figures give clearly different numbers for the same measure, and for none the same: not one
 * rounded, told in another currency, or revised by a little.
 */
export function contradict(one: readonly Figure[], other: readonly Figure[]): boolean {
  let apart = false
  for (const measure of new Set(one.map((figure) => figure.measure))) {
    const theirs = other.filter((figure) => figure.measure === measure)
    if (theirs.length === 0) continue
    const agree = one.some(
      (figure) => figure.measure === measure && theirs.some((their) => agrees(figure, their)),
    )
    if (agree) return false
    apart = true
  }
  return apart
}

function agrees({ measure, value }: Figure, { value: other }: Figure): boolean {
  if (measure.startsWith('on ')) return Math.abs(value - other) <= POINTS
  const ratio = Math.max(value, other) / Math.min(value, other)
  return ratio <= (measure === 'parameters' ? SIZE_RATIO : SUM_RATIO)
}
