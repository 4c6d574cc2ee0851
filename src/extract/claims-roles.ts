import type { ClaimKind } from '#domain'
import type { Change, Quantity } from '#text'

/** What a sentence says around one of its numbers. */
export type Roles = {
  readonly metric: string | null
  readonly baseline: string | null
  readonly condition: string | null
  readonly kind: ClaimKind
  readonly change: Change
}

const PHRASE_END =
  /[,.](?!\d)|[;:!?()[\]]|\s[—–-]+\s|\s(?:and|but|while|which|that|who|when|where|because|so|or|yet|than|over|via|by|at|under|across|compared|versus|vs\.?|with|without|from|to|after|before|since|per|against|using|is|are|was|were|has|have|will|can|relative|as)\s/
const MOST_PHRASE = 70

const COMPARED =
  /\b(?:than|over|vs\.?|versus|compared (?:to|with)|relative to|against|above|below|beyond|ahead of|behind|up from|down from|outperform(?:s|ing|ed)?|beat(?:s|ing)?|surpass(?:es|ing|ed)?|exceed(?:s|ing|ed)?|as \p{Ll}+ as|the (?:speed|size|cost|price|rate|throughput) of)\s+/iu
const NO_BASELINE =
  /^(?:the (?:past|last|next|course|years?|weeks?|months?|period|same period|two|three|summer|weekend)|time|\d|a (?:year|decade|month|week|day|period)|half|all|half|once|twice|this|that|ever|one|two|three|four|five|six|seven|eight|nine|ten|its lifetime|just)\b/i

