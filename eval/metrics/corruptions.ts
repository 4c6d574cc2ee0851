/** A true sentence with one thing made wrong. */
export type Corruption = {
  readonly kind: 'number' | 'scale' | 'unit' | 'date' | 'name' | 'direction' | 'hedge' | 'denial'
  readonly text: string
}

type Rule = readonly [Corruption['kind'], RegExp, string | ((...match: string[]) => string)]

const FIGURE = '(?<![\\p{L}\\d.,-])'
const MONTHS = 'January|February|March|April|June|July|August|September|October|November|December'
const DAYS = 'Monday|Tuesday|Wednesday|Thursday|Saturday|Sunday'

// Each rule is tried once on a sentence and must change it; the first place where it fits is changed.
const RULES: readonly Rule[] = [
  // A digit of a figure that is no part of a name.
  ['number', new RegExp(`${FIGURE}(\\d)(\\d*(?:\\.\\d+)?)(?=[ %x,.)]|$)`, 'u'), (_, first = '0', rest = '') => `${(Number(first) % 9) + 1}${rest}`],
  ['number', /\b(two|three|four|five|six|seven)(?= [a-z]+s\b)/, (word = '') => NEXT[word] ?? word],
  ['scale', new RegExp(`${FIGURE}(\\d+)\\.(\\d)(?= ?(?:%|percent|million|billion|x\\b))`, 'u'), '$1$2'],
  ['scale', new RegExp(`${FIGURE}(\\d+)(?= ?(?:%|percent|million|billion))`, 'u'), '$10'],
  ['unit', /(\d) ?(?:%|percent\b)/, '$1 points'],
  ['unit', /(\d) ?million\b/, '$1 billion'],
  ['unit', /(\d) ?billion\b/, '$1 million'],
  ['unit', /(\d)x\b/, '$1%'],
  ['unit', /\$(\d)/, '€$1'],
  ['unit', /(\d) ?GB\b/, '$1 TB'],
  ['unit', /(\d) (hours?|days?|weeks?|months?)\b/, (_, digit = '', unit = '') => `${digit} ${unit.startsWith('day') ? 'weeks' : 'days'}`],
  ['date', new RegExp(`\\b(?:${MONTHS}) (?=\\d)`), 'May '],
  ['date', /\bMay (?=\d)/, 'August '],
  ['date', new RegExp(`\\b(?:${DAYS})\\b`), 'Friday'],
  ['date', /\b20(2\d)\b(?!\.\d)/, (_, year = '0') => `20${Number(year) - 3}`],
  ['name', /(?<=\s)\p{Lu}[\p{L}\d-]*\p{Lu}[\p{L}\d-]*|(?<=[a-z] )\p{Lu}\p{Ll}{3,}/u, 'Larkspur'],
  ['name', /^(?:\p{Lu}\p{Ll}{3,}(?= (?:has|is|was|said|says|will|released|announced|plans)))/u, 'Larkspur'],
  ['direction', /\boutperforms?\b/, 'trails'],
  ['direction', /\bimproves\b/, 'reduces'],
  ['direction', /\bincreases\b/, 'decreases'],
  ['direction', /\breduces\b/, 'increases'],
  ['direction', /\breducing\b/, 'increasing'],
  ['direction', /\bimproving\b/, 'lowering'],
  ['direction', /\bfaster\b/, 'slower'],
  ['direction', /\braises\b/, 'lowers'],
  ['direction', /\brose\b/, 'fell'],
  ['direction', /\bfell\b/, 'rose'],
  ['hedge', /\bup to (?=\d)/, ''],
  ['hedge', /(?:~|\b(?:about|around|nearly|almost|roughly) )(?=\d)/, ''],
  ['hedge', /\b(?:reportedly|allegedly) /, ''],
  ['denial', /\b(is|was|are|were|does|did|has|have|will|can) not\b/, '$1'],
] // biome-ignore format: a table

const NEXT: Readonly<Record<string, string>> = { two: 'four', three: 'five', four: 'six', five: 'seven', six: 'eight', seven: 'nine' } // biome-ignore format: a table

/** All single corruptions that the rules can make of a sentence. */
export function corruptionsOf(sentence: string): Corruption[] {
  return RULES.flatMap(([kind, find, by]): Corruption[] => {
    const text = typeof by === 'string' ? sentence.replace(find, by) : sentence.replace(find, by)
    return text === sentence ? [] : [{ kind, text: text.charAt(0).toUpperCase() + text.slice(1) }]
  })
}

// Ways to write the same: what a summary may do to a sentence without making it false.
const REWORDINGS: readonly (readonly [RegExp, string | ((...match: string[]) => string)])[] = [
  [/(\d) percent\b/, '$1%'],
  [/(\d)%/, '$1 percent'],
  [/\$(\d[\d.]*) million\b/, '$$$1M'],
  [/\$(\d[\d.]*) billion\b/, '$$$1B'],
  [/\bup to (?=\d)/, 'as much as '],
  [/\babout (?=\d)/, 'around '],
  [/\b(two|three|four|five|six|seven)(?= [a-z]+s\b)/, (word = '') => String(['two', 'three', 'four', 'five', 'six', 'seven'].indexOf(word) + 2)],
  [/ \([^()]{3,80}\)/, ''],
  [/^In this (?:paper|work), we /, 'The authors '],
  [/^We /, 'The authors '],
  [/^(?:However|Moreover|Furthermore|Specifically|Notably), (\p{L})/u, (_, letter = '') => letter.toUpperCase()],
  [/, (?:which|who) [^,.]{8,90}(?=\.$)/, ''],
] // biome-ignore format: a table

/** The sentence in other words that are as true; empty when no rule fits. */
export function rewordingsOf(sentence: string): string[] {
  return REWORDINGS.flatMap(([find, by]) => {
    const text = typeof by === 'string' ? sentence.replace(find, by) : sentence.replace(find, by)
    return text === sentence ? [] : [text]
  })
}
