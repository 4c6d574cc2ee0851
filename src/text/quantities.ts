import { type Change, changeBefore } from './quantities-change.ts'
import { sharedUnits } from './quantities-lists.ts'
import { namesSomething } from './quantities-names.ts'
import { countedAt } from './quantities-nouns.ts'
import { figureAt, type Numeral, stick, wordedAt } from './quantities-numerals.ts'
import { isMoney, moneyBefore, unitAt } from './quantities-units.ts'
import type { Quantity } from './quantity.ts'

type Part = {
  readonly start: number
  readonly end: number
  readonly value: number
  readonly scaled: boolean
  readonly letter: string | null
  readonly integer: boolean
  readonly unit: string
  readonly scale: number
}

// Written as a tree of first letters, for this runs over every text: four times as fast as a list of words.
const CANDIDATE =
  /\d|\.\d|\b(?:z(?:ero)|o(?:ne)|t(?:w(?:o|elve|enty|ice)|h(?:ree|irt(?:y|een)|rice|ousands of)|en(?:s of)?|r(?:ipl(?:e[sd]?|ing)|illions of))|f(?:our(?:teen)?|ive|ift(?:y|een)|orty)|s(?:ix(?:teen|ty)?|even(?:teen|ty)?)|e(?:ight(?:een|y)?|leven)|n(?:ine(?:teen|ty)?)|d(?:oubl(?:e[sd]?|ing)|ozens of)|h(?:al(?:v(?:e[sd]?|ing)|f (?:of|an?|the))|undreds of)|m(?:illions of)|b(?:illions of)|q(?:uadrupl(?:e[sd]?|ing))|an? (?:hundred|thousand|million|billion|trillion|dozen|third|quarter|half))\b/gi

/**
 * The quantities of a text in order, without overlap: numbers in figures or words, with unit, range, hedge and direction.
 * Dates, times, versions, names (`GPT-5.5`, `H100`), ids and ordinals are none. After CQE (Almasian et al. 2023), by
 * rules over characters instead of a parse.
 */
export function quantities(text: string): Quantity[] {
  return sharedUnits(text, eachAlone(text))
}

function eachAlone(text: string): Quantity[] {
  const found: Quantity[] = []
  let after = 0
  CANDIDATE.lastIndex = 0
  for (let match = CANDIDATE.exec(text); match; match = CANDIDATE.exec(text)) {
    const at = match.index
    const last = found.length
    if (/[\d.]/.test(match[0].charAt(0))) after = addFigure(text, at, after, found)
    else after = addWorded(text, at, match[0].toLowerCase(), after, found)
    // Whatever was read or refused is not looked at again.
    if (found.length > last || after > CANDIDATE.lastIndex)
      CANDIDATE.lastIndex = Math.max(after, CANDIDATE.lastIndex)
  }
  return found
}

function addFigure(text: string, at: number, from: number, found: Quantity[]): number {
  const refused = namesSomething(text, at)
  if (refused > at) return labelled(text, refused)
  const numeral = figureAt(text, at)
  if (!numeral) return at + 1
  return add(text, at, numeral, from, found)
}

const MORE_LABELS = /(?:(?:,| and| or|, and|, or|–|-| &) ?\d{1,3}(?:\p{Lu}(?!\p{L}))?(?![.,]?\d|%|\p{L}))+/uy

// "phases 3, 5 and 7": what a label names once, it names for the list behind it.
function labelled(text: string, end: number): number {
  if (!/\d\p{Lu}?$/u.test(text.slice(end - 2, end))) return end
  const more = stick(MORE_LABELS, text, end)
  return more && !/^ \p{Ll}{4,}s\b/u.test(text.slice(end + more[0].length, end + more[0].length + 12))
    ? end + more[0].length
    : end
}

const VAGUE: Readonly<Record<string, number>> = {
  dozen: 12, hundred: 1e2, thousand: 1e3, ten: 10, million: 1e6, billion: 1e9, trillion: 1e12,
} // biome-ignore format: a table
const TIMES: Readonly<Record<string, number>> = { twice: 2, thrice: 3, doubl: 2, tripl: 3, quadrupl: 4 }
const SHARES: Readonly<Record<string, number>> = { third: 1 / 3, quarter: 1 / 4, half: 1 / 2 }
const FRACTION = /[ -](thirds?|quarters?|fifths?|halves)\b/iy
const OUT_OF = /(?: out of | in )(every )?(?=\w)/iy