const CONDITION =
  /(?:^|[\s(,])((?:at|on|under|across|within|when|once|for|after|with|during|in)\s+(?:(?:[^\s,;.()]|[,.](?=\d))+\s?){1,7})/gi
const BENCHMARK =
  /^(?:\s[\p{L}%-]+){0,3}?\s(?:on|in)\s(?:the\s)?(?!(?:Jan|Febr)uary|March|April|May\b|June|July|August|(?:Septem|Octo|Novem|Decem)ber)((?:\p{Lu}[\p{L}\p{N}]*(?:[-.@][\p{L}\p{N}.]+)*|τ\S*)(?:\s(?:\p{Lu}[\p{L}\p{N}-]*|20\d\d\b|v?\d(?:\.\d+)?\b))*)/u
const BENCHMARK_BEFORE =
  /((?:\p{Lu}[\p{L}\p{N}]*(?:[-.@][\p{L}\p{N}.]+)*)(?:\s(?:\p{Lu}[\p{L}\p{N}-]*|v?\d(?:\.\d+)?))*)(?:\s(?:score|accuracy|rate|from|to|of|at|goes|rises|climbs|improves|pass@\d+))*\s?[:=(]?\s?$/u
const ON_BEFORE = /\bOn (\p{Lu}[\p{L}\p{N}-]*(?:\s\p{Lu}[\p{L}\p{N}-]*)*)/u

const FASTER: Readonly<Record<string, string>> = {
  faster: 'speed', slower: 'speed', speedup: 'speed', 'speed-up': 'speed', speedups: 'speed', quicker: 'speed', cheaper: 'cost',
  smaller: 'size', larger: 'size', bigger: 'size', higher: 'level', lower: 'level', better: 'quality', worse: 'quality',
  fast: 'speed', cheap: 'cost', expensive: 'cost', large: 'size', big: 'size', small: 'size', efficient: 'efficiency',
  throughput: 'throughput', longer: 'length', shorter: 'length', taller: 'height', heavier: 'weight', lighter: 'weight',
} // biome-ignore format: a table

const SHRINKS =
  /^(?:[\p{L}-]+\s){0,3}?(?:[\p{L}-]*(?:reduction|decrease|decline|drop|cut|saving|savings|loss|degradation|slowdown)s?|fewer|less|lower|cheaper|smaller|shorter|slower|worse)\b/iu
const GROWS =
  /^(?:[\p{L}-]+\s){0,3}?(?:[\p{L}-]*(?:increase|gain|improvement|growth|rise|jump|boost|speed-?up|uplift|surge)s?|more|higher|faster|better|larger|longer|bigger|greater)\b/iu

/** The roles around a number, found by what stands beside it. `start` and `end` are places in the sentence. */
export function rolesOf(sentence: string, start: number, end: number, quantity: Quantity): Roles {
  const before = sentence.slice(0, start)
  const after = sentence.slice(end)
  const clause = after.slice(0, clauseEnd(after))
  const near = clause.trimStart()
  const moved = movedBefore(before)
  const change =
    quantity.change !== '='
      ? quantity.change
      : SHRINKS.test(near)
        ? 'down'
        : GROWS.test(near)
          ? 'up'
          : (moved?.change ?? '=')
  const baseline = baselineOf(before, clause, quantity)
  const metric = bare(moved?.metric ?? metricOf(before, clause, quantity))
  const condition = conditionOf(clause, metric, baseline)
  return { metric, baseline, condition, kind: kindOf(quantity, change, baseline, near), change }
}

// Marks of Markdown are no words, and an article names nothing.
const bare = (phrase: string | null): string | null =>
  phrase
    ?.replace(/[*`_]{1,3}(?=\s|$)|(?<=^|\s)[*`_]{1,3}/g, '')
    .trim()
    .replace(/^(?:the|an?|its|their|our) /i, '') || null

const MOVED =
  /\b(?:(cut|cuts|cutting|reduc(?:e|es|ed|ing)|lower(?:s|ed|ing)?|shr(?:ink|inks|ank|inking)|decreas(?:e|es|ed|ing)|slash(?:es|ed|ing)?|halv(?:e|es|ed|ing))|improv(?:e|es|ed|ing)|increas(?:e|es|ed|ing)|boost(?:s|ed|ing)?|rais(?:e|es|ed|ing)|lift(?:s|ed|ing)?|grow(?:s|ing)?|grew|expand(?:s|ed|ing)?) (?:the |its |their |our )?((?:[\p{L}-]+ ){1,4})(by|to|from) (?:up to |about |around |roughly |over |more than )?$/iu

// "cuts memory use by 30%": what is moved stands between the verb and the number; "to" tells where it arrives.
function movedBefore(before: string): { readonly metric: string; readonly change: Change } | null {
  const [, down, phrase, by] = MOVED.exec(before.slice(-110)) ?? []
  if (phrase === undefined) return null
  return { metric: phrase.trim(), change: by !== 'by' ? '=' : down === undefined ? 'up' : 'down' }
}

// A clause ends where another number's clause begins.
function clauseEnd(after: string): number {
  const end =
    /;\s|\s[—–]\s|[.!?](?:\s|$)|,\s(?:and|while|but|with|up|down)\s|,\s(?=[^,]{0,30}\d)|\s(?:and|vs\.?|versus)\s(?=[^,]{0,24}\d)/.exec(
      after,
    )
  return end ? end.index : after.length
}

function phraseOf(text: string): string | null {
  const end = PHRASE_END.exec(text.slice(0, MOST_PHRASE + 20))
  const phrase = text.slice(0, end ? end.index : MOST_PHRASE).trim()
  return phrase.length > 1 ? phrase : null
}

function baselineOf(before: string, clause: string, quantity: Quantity): string | null {
  const compared = COMPARED.exec(clause.slice(0, 90))
  if (compared) {
    const rest = clause.slice(compared.index + compared[0].length)
    if (!NO_BASELINE.test(rest)) return phraseOf(rest)
  }
  if (quantity.low !== null && /^from /i.test(quantity.text))
    return /^from (.+?)(?: to |→|-|–)/i.exec(quantity.text)?.[1] ?? null
  const beaten =
    /\b(?:beat|beats|beating|surpass(?:es|ed|ing)?|outperform(?:s|ed|ing)?|exceed(?:s|ed|ing)?|trails?) ([^,;.]{2,50}) by $/i.exec(
      before,
    )
  return beaten?.[1] ?? null
}

function metricOf(before: string, clause: string, quantity: Quantity): string | null {
  const money = /^(?:usd|eur|gbp|jpy|cny|inr|krw|cad|aud)\b/.test(quantity.unit)
    ? moneyMetric(before, clause, quantity)
    : null
  if (money !== null) return money
  const benchmark = BENCHMARK.exec(clause)?.[1]
  if (benchmark && quantity.unit !== 'usd' && isScore(quantity)) return benchmark
  const near = clause.trimStart()
  const word = /^(?:as )?([\p{L}-]+)/u.exec(near)?.[1]?.toLowerCase() ?? ''
  const known = FASTER[word]
  if (known && known !== 'level') return known
  const moved =
    /^(?:[\p{L}-]+\s){0,2}?(?:reduction|decrease|increase|gain|improvement|drop|cut|growth|rise|decline|speed-?up|boost|loss|saving)s? (?:in|of|on|to) ([\p{L}][^,;.()]*)/iu.exec(
      near,
    )?.[1]
  if (moved) return phraseOf(`${moved} `)
  const compound =
    /^((?:[\p{L}-]+\s){0,3}?)(?:reduction|decrease|increase|gains?|improvement|drop|cut|growth|rise|decline|speed-?up|boost|loss|savings?)\b/iu
      .exec(near)?.[1]
      ?.trim()
  if (compound) return compound
  const more = /^(?:more|less|fewer|higher|lower|better) ([\p{L}][\p{L}\s-]{2,40})/iu.exec(near)?.[1]
  if (more) return phraseOf(`${more} `)
  const of = /^of (?:the |its |all |their |our )?([^,;.()]+)/i.exec(near)?.[1]
  if (of && (quantity.unit === '%' || quantity.unit === '')) return phraseOf(`${of} `)
  const onBefore = isScore(quantity) ? ON_BEFORE.exec(before)?.[1] : undefined
  if (onBefore) return onBefore
  const named = isScore(quantity) ? BENCHMARK_BEFORE.exec(before)?.[1] : undefined
  if (named && !/^(?:The|A|It|This|From|At|On|In|We)$/.test(named)) return named
  if (isCount(quantity)) return quantity.unit
  return nounBefore(before) ?? (/^[\p{L}]/u.test(near) && !PREPOSITIONAL.test(near) ? phraseOf(near) : null)
}

const PREPOSITIONAL =
  /^(?:at|on|in|to|from|for|with|without|by|via|under|over|across|within|during|after|before|since|per|against|as|than|of|into|through|between|when|while|if|and|or|but|is|are|was|were)\b/i

const PAID: readonly (readonly [RegExp, string])[] = [
  [/\bvalu(?:ed|ing|ation)\b/i, 'valuation'],
  [/\b(?:annuali[sz]ed|annual recurring|ARR|run[- ]rate)\b/, 'annualized revenue'],
  [/\b(?:revenues?|sales)\b/i, 'revenue'],
  [/\b(?:capex|capital expenditures?)\b/i, 'capital expenditure'],
  [/\b(?:net |operating |gross )?(?:loss(?:es)?)\b/i, 'loss'],
  [/\b(?:net |operating |gross )?(?:profit|income|earnings)\b/i, 'profit'],
  [/\b(?:acqui(?:re[sd]?|ring|sition)|buy(?:s|ing)?|bought)\b/i, 'acquisition price'],
  [/\b(?:rais(?:e[sd]?|ing)|funding|round|seed|series [a-h])\b/i, 'funding'],
  [/\b(?:spend(?:s|ing)?|spent)\b/i, 'spending'],
  [/\b(?:invest(?:s|ed|ing|ments?)?)\b/i, 'investment'],
  [/\b(?:fin(?:e[sd]?|ing)|penalt(?:y|ies))\b/i, 'fine'],
  [/\b(?:pric(?:e[sd]?|ing)|costs?|charg(?:e[sd]?|ing))\b/i, 'price'],
]

// What the money is: the word nearest behind the number in its own phrase, else the nearest before it.
function moneyMetric(before: string, clause: string, { unit }: Quantity): string | null {
  const behind =
    /^[\p{L}\s-]{0,32}/u.exec(clause)?.[0].replace(/\s(?:at|from|led|for|after|by|in|on|to|with)\s.*$/, '') ??
    ''
  const own = PAID.find(([word]) => word.test(behind))
  if (own) return own[1]
  if (unit.includes('/')) return 'price'
  let nearest: string | null = null
  let place = -1
  const near = before.slice(-60)
  for (const [word, metric] of PAID) {
    const at = near.search(word)
    if (at > place) {
      place = at
      nearest = metric
    }
  }
  return nearest
}

const isScore = ({ unit }: Quantity): boolean =>
  unit === '' || unit === '%' || unit === 'point' || unit === 'pp' || unit === 'x'
const KNOWN_UNIT =
  /^(?:%|pp|x|usd|eur|gbp|jpy|W|Wh|token|parameter|[KMGTP]B|ms|μs|ns|second|minute|hour|day|week|month|year|point|basis point|.*\/.*|[A-Z]+)$/
const isCount = ({ unit, number, low }: Quantity): boolean =>
  unit !== '' && !KNOWN_UNIT.test(unit) && (low !== null || Number.isInteger(number))

// "drops sink mass 529x", "throughput reaches 1605": the noun phrase right before the number, verbs of reaching left out.
const REACHING =
  /^(?:is|are|was|were|of|to|by|at|from|reach(?:es|ed|ing)?|hits?|scores?|goes|go|rose|fell|grew|climbs?|rises?|drops?|falls?|improv(?:es|ed)|dropped|jumped|costs?|now|has|had|with|only|just|an?|the|up|down|under|over|doubled|tripled|quadrupled|halved|surged|plunged|sank|took|takes)$/i
const NEAR = 60
const LITTLE =
  /^(?:the|a|an|and|or|its|their|our|his|her|this|that|it|we|they|he|she|you|i|with|to|of|by|at|on|in|for|from|is|are|was|were|has|have|had|which|who|but|as|if|than|then|when|while|runs?|running|gives?|gets?|hits?|shows?|uses?|used|using|drops?|cuts?|reduces?|improves?|increases?|raises?|raised|adds?|added|lifts?|boosts?|saves?|takes?|took|needs?|delivers?|achieves?|achieved|achieving|\p{L}+fold|reaches|reached|yields?|yielding|and|only|just|now|up|down|about|around|more|less|over|under|by|new|also|into|releases?|released|says?|said|launch(?:es|ed)?|after|before|between|scores?|scored)$/iu

function nounBefore(before: string): string | null {
  const words = before.slice(-NEAR).split(' ')
  if (words.pop() !== '') return null
  if (before.length > NEAR) words.shift()
  while (words.length > 0 && REACHING.test(words.at(-1) ?? '')) words.pop()
  const phrase: string[] = []
  for (let word = words.pop(); word !== undefined && phrase.length < 3; word = words.pop()) {
    if (!/^[\p{L}][\p{L}\p{N}@-]*$/u.test(word) || LITTLE.test(word)) break
    phrase.unshift(word)
  }
  const noun = phrase.join(' ')
  return noun.length > 2 ? noun : null
}

function conditionOf(clause: string, metric: string | null, baseline: string | null): string | null {
  for (const match of clause.matchAll(CONDITION)) {
    // Behind an "and" something else is told.
    if (/ and /.test(clause.slice(0, match.index))) break
    const phrase = (match[1] ?? '').trim()
    const bare = phrase.replace(/^\S+\s+/, '')
    if ((metric && (bare.startsWith(metric) || metric.startsWith(bare))) || baseline?.includes(bare)) continue
    const end = /\s(?:via|than|over|that|which|while|and|but|is|are|was)\s/.exec(phrase)
    return end ? phrase.slice(0, end.index) : phrase
  }
  return null
}

function kindOf(quantity: Quantity, change: Change, baseline: string | null, near: string): ClaimKind {
  const money = /^(?:usd|eur|gbp|jpy|cny|inr|krw|cad|aud|hkd|cent|chf|ils|sgd)\b/.test(quantity.unit)
  if (money) return 'money'
  if (quantity.unit === 'x' || change === 'up' || change === 'down' || /^from .+ to /i.test(quantity.text))
    return 'improvement'
  if (baseline) return 'comparison'
  if (/^(?:%|pp|point)$/.test(quantity.unit) || (quantity.unit === '' && !Number.isInteger(quantity.number)))
    return 'level'
  if (isCount(quantity)) return 'count'
  if (/^(?:W|Wh|token|parameter|[KMGTP]B|ms|.*\/.*|TFLOPS|PFLOPS)$/.test(quantity.unit)) return 'level'
  if (/^(?:second|minute|hour|day|week|month|year|year of age)$/.test(quantity.unit)) return 'other'
  return quantity.unit === '' && /^(?:on|in|at|out)\b/.test(near) ? 'level' : 'other'
}
