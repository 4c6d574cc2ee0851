import { changeBefore } from './quantities-change.ts'
import { add, push } from './quantities-figures.ts'
import { countedAt } from './quantities-nouns.ts'
import { type Numeral, stick, wordedAt } from './quantities-numerals.ts'
import { numeralAt, partOf } from './quantities-part.ts'
import { unitAt } from './quantities-units.ts'
import type { Quantity } from './quantity.ts'

const VAGUE: Readonly<Record<string, number>> = {
  dozen: 12, hundred: 1e2, thousand: 1e3, ten: 10, million: 1e6, billion: 1e9, trillion: 1e12,
} // biome-ignore format: a table

const TIMES: Readonly<Record<string, number>> = {
  twice: 2,
  thrice: 3,
  doubl: 2,
  tripl: 3,
  quadrupl: 4,
  quintupl: 5,
}

const SHARES: Readonly<Record<string, number>> = {
  third: 1 / 3, quarter: 1 / 4, half: 1 / 2, fifth: 1 / 5, sixth: 1 / 6, eighth: 1 / 8, tenth: 1 / 10,
} // biome-ignore format: a table

// What a share moves by, or how much less something is: "by a third", "a quarter fewer".
const LESS_BEHIND =
  /^ (?:more|less|fewer|cheaper|faster|slower|smaller|larger|lower|higher|as (?:much|many))\b/i

const MAGNITUDE = /[ -]orders? of magnitude\b/iy

const FRACTION = /[ -](thirds?|quarters?|fifths?|halves)\b/iy

const OUT_OF = /(?: out of | in )(every )?(?=\w)/iy

export function addWorded(text: string, at: number, word: string, from: number, found: Quantity[]): number {
  if (word === 'an order of magnitude') return addFold(text, at, word.length, 10, found)
  const fold = /^(\w+)fold$/.exec(word)?.[1]
  if (fold) return addFold(text, at, word.length, VAGUE[fold] ?? wordedAt(fold, 0)?.value ?? 1, found)
  const multiplied = /^(twice|thrice|doubl|tripl|quadrupl|quintupl|halv)/.exec(word)?.[1]
  if (multiplied) return addTimes(text, at, word, multiplied, found)
  const vague = /^(dozen|hundred|thousand|ten|million|billion|trillion)s of/.exec(word)?.[1]
  if (vague) return addVague(text, at, VAGUE[vague] ?? 1, word.length, found)
  const article = /^an? (.*)$/.exec(word)?.[1] ?? (word.startsWith('half ') ? 'half' : null)
  const share = article === null ? undefined : SHARES[article]
  if (share !== undefined && article !== null) return addShare(text, at, word, article, share, found)
  const numeral = article === null ? wordedAt(text, at) : scaleWord(text, at, word)
  if (!numeral) return at + word.length
  const orders = numeral.integer ? stick(MAGNITUDE, text, numeral.end) : null
  if (orders) return addFold(text, at, numeral.end + orders[0].length - at, 10 ** numeral.value, found)
  const ratio = numeral.value > 1 && !numeral.scaled ? ratioAt(text, numeral) : null
  if (ratio) return push(text, found, from, partOf(at, ratio, '', 1), null, null)
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

// "sixfold", "two orders of magnitude", with what moves before it.
function addFold(text: string, at: number, length: number, times: number, found: Quantity[]): number {
  const end = at + length
  const { start, change } = changeBefore(text, at, 0)
  found.push({
    start,
    end,
    text: text.slice(start, end),
    number: times,
    low: null,
    high: null,
    unit: 'x',
    change,
  })
  return end
}

// "nine in ten", "three in five": a share of round tens or of a handful.
const ROUND = new Set([3, 4, 5, 10, 20, 100, 1000])

function ratioAt(text: string, numeral: Numeral): Numeral | null {
  const link = stick(/ in (?=[a-z])/iy, text, numeral.end)
  const base = link ? wordedAt(text, numeral.end + link[0].length) : null
  if (!base || base.scaled || !ROUND.has(base.value) || base.value <= numeral.value) return null
  // "two in three years" are not two thirds.
  if (
    /^ (?:seconds?|minutes?|hours?|days?|weeks?|months?|quarters?|years?|decades?)\b/i.test(
      text.slice(base.end, base.end + 10),
    )
  )
    return null
  return { ...base, value: numeral.value / base.value, integer: false, scaled: true }
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
    const of =
      /^half (of|the)$/.test(word) ||
      /^ (?:of|the)\b/.test(text.slice(end, end + 4)) ||
      /\b(?:by|in) $/i.test(text.slice(Math.max(0, at - 3), at))
    if (!of) return end
  } else if (
    !(/^(?:third|quarter)$/.test(article) && /^ of\b/.test(text.slice(end, end + 4))) &&
    !LESS_BEHIND.test(text.slice(end, end + 12)) &&
    !/\bby (?:about |around |nearly |almost |over |more than |roughly )?$/i.test(
      text.slice(Math.max(0, at - 16), at),
    )
  )
    return end
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