function addWorded(text: string, at: number, word: string, from: number, found: Quantity[]): number {
  const multiplied = /^(twice|thrice|doubl|tripl|quadrupl|halv)/.exec(word)?.[1]
  if (multiplied) return addTimes(text, at, word, multiplied, found)
  const vague = /^(dozen|hundred|thousand|ten|million|billion|trillion)s of/.exec(word)?.[1]
  if (vague) return addVague(text, at, VAGUE[vague] ?? 1, word.length, found)
  const article = /^an? (.*)$/.exec(word)?.[1] ?? (word.startsWith('half ') ? 'half' : null)
  const share = article === null ? undefined : SHARES[article]
  if (share !== undefined && article !== null) return addShare(text, at, word, article, share, found)
  const numeral = article === null ? wordedAt(text, at) : scaleWord(text, at, word)
  if (!numeral) return at + word.length
  const part = numeral.integer ? stick(FRACTION, text, numeral.end) : null
  if (part) {
    const by = { t: 3, q: 4, f: 5, h: 2 }[(part[1] ?? 't').charAt(0).toLowerCase()] ?? 1
    if (numeral.value < by || by === 4) {
      const whole = {
        ...numeral,
        value: numeral.value / by,
        end: numeral.end + part[0].length,
        integer: false,
        scaled: true,
      }
      return push(text, found, from, partOf(at, whole, '', 1), null, null)
    }
  }
  if (
    /[\p{L}\p{N}]-$/u.test(text.slice(Math.max(0, at - 2), at)) &&
    !/\bsub-$/i.test(text.slice(Math.max(0, at - 4), at))
  )
    return numeral.end
  if (numeral.value === 1 && !numeral.scaled) return addOne(text, at, numeral, from, found)
  return add(text, at, numeral, from, found)
}

function scaleWord(text: string, at: number, word: string): Numeral | null {
  const space = word.indexOf(' ')
  const value = VAGUE[word.slice(space + 1)]
  const more = value === undefined ? null : wordedAt(text, at + word.length + 1)
  if (value === undefined || more?.scaled) return null
  return { end: at + word.length, value, letter: null, scaled: true, integer: true }
}

// "one" counts only where a noun follows that it can count; alone it is a pronoun.
const ONE_IS_NO_COUNT =
  /^ (?:another|day|thing|way|hand|side|more|point|time|reason|person|can|could|would|should|must|may|might|or|and|who|that|which|in|at|on|with|for|to|from|by|but|is|was|has|had|where|after|step|kind|last|such|year|big|key|small|possible|major|final)\b/i

function addOne(text: string, at: number, one: Numeral, from: number, found: Quantity[]): number {
  const ratio = stick(OUT_OF, text, one.end)
  if (ratio) {
    const base = numeralAt(text, one.end + ratio[0].length)
    if (base && base.value > 1) {
      const whole = { ...base, value: 1 / base.value, integer: false, scaled: true }
      return push(text, found, from, partOf(at, whole, '', 1), null, null)
    }
  }
  if (ONE_IS_NO_COUNT.test(text.slice(one.end, one.end + 12))) return one.end
  const unit = unitAt(text, one.end)
  const counted = unit ? null : countedAt(text, one.end, true)
  if (!unit && !counted) return one.end
  if (counted && !/^ of /i.test(text.slice(one.end, one.end + 4)) && /^\p{Lu}/u.test(counted.noun))
    return one.end
  return push(
    text,
    found,
    from,
    partOf(at, { ...one, end: unit?.end ?? one.end }, unit?.unit ?? counted?.noun ?? '', 1),
    null,
    null,
  )
}

const numeralAt = (text: string, at: number): Numeral | null => figureAt(text, at) ?? wordedAt(text, at)

function addTimes(text: string, at: number, word: string, root: string, found: Quantity[]): number {
  const end = at + word.length
  const verb = word !== 'double' && word !== 'triple'
  const shrinks = root === 'halv'
  const followed = (
    /^t[wh]/.test(root)
      ? /^ (?:the|as|that|its|what)\b/i
      : /^ (?:the|as|its|their|his|her|our|in|that|over|since|from|to)\b/i
  ).test(text.slice(end, end + 8))
  if (/^t[wh]/.test(root) && !followed) return end
  if (!verb && !followed) return end
  if (word.endsWith('ing') && !followed) return end
  const moves = verb && !/^t[wh]/.test(word)
  found.push({
    start: at,
    end,
    text: text.slice(at, end),
    number: shrinks ? 0.5 : (TIMES[root] ?? 1),
    low: null,
    high: null,
    unit: 'x',
    change: moves ? (shrinks ? 'down' : 'up') : '=',
  })
  return end
}

