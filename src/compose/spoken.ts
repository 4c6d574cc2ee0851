/** Text for the ear: numbers, units and names spelt as they are said, addresses and marks gone. */
export function spoken(text: string): string {
  let said = text
    .replace(/https?:\/\/\S+/g, '')
    .replace(/[*_`#>|]/g, ' ')
    .replace(/“|”|"/g, '')
    .replace(/\s[–—]\s/g, ', ')
  for (const [pattern, words] of RULES) said = said.replace(pattern, words as (...parts: string[]) => string)
  return said
    .replace(/\s+([,.;:!?])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
}

const UNITS: Readonly<Record<string, string>> = {
  '%': 'percent', pp: 'percentage points', x: 'times', '×': 'times', GB: 'gigabytes', TB: 'terabytes', MB: 'megabytes',
  KB: 'kilobytes', GW: 'gigawatts', MW: 'megawatts', kW: 'kilowatts', W: 'watts', ms: 'milliseconds', s: 'seconds',
  'tok/s': 'tokens a second', tps: 'tokens a second', 'tokens/s': 'tokens a second', 't/s': 'tokens a second',
} // biome-ignore format: a table
const SCALES: Readonly<Record<string, string>> = {
  K: 'thousand',
  k: 'thousand',
  M: 'million',
  B: 'billion',
  T: 'trillion',
  bn: 'billion',
}
const CURRENCIES: Readonly<Record<string, string>> = { $: 'dollars', '€': 'euros', '£': 'pounds' }

const NUMBER = '\\d[\\d,]*(?:\\.\\d+)?'

// In this order: what a later rule would read wrongly is taken first.
const RULES: readonly (readonly [RegExp, string | ((...parts: string[]) => string)])[] = [
  [/\bNo\. (?=\d)/g, 'number '],
  [/\barXiv[: ]\s?(\d{4})\.(\d{4,5})\b/gi, (_, a = '', b = '') => `archive number ${digits(a)}, ${digits(b)}`],
  [/\bCVE-(\d{4})-(\d+)\b/g, (_, year = '', number = '') => `C V E ${year}, ${digits(number)}`],
  [/(\d{4})-(\d{2})-(\d{2})/g, (_, year = '', month = '', day = '') => `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}`],
  [new RegExp(`([$€£])(${NUMBER})\\s?(bn|[KMBT]|thousand|million|billion|trillion)?(?!\\w|\\.\\d)`, 'g'), (_, mark = '', number = '', scale = '') => `${decimal(number)}${scale ? ` ${SCALES[scale] ?? scale}` : ''} ${CURRENCIES[mark]}`],
  [new RegExp(`(${NUMBER})\\s?[-–]\\s?(${NUMBER})\\s?(%|pp\\b|[x×](?![\\p{L}\\d])|ms\\b|GB\\b|MW\\b|GW\\b)`, 'gu'), (_, from = '', to = '', unit = '') => `${decimal(from)} to ${decimal(to)} ${UNITS[unit]}`],
  [new RegExp(`(${NUMBER})\\s?(%|pp\\b|[x×](?![\\p{L}\\d])|GB\\b|TB\\b|MB\\b|KB\\b|GW\\b|MW\\b|kW\\b|ms\\b|tok/s|tokens/s|t/s|tps\\b)`, 'gu'), (_, number = '', unit = '') => `${decimal(number)} ${UNITS[unit]}`],
  [new RegExp(`(?<![\\w.-])(${NUMBER})\\s?(bn|[KMBT])(?!\\w|-\\d)-?`, 'g'), (_, number = '', scale = '') => `${decimal(number)} ${SCALES[scale]} `],
  // A version is said figure by figure: GPT-5.5 is "G P T five point five".
  [/\b([A-Z]{2,5})(?:-(\d+(?:\.\d+)*))\b/g, (_, letters = '', version = '') => `${acronym(letters)} ${version.split('.').map(plainNumber).join(' point ')}`],
  // "Qwen3.6-27B" is Qwen three point six, 27 billion.
  [/(?<=\p{L})-?(\d+)\.(\d+)(?![\d.])/gu, (_, whole = '', part = '') => ` ${plainNumber(whole)} point ${digits(part)}`],
  [/-(\d+)B\b/g, (_, size = '') => ` ${size} billion`],
  [/(?<![\w.])(\d+)\.(\d+)(?![\d.]*\w)/g, (_, whole = '', part = '') => `${plainNumber(whole)} point ${digits(part)}`],
  [/(?<![\w.])(\d{1,3})(?:,(\d{3}))+(?![\d.])/g, (whole) => whole.replace(/,/g, '')],
  [/\b(\d+)\/(\d+)\b/g, (whole, a = '', b = '') => (Number(a) < Number(b) ? `${a} out of ${b}` : whole.replace('/', ' '))],
  [/\b(\w+)\/(\w+)\b/g, (_, a = '', b = '') => (a.length === 1 || a === 'and' ? `${a} ${b}` : `${a} and ${b}`)],
  [/…/g, ''],
  [/@(\w+)/g, (_, name = '') => `at ${name}`],
  [/\b([A-Z]{2,5})(s?)\b/g, (_, letters = '', plural = '') => `${acronym(letters)}${plural}`],
  [/&/g, 'and'],
  [/→/g, 'to'],
  [/≥/g, 'at least'],
  [/≤/g, 'at most'],
  [/~(?=\d)/g, 'about '],
  [/[()[\]{}]/g, ', '],
  [/,\s*([,.;:])/g, '$1'],
] // biome-ignore format: a table

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)
const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )

/** Said as words, not letter by letter. */
const WORDS: ReadonlySet<string> = new Set(
  'RAM ROM RAG LoRA SOTA NASA CUDA SWE MATH AIME ARC GLUE BERT LLAMA SQUAD MOE LORA SAAS NATO OPEC UNESCO'.split(
    ' ',
  ),
)

const acronym = (letters: string): string => (WORDS.has(letters) ? letters : [...letters].join(' '))
const plainNumber = (number: string): string => ONES[Number(number)] ?? number
const digits = (text: string): string => [...text].map((digit) => ONES[Number(digit)] ?? digit).join(' ')
const decimal = (number: string): string => {
  const [whole = '', part] = number.replace(/,/g, '').split('.')
  return part === undefined ? whole : `${whole} point ${digits(part)}`
}
