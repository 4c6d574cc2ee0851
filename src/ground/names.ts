import { STOPWORDS, stem, type Token, tokens } from '#text'
import type { DateRead } from './dates.ts'
import type { Holding } from './holding.ts'

// Words that begin a sentence with a capital and name nobody.
const EVERYDAY = new Set(
  `according adding additional ahead almost already also although alone among analysts another answers anyone apart article articles
  asked attention authors available based because before behind benchmark benchmarks better beyond both bigger biggest buyers
  businesses chips claims code comments companies company compared consumers costs critics current customers data despite
  details developers earlier early either employees engineers enough entire errors even every everyone evidence existing
  experiments experts false fewer figures finally findings first five four free full funding further future general given
  global government governments growth half hence higher however human humans hundreds images including increasingly
  independent industry inference instead investors items it's key large larger last later latest leaders less like listed long longer look
  lower main major many maybe means measured memory methods millions missing models money months nearly neither networks
  never new news newer next nine nobody none not nothing notably nowadays numbers officials older ones online open others
  overall owners papers part parts people performance perhaps plans points predictions prices previous prices print private
  problems profits projects prompts proposed public publishers quarterly questions quick quiet rank rather read readers real
  recent records regulators related release released reported reports research researchers results revenue rising rules
  running safety sales scientists second sentences separate seven several shares silent similar since single six small smaller
  software some source sources speed staff startups still stories story students studies study subscribers such systems tasks
  teachers team teams ten tests text texts thanks them then there third thousands three times today together tokens tools
  total training true twice two typical under unlike until upvotes users using usually value values vendors version versions
  views waiting weights what whatever when where whether which while whole why wider within without women words work workers
  working world years yesterday yet young`.split(/\s+/),
)
const ORDINARY_ENDING = /(?:ing|ly|tion|tions|ment|ness|ity|ive|ous|able|ful|less|ward|wards)$/

/** Names in a sentence that no evidence holds: capitals inside it, words with digits or inner capitals, and accounts. */
export function missingNames(
  sentence: string,
  holdings: readonly Holding[],
  dates: readonly DateRead[],
): string[] {
  const words = tokens(sentence)
  const missing: string[] = []
  for (const [index, token] of words.entries()) {
    const opens = isOpening(token, sentence)
    if (!isName(token, opens) || (opens && isImperative(token, words[index + 1]))) continue
    if (dates.some((date) => token.start < date.end && date.start < token.end)) continue
    if (!holdings.some((holding) => holdsName(token.text, holding, words[index + 1]?.text)))
      missing.push(`name: ${token.text}`)
  }
  return [...new Set([...missing, ...otherVersions(sentence, holdings)])]
}