function addVague(text: string, at: number, size: number, length: number, found: Quantity[]): number {
  let end = at + length
  let low = size
  const more = /\s+(thousand|million|billion|trillion)s(?: of)?\b/iy
  const scale = stick(more, text, end)
  if (scale) {
    low *= VAGUE[(scale[1] ?? '').toLowerCase()] ?? 1
    end += scale[0].length
  }
  const unit = unitAt(text, end)
  const counted = unit ? null : countedAt(text, end, false)
  const through = unit?.end ?? (/\bof$/i.test(text.slice(at, end)) ? end - 3 : end)
  found.push({
    start: at,
    end: through,
    text: text.slice(at, through),
    number: low,
    low,
    high: low * 10,
    unit: unit?.unit ?? counted?.noun ?? '',
    change: '=',
  })
  return through
}

function addShare(
  text: string,
  at: number,
  word: string,
  article: string,
  share: number,
  found: Quantity[],
): number {
  const end = at + word.length
  if (article === 'half') {
    const of = /^half (of|the)$/.test(word) || /^ (?:of|the)\b/.test(text.slice(end, end + 4))
    if (!of) return end
  } else if (!/^ of\b/.test(text.slice(end, end + 4))) return end
  if (
    /\b(?:upper|lower|first|second|other|latter|former|top|bottom|left|right) $/i.test(
      text.slice(Math.max(0, at - 8), at),
    )
  )
    return end
  const through = word.startsWith('half ') ? at + 4 : end
  const { start, change } = changeBefore(text, at, 0)
  found.push({
    start,
    end: through,
    text: text.slice(start, through),
    number: share,
    low: null,
    high: null,
    unit: '',
    change,
  })
  return through
}

function partOf(start: number, numeral: Numeral, unit: string, scale: number): Part {
  const { end, value, scaled, letter, integer } = numeral
  return { start, end, value: value * scale, scaled, letter, integer, unit, scale }
}