function isName({ text }: Token, opens: boolean): boolean {
  if (/^\d/.test(text) && !/\p{Lu}.*\p{L}|\p{L}{3,}-?\d|\d-?\p{Lu}{2,}/u.test(text)) return false
  if (!/\p{Lu}/u.test(text) && !/^\p{L}+[-.]?\d/u.test(text)) return false
  // Offices are read by themselves.
  if (text.length === 1 || /^C[ETFO]O$/.test(text)) return false
  if (!opens || /\p{Lu}.*\p{Lu}|\d/u.test(text)) return !/^(?:I|A|The|Tier)$/.test(text)
  const small = text.toLowerCase().replace(/['’]\p{L}+$/u, '')
  return (
    !STOPWORDS.has(small) &&
    !EVERYDAY.has(small) &&
    !EVERYDAY.has(`${small}s`) &&
    !ORDINARY_ENDING.test(small)
  )
}

const VERSION =
  /(?<![\p{L}\d])(\p{Lu}[\p{L}]+) (\d{1,2}(?:\.\d{1,2})?)(?![\d,%]|\.\d| ?\p{L}{1,2}\b| (?:percent|million|billion))/gu
const MONTH = /^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/

// "Basalt 2" where the evidence knows only Basalt 2.5 and 3.
function otherVersions(sentence: string, holdings: readonly Holding[]): string[] {
  return [...sentence.matchAll(VERSION)].flatMap(([whole, name = '', version = '']) => {
    if (MONTH.test(name)) return []
    const known = holdings.flatMap(({ text }) =>
      text.includes(`${name} `)
        ? [...text.matchAll(VERSION)].flatMap((one) => (one[1] === name ? [one[2] ?? ''] : []))
        : [],
    )
    return known.length > 0 && !known.includes(version) ? [`name: ${whole}`] : []
  })
}

// "Recompute your cost": before an article a plain first word is what to do.
const isImperative = ({ text }: Token, next: Token | undefined): boolean =>
  /^\p{Lu}\p{Ll}+$/u.test(text) &&
  /^(?:the|an?|your|its|their|whether|how|what|which)$/.test(next?.text ?? '')

// The first word, and what follows a colon, a bracket or an opening quotation mark, may be large for its place alone.
function isOpening({ start }: Token, sentence: string): boolean {
  return (
    start === 0 || /(?:^|[.!?:;—–]["”’)]*\s|[("“‘[])\s*$/.test(sentence.slice(Math.max(0, start - 4), start))
  )
}

function holdsName(name: string, holding: Holding, next: string | undefined): boolean {
  const parts = partsOf(name)
  if (parts.length === 0) return true
  if (parts.every((part) => holding.words.has(part)) && holding.flat.includes(` ${parts.join(' ')} `))
    return true
  if (parts.length === 1) {
    const [only = ''] = parts
    if (holding.stems.has(stem(only)) && !/\d/.test(only)) return true
    if (isNationOf(only, holding)) return true
    if (
      /^\p{Lu}{2,6}s?$/u.test(name) &&
      !HOUSES.has(name) &&
      hasInitials(holding.flat, only.replace(/s$/, ''))
    )
      return true
  }
  // "GPT 5.5" for GPT-5.5, "Game Boy" for GameBoy: joined or parted at another place.
  const joined = parts.join('')
  const withNext = next === undefined ? joined : joined + partsOf(next).join('')
  const squeezed = holding.flat.replaceAll(' ', '')
  if (joined.length >= 4 && /\d/.test(joined) && squeezed.includes(joined)) return true
  return parts.length > 1
    ? parts.every((part) => holding.words.has(part) || holding.stems.has(stem(part))) && !/\d/.test(name)
    : withNext.length >= 6 && withNext !== joined && holding.words.has(withNext)
}

// Short forms that are names in their own right: no three words with these initials stand for them.
const HOUSES = new Set(
  'MIT IBM AMD AWS SAP HP CMU ETH EPFL BBC CNN NYT WSJ FT SEC FTC DOJ FBI CIA NSA NASA TSMC ARM BSD GPL ACM IEEE UCL LG BMW GM GE'.split(
    ' ',
  ),
)

const NATIONS: Readonly<Record<string, string>> = {
  france: 'french', germany: 'german', spain: 'spanish', britain: 'british', uk: 'british', netherlands: 'dutch', switzerland: 'swiss', greece: 'greek',
  poland: 'polish', denmark: 'danish', sweden: 'swedish', finland: 'finnish', turkey: 'turkish', china: 'chinese', ireland: 'irish', wales: 'welsh',
  us: 'american', usa: 'american', america: 'american', norway: 'norwegian', europe: 'european', portugal: 'portuguese', israel: 'israeli',
} // biome-ignore format: a table

// "Canada's Parliament" is the Canadian one.
function isNationOf(name: string, { words }: Holding): boolean {
  const people = NATIONS[name]
  if (people !== undefined) return words.has(people)
  for (const [land, ours] of Object.entries(NATIONS)) if (ours === name && words.has(land)) return true
  const root = name.replace(/(?:ian|ean|an|n|ese|i|a|y)$/, '')
  if (root.length < 4 || root === name) return false
  return ['', 'a', 'n', 'an', 'ian', 'ean', 'ese', 'y', 'i'].some(
    (ending) => root + ending !== name && words.has(root + ending),
  )
}

function partsOf(name: string): string[] {
  return (
    name
      .replace(/['’]s?$/, '')
      .replace(/['’]s\b/, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? []
  )
}

// OPD stands for "on-policy distillation" where the evidence writes it out.
function hasInitials(flat: string, initials: string): boolean {
  const letters = [...initials.toLowerCase()].filter((letter) => /\p{L}/u.test(letter))
  if (letters.length < 2) return false
  return new RegExp(
    letters.map((letter) => ` ${letter}[\\p{L}\\p{N}]*`).join('(?: (?:of|and|the|for|in|to|with))?'),
    'u',
  ).test(flat)
}