// A figure with the sign and the currency before it and the unit behind it.
function partAt(text: string, at: number, numeral: Numeral, from: number): Part {
  const dashed = /[-−]/.test(text.charAt(at - 1)) && text.charAt(at - 2) === '$'
  // What an earlier number took for its unit is not this one's currency.
  const sure = moneyBefore(text, dashed ? at - 1 : at)
  const money = sure !== null && sure.start >= from ? sure : null
  let start = money?.start ?? at
  let value = numeral.value
  let end = numeral.end
  let letter = numeral.letter
  let scaled = numeral.scaled
  const sign = /(?:^|[\s(~≈∼<>=$€£,;:→/])([-−–+±])$/.exec(
    text.slice(Math.max(0, from - 1, start - 2), start),
  )?.[1]
  const minus = /\bminus[ -]$/i.exec(text.slice(Math.max(0, from, start - 6), start))
  const inner = dashed
  if (sign || minus) {
    start -= minus ? 6 : 1
    if (sign !== '+' && sign !== '±') value = -value
  } else if (inner) value = -value
  if (money) {
    const millions = /m(?![\p{L}\p{N}])/uy
    if (!scaled && stick(millions, text, end)) {
      value *= 1e6
      end++
      scaled = true
    }
    const rate = rateBehind(text, end)
    return {
      start,
      end: rate?.end ?? end,
      value,
      scaled,
      letter: null,
      integer: numeral.integer,
      unit: money.unit + (rate?.by ?? ''),
      scale: 1,
    }
  }
  end += stick(SIDES, text, end)?.[0].length ?? 0
  const tolerance = stick(TOLERANCE, text, end)
  if (tolerance) end += tolerance[0].length
  const unit = unitAt(text, end)
  if (unit) {
    end = unit.end
    letter = null
    if (unit.unit === '%') end += stick(SHARE_TOLERANCE, text, end)?.[0].length ?? 0
    end = lastSide(text, end, unit.unit)
  }
  const size = unit?.scale ?? 1
  return {
    start,
    end,
    value: size === 1 ? value : Number((value * size).toPrecision(12)),
    scaled,
    letter,
    integer: numeral.integer,
    unit: unit?.unit ?? '',
    scale: size,
  }
}

// `60 × 10 × 3 mm3`: the sides of a thing.
const SIDES = /(?: [×x] \d+(?:\.\d+)?(?![\d.]))+/y
const SIDE = / [×x] (?=\d)/y

// `500 nm × 500 nm`
function lastSide(text: string, end: number, unit: string): number {
  const by = stick(SIDE, text, end)
  const side = by ? figureAt(text, end + by[0].length) : null
  const read = side ? unitAt(text, side.end) : null
  return read?.unit === unit ? lastSide(text, read.end, unit) : end
}

const TOLERANCE = /\s?±\s?\d+(?:\.\d+)?/y
const SHARE_TOLERANCE = /\s?±\s?\d+(?:\.\d+)?\s?%/y
const RATE = /(?: US| U\.S\.)?( ?\/ ?| per | an? )(?=[a-z1M])(?!year (?:earlier|ago|later|before))/y

function rateBehind(text: string, at: number): { readonly by: string; readonly end: number } | null {
  const link = stick(RATE, text, at)
  if (!link) return null
  // A `$` spelt out lets the rate reader of the units do the work.
  const read = unitAt(
    `dollars${text.slice(at + link[0].length - (link[1] ?? '').length, at + link[0].length + 24)}`,
    0,
  )
  if (!read?.unit.includes('/')) return null
  return { by: read.unit.slice(3), end: at + link[0].length - (link[1] ?? '').length + read.end - 7 }
}

const LINK =
  /(?: ?[-–—−~]{1,2} ?| ?(?:→|->|⇒) ?| to |-to-| to-| or | through | and )(?=[$€£¥₹~≈∼<>≥≤]?(?:US ?\$|Y=)?[-−+]?(?:\d|\.\d|[a-z]))/y

function add(text: string, at: number, numeral: Numeral, from: number, found: Quantity[]): number {
  // A shape is no amount: `two-dimensional`.
  if (text.startsWith('-dimensional', numeral.end)) return numeral.end
  const first = partAt(text, at, numeral, from)
  const second = secondOf(text, first, from)
  // `2-0` and `89-89` are results of games.
  if (second === 'score') return first.end + (stick(SCORE, text, first.end)?.[0].length ?? 0)
  return push(text, found, from, first, second?.part ?? null, second?.link ?? null)
}

const SCORE = /[-–—−~ ]+\d+/y

type Second = { readonly part: Part; readonly link: string } | null

const GAPPED = /(?: [^\s,;:()]+){1,5}? to (?=[$€£¥₹~]?(?:US ?\$|Y=)?\d)/y

function secondOf(text: string, first: Part, from: number): Second | 'score' {
  const before = text.slice(Math.max(from, first.start - 24), first.start)
  const opened = /\bfrom (?:about |around |nearly |~)?$/i.test(before)
  const link = stick(LINK, text, first.end)?.[0] ?? (opened ? stick(GAPPED, text, first.end)?.[0] : undefined)
  if (link === undefined) return null
  const spoken = link.trim().toLowerCase()
  if (spoken === 'and' && !/\bbetween (?:about |around |~)?$/i.test(before)) return null
  if (spoken === 'or' && !first.integer) return null
  // "rose 8% to 3.65" is a move and where it ended; "dropped by 1 to 1.5 degrees" is a range.
  if (
    spoken === 'to' &&
    !opened &&
    first.unit !== '' &&
    /^(?:up|down)$/.test(changeBefore(text, first.start, from).change)
  )
    return null
  const at = first.end + link.length
  const lead =
    /^(?:about |around |nearly |almost |over |[~≈∼<>≥≤+−-]|(?:US ?|HK|A)?[$€£¥₹]|Y=|RM|USD |€)*/.exec(
      text.slice(at, at + 10),
    )?.[0].length ?? 0
  const numeral = numeralAt(text, at + lead)
  if (!numeral) return null
  if (spoken === 'or' && numeral.value <= first.value) return null
  const dash = /^[-–—−~]/.test(spoken)
  if (dash && link.includes(' ') && !/^\d/.test(text.slice(at + lead))) return null
  const part = partAt(text, at + lead, numeral, first.end)
  const rate = first.unit.startsWith(`${part.unit}/`) || part.unit.startsWith(`${first.unit}/`)
  if (first.unit !== '' && part.unit !== '' && first.unit !== part.unit && !rate) return null
  const bare = first.unit === '' && part.unit === '' && !first.scaled && !part.scaled
  if (dash && bare && first.integer && part.value <= first.value) return 'score'
  return { part, link: spoken }
}

function push(
  text: string,
  found: Quantity[],
  from: number,
  first: Part,
  second: Part | null,
  link: string | null,
): number {
  let end = second?.end ?? first.end
  let unit =
    second && second.unit.length > first.unit.length ? second.unit : first.unit || (second?.unit ?? '')
  const symbol =
    unit === '' && first.letter === null && Math.abs(first.value) < 1000
      ? stick(OWN_SYMBOL, text, end)?.[0]
      : undefined
  if (symbol !== undefined) {
    unit = symbol
    end += symbol.length
  }
  let number = first.value
  if (
    second &&
    !isMoney(first.unit === '' ? unit : '') &&
    first.unit === '' &&
    !first.scaled &&
    second.scale !== 1
  ) {
    number = Number((number * second.scale).toPrecision(12))
  }
  if (second && !first.scaled) number *= borrowed(text, first, second)
  const letter = second?.letter ?? first.letter
  const plus = text.charAt(end) === '+' ? 1 : 0
  if (unit === '') {
    const single = first.value === 1 && text.charAt(end) !== '-'
    const counted = countedAt(text, end + plus, single) ?? (second ? countedAt(text, first.end, false) : null)
    unit =
      counted && !(letter !== null && OF_A_MODEL.test(counted.noun))
        ? counted.noun + timeBehind(text, counted.end)
        : ''
  }
  if (unit === '' && letter !== null) unit = sizeUnit(text, first.start, end, letter)
  if (unit === '' && isAge(text, first, end)) unit = 'year of age'
  const { start, change } = changeBefore(text, first.start, from)
  const signed: Change = change === '=' && text.charAt(first.start) === '+' ? 'up' : change
  const opened = /\b(?:between|from) (?:about |around )?$/i.exec(
    text.slice(Math.max(from, start - 20), start),
  )
  const begins = second && opened ? start - opened[0].length : start
  found.push({
    start: begins,
    end: end + plus,
    text: text.slice(begins, end + plus),
    number,
    low: second ? number : null,
    high: second ? second.value : null,
    unit,
    change: plus ? '>' : link === 'or' ? '~' : signed,
  })
  return end + plus
}

// `1,200 requests per second`, `5 emails a day`.
const PER_TIME = / per (second|minute|hour|day|week|month|year)\b/y

function timeBehind(text: string, at: number): string {
  const by = stick(PER_TIME, text, at)?.[1]
  return by === undefined ? '' : `/${by === 'second' ? 's' : by}`
}

// `5Rp`, `88kR`: a symbol that a paper makes its unit, glued and of mixed case.
const OWN_SYMBOL = /(?:\p{Lu}{1,2}\p{Ll}{1,2}|\p{Ll}\p{Lu})(?![\p{L}\p{N}])/uy

// "$89 to $93 billion" means 89 billion, "$200 to $4 million" does not: the scale is shared when the figures then rise.
function borrowed(text: string, first: Part, second: Part): number {
  if (!second.scaled || first.scaled) return 1
  const printed = figureAt(text, second.end - 1)
  if (printed && second.letter === null && second.value < 1000) return 1
  const scale = 10 ** (3 * Math.floor(Math.log10(Math.abs(second.value) || 1) / 3))
  const bare = second.value / scale
  return scale > 1 && Math.abs(first.value) <= bare * 1.0001 ? scale : 1
}

// What a size is said of: `14B teachers` have parameters, `32K contexts` tokens.
const OF_A_MODEL =
  /\b(?:models?|teachers?|students?|checkpoints?|variants?|dense|LLMs?|backbones?|contexts?|lengths?|windows?)\b/i
const NEAR_LENGTH = /\b(?:context|tokens?|windows?|length|sequence)\b/i

// A bare `70B` in this field is a model's size, a bare `128k` near "context" a length in tokens.
function sizeUnit(text: string, start: number, end: number, letter: string): string {
  const near = text.slice(Math.max(0, start - 40), end + 40)
  if (letter === 'B' || letter === 'T') return 'parameter'
  if (letter === 'M')
    return /\b(?:models?|param|scale|dense|MoE|size)/i.test(near) || /\b\d+(?:\.\d+)?B\b/.test(near)
      ? 'parameter'
      : ''
  return NEAR_LENGTH.test(near) ? 'token' : ''
}

// "Maddon, 66, has …" and "will be 35 by …": how newspapers print an age.
function isAge(text: string, { start, value, integer }: Part, end: number): boolean {
  if (!integer || value < 10 || value > 110) return false
  return (
    /^[,)]/.test(text.slice(end)) &&
    /\p{Lu}[\p{Ll}]+, $/u.test(text.slice(Math.max(0, start - 16), start)) &&
    !/^, \p{Lu}/u.test(text.slice(end, end + 3))
  )
}
