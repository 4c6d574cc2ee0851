import type { Span } from '#domain'
import { STOPWORDS } from '#text'
import type { Line } from './claims-lines.ts'

/** A name found by form in a sentence, with its place in the sentence. */
type Named = {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly strong: boolean
  readonly led: boolean
}

const NAME =
  /(?<![\p{L}\p{N}.$])(?:\p{Lu}[\p{L}\p{N}]*|\p{Ll}{1,3}\p{Lu}[\p{L}\p{N}]*|[δαβγλμ](?=-))(?:[-.&@+/][\p{L}\p{N}]+)*(?:['’]s(?= \p{Lu}))?(?: (?:\p{Lu}[\p{L}\p{N}]*|\d+(?:\.\d+)?(?![\d%.]|\p{L}| ?%))(?:[-.&+][\p{L}\p{N}]+)*)*/gu

const COMMON =
  /^(?:The|A|An|In|On|At|By|For|From|To|Of|With|And|Or|But|If|As|It|Its|This|That|These|Those|Our|Their|His|Her|We|They|He|She|You|I|Over|Under|About|Around|Nearly|Almost|Some|All|Only|Just|More|Most|Less|Up|Down|Between|Within|After|Before|Since|Until|Than|When|Where|While|What|Which|Who|Why|How|There|Here|Then|Now|Today|So|Not|No|Both|Each|Every|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|One|First|Second|Third|New|Using|Used|Also|However|Moreover|Furthermore|Additionally|Finally|Overall|Our|Across|Among|Compared|According|Based|Despite|Unlike|Like|Such|Same|Other|Another|Many|Few|Several|Researchers|Experiments|Results|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Q[1-4]|Tier|Table|Figure|Section|Appendix|Still|Yet|Once|Typically|Specifically|Notably|Meanwhile|Instead|Together|Whether|Let|See|Read|Note|Watch|Expect|Falsifiable|TL|DR|US|USA|UK|EU|I'm|I've|Pure|Custom|Treat|Audit|Stop|Live|Explore|Up|Zero-shot|State-of-the-art|Open-source|Pre-train|Server-side|Top|Problem|Estimated|Members?|Users?|Infrastructure|Activity|Updates?|Summary|Discussion|Others?|People|Someone|Somebody|Everyone|Anyone|Nobody)$/
const GENERIC =
  /^(?:RL|SFT|LLM|LLMs|AI|ML|GPU|GPUs|CPU|API|APIs|MoE|RLHF|RAG|CoT|NLP|KV|SOTA|QA|AUROC|AUC|FLOPs?|IPO|CEO|CTO|PR|VRAM|HBM|SRAM|FP\d+|BF16|INT\d+|MXFP\d|NVFP\d|OPD|GRPO|PPO|DPO|FPR|KL|FFN|MLP|B2B|SaaS|F1|BLEU|ROUGE|Elo|ELO|WER|CER|MRR|mAP|mIoU|PSNR|SSIM|FID|NDCG|MSE|MAE|RMSE|[KMGTP]B|[KMG]Hz|[kMG]W|ASR|TTS|OCR|VLM|VLMs|LMs?|NL|UI|UX|HTML|JSON|GUI|CI|GA|Pro|Max|Plus)$/

const PREPOSITION =
  /\($|\b(?:on|at|in|over|than|from|of|for|with|against|to|vs\.?|versus|behind|via|under|like|and|using|including|above|below|beyond|between|across|by)(?: (?:the|a|an|its|their|our|best|open|frozen|about|around|up|both|\d+x))*\s$/i

// "net income at Orbit": what is measured belongs to whom the preposition names.
const MEASURE_OF =
  /\b(?:shares?|stock|revenues?|sales|income|profits?|earnings|loss(?:es)?|margins?|spending|expenses|costs?|prices?|pricing|valuation|weights|size|latency|throughput|accuracy|performance|speed|memory|usage|users?|subscribers?|employees|staff|headcount|workforce|engineers|success|recall|precision|errors?|quality|robustness|bandwidth|yields?|capacity|range|tokens|bookings|calls|stars|downloads|fine|penalty|outage|investment|bookings|backlog|orders|deliveries|shipments|customers|requests|window|perplexity|scores?|rate|output|traffic|emissions|consumption|share|bill|budget) (?:of|at|for|against|by|in) (?:the |its )?$/i
// "Grasp success of TactNet is …": a sentence that opens with a thing's measure is about the thing.
const HEAD_OF =
  /^(?:The |Its |An? )?(?!(?:Researchers|Scientists|Engineers|Authors|Analysts|Half|Most|Some|One|Part|Users|People|Makers?|Owners?|Founders?|Heads?|Rivals?|Versions?|Fans|Members?|Employees|Developers?)\b)\p{Lu}\p{Ll}+(?: \p{Ll}+)? (?:of|for) (?:the )?$/u
// A number before a name counts it: "2,048 H100 GPUs". A year or a day does not.
const COUNTED =
  /(?:^|[^\p{L}\d.,])(?!(?:19|20)\d\d )(?<!(?:January|February|March|April|May|June|July|August|September|October|November|December|Q) )\d[\d.,]*(?<![.,]) $|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|hundred|thousand) $/iu

/**
 * Whom or what a number at `at` (in the sentence) is said of: the nearest name before it that is no complement, as the
 * sentence's own subject (in brackets, what stands before them; after "vs", the other side); else the topic of the lines around it; else the head of the sentence's first noun phrase.
 */
export function subjectOf(
  sentence: string,
  { start: at, end: after }: Span,
  { topic, rival, heading }: Line,
): string | null {
  if (heading && topic !== null) return topic
  const compared = comparedWith(sentence, at, after, rival)
  if (compared !== null) return compared
  const owner = bracketOwner(sentence, at)
  if (owner !== null) return owner
  const clauseAt = clauseStart(sentence, at)
  const names = namesBefore(sentence, at).filter(
    ({ start }) =>
      !inAside(sentence, start, at) && !BEATEN.test(sentence.slice(Math.max(0, start - 24), start)),
  )
  const beside = names.findLast(({ end }) => /^(?: |(?: \([^()]*|: ?))$/.test(sentence.slice(end, at)))
  if (beside && (!beside.led || isCoordinate(sentence, beside)) && !isObject(sentence, beside, at))
    return beside.text
  const own = names.filter((name) => name.start >= clauseAt && !name.led)
  const specific = own.findLast((name) => name.strong)
  if (specific) return specific.text
  const plain = own.at(-1)
  if (plain && topic === null) return plain.text
  const earlier = names.filter((name) => !name.led)
  const lead = earlier.findLast((name) => name.strong) ?? (topic === null ? earlier[0] : undefined)
  if (lead && (topic === null || lead.start < 60)) return topic !== null && !lead.strong ? topic : lead.text
  if (topic !== null) return topic
  return (
    WITH_WHAT.exec(sentence)?.[1] ??
    ownerBehind(sentence, at, after) ??
    headPhrase(sentence, at) ??
    nameBehind(sentence, at) ??
    names.findLast(({ start }) => sentence.charAt(start - 1) === '(')?.text ??
    OF_WHOM.exec(sentence.slice(after, after + 60))?.[1] ??
    null
  )
}

// "With SlotCache, time to first token falls …": what brings it about leads in.
const WITH_WHAT =
  /^(?:With|Using|Under|Thanks to) (?:the )?(\p{Lu}[\p{L}\p{N}.+-]*(?: [\p{Lu}\d][\p{L}\p{N}.+-]*)*), \p{Ll}/u

const VERSUS = /\d\S*(?: [\p{L}%/]+){0,3},? (?:vs\.?|versus|against|compared (?:with|to)) (?:only |just )?$/u
const WHOSE_NUMBER =
  /^\s(?:for |by |from |with )?(?:the |an? )?((?!(?:on|in|at|of|to|as) )(?:[\p{L}\p{N}.-]+ ){0,3}?(?:baselines?|\p{Lu}[\p{L}\p{N}.-]*(?: baselines?| \p{Lu}[\p{L}\p{N}.-]*){0,3}))(?=[\s,;)]|\.(?:\s|$)|$)/u

// "72.5% vs 48.5% best RAG baseline": the second number is not the first one's subject's. A heading "A overtakes B" names B.
function comparedWith(sentence: string, at: number, after: number, rival: string | null): string | null {
  if (!VERSUS.test(sentence.slice(Math.max(0, at - 60), at))) return null
  return WHOSE_NUMBER.exec(sentence.slice(after, after + 60))?.[1] ?? rival
}

const JOINTS = [', ', '; ', ': ', ' + ', ' vs ', ' versus ', ' and ', ' over ', ' | ']
const MOST_OWNER = 60

// "Alpha (71%) and Beta (64%)": a number in brackets is said of what stands before them.
function bracketOwner(sentence: string, at: number): string | null {
  const open = sentence.lastIndexOf('(', at)
  if (
    open < 1 ||
    sentence.slice(open, at).includes(')') ||
    namesBefore(sentence.slice(open + 1, at), at).length > 0
  )
    return null
  const before = sentence.slice(Math.max(0, open - 140), open).trimEnd()
  const quoted = /["“]([^"“”]{4,120})["”]$/.exec(before)?.[1]
  if (quoted !== undefined) return quoted
  const from = Math.max(
    ...JOINTS.map((joint) => before.lastIndexOf(joint) + joint.length * Number(before.includes(joint))),
    0,
  )
  const phrase = before.slice(Math.max(0, from))
  if (phrase.length > MOST_OWNER) return null
  // Behind a comma, as in the middle of a sentence a capital means a name.
  const names = namesBefore(`, ${phrase}`, phrase.length + 2).filter(
    ({ start }) => !/\b(?:on|at|in|of) (?:the )?$/.test(phrase.slice(0, start - 2)),
  )
  const last = names.at(-1)
  return last?.end === phrase.length + 2 ? last.text : (names[0]?.text ?? null)
}

// Whom the subject beats is not the subject.
const BEATEN =
  /\b(?:beat(?:s|ing)?|outperform(?:s|ed|ing)?|surpass(?:es|ed|ing)?|exceed(?:s|ed|ing)?|overtakes?|overtook|trail(?:s|ed|ing)?|tops|edges(?: out)?) (?:the |its )?$/i

// "Variants — ALiBi, sliding window — compile …": what a closed aside lists is not what goes on behind it.
function inAside(sentence: string, start: number, at: number): boolean {
  const open = sentence.lastIndexOf(' — ', start)
  const close = sentence.indexOf(' — ', start)
  if (open < 0 || close < 0 || close >= at) return false
  return (sentence.slice(0, open).match(/ — /g) ?? []).length % 2 === 0
}

// "Alpha reaches 81% and Beta 76%": a name after "and" begins its own statement, unless it continues "on Gamma and Beta".
function isCoordinate(sentence: string, { start }: Named): boolean {
  const before = sentence.slice(Math.max(0, start - 60), start)
  return (
    /(?:\d\S*(?: [\p{L}%]+){0,2},? and|[;,]) $/u.test(before) &&
    !/\b(?:on|in|at|over|across|for|of|with) (?:the )?\S+(?: \S+)?,? (?:and )?$/.test(before)
  )
}

// "lifts MATH from 75.4": right behind a verb a name is what the number was reached on.
function isObject(sentence: string, { start, end }: Named, at: number): boolean {
  const before = /(\p{Ll}+) $/u.exec(sentence.slice(Math.max(0, start - 16), start))?.[1]
  return before !== undefined && !STOPWORDS.has(before) && sentence.slice(end, at).trim() === ''
}

// "The 750MW OpenAI commitment": the name that the number belongs to may follow it.
const NAME_BEHIND = /^\S+(?: \S+)? (\p{Lu}[\p{L}\p{N}-]+(?: \p{Lu}[\p{L}\p{N}-]+)*)/u

function nameBehind(sentence: string, at: number): string | null {
  const name = NAME_BEHIND.exec(sentence.slice(at, at + 60))?.[1]
  return name === undefined || GENERIC.test(name) || COMMON.test(name) ? null : name
}

// "Sixty percent of respondents have …".
const OF_WHOM = /^ of (?:the |all |its |our )?((?:[\p{Ll}-]+ ){0,2}?[\p{Ll}-]+s)(?= )/u

const LEADS_IN =
  /^\W*(?:with|across|on|in|over|at|under|within|after|for|using|compared|trained|given|by|despite|from|between|about|around|nearly|almost|some|roughly|more|over|up|only|just|(?:prices?|pricing|revenues?|sales|costs?|latency|throughput|accuracy|downloads|sixty|half)\b.{0,30}|[\p{L}]+(?:ed|ing) .{0,30}|[\p{L}]+, .{0,20}|[\p{L}]+(?: in [\p{L}]+)?$|\d|$)/iu
const OWNER_AFTER_COMMA =
  /^[^.;,]{0,80}, (?:the )?(\p{Lu}[\p{L}\p{N}.+-]*(?:['’]s)?(?: [\p{Lu}\d][\p{L}\p{N}.+-]*)*) \p{Ll}/u
const OWNER_AFTER_PREPOSITION =
  /^(?: and \S+)?(?: of| in)?(?: (?:the|all|its))?(?: [\p{Ll}-]+){0,3} (?:at|of|for|from|in) (?:the )?(\p{Lu}[\p{L}\p{N}.+-]*(?: [\p{Lu}\d][\p{L}\p{N}.+-]*)*)/u

// "With 1% of the weights updated, Alpha …", "45% of requests at Beta": who is told of a number that leads in stands behind it.
function ownerBehind(sentence: string, at: number, after: number): string | null {
  if (at > 60 || !LEADS_IN.test(sentence.slice(0, at))) return null
  const rest = sentence.slice(after, after + 120)
  return (OWNER_AFTER_COMMA.exec(rest) ?? OWNER_AFTER_PREPOSITION.exec(rest))?.[1] ?? null
}

/** Whom a sentence names first as its own subject, for those that go on with "it" or "the company"; null when nobody. */
export const leadName = (sentence: string): string | null =>
  namesBefore(sentence, sentence.length).find(({ led }) => !led)?.text ?? null

function clauseStart(sentence: string, at: number): number {
  const before = sentence.slice(0, at)
  const mark = Math.max(
    before.lastIndexOf('; '),
    before.lastIndexOf(' — '),
    before.lastIndexOf(', and '),
    before.lastIndexOf(', while '),
    before.lastIndexOf(', but '),
  )
  return mark < 0 ? 0 : mark
}

function namesBefore(sentence: string, at: number): Named[] {
  const found: Named[] = []
  for (const match of sentence.slice(0, at).matchAll(NAME)) {
    let text = match[0].replace(/['’]s$/, '')
    let start = match.index
    // A sentence's first word is upper-case anyway; drop the common ones and go on with the rest of the run.
    for (
      let space = text.indexOf(' ');
      COMMON.test(space < 0 ? text : text.slice(0, space));
      space = text.indexOf(' ')
    ) {
      if (space < 0) {
        text = ''
        break
      }
      start += space + 1
      text = text.slice(space + 1)
    }
    if (text.length < 2 || /^\d/.test(text) || GENERIC.test(text) || text.startsWith('arXiv')) continue
    if (IN_ADDRESS.test(sentence.slice(Math.max(0, start - MOST_ADDRESS), start))) continue
    if (start <= 1 && /^\p{Lu}\p{Ll}+-\p{Ll}+ /u.test(text)) {
      start += text.indexOf(' ') + 1
      text = text.slice(text.indexOf(' ') + 1)
    }
    if (start <= 1 && !text.includes(' ') && isPlainWord(text, sentence, start + text.length)) continue
    const end = start + text.length
    const measured =
      MEASURE_OF.test(sentence.slice(Math.max(0, start - 40), start)) ||
      (start < 50 && HEAD_OF.test(sentence.slice(0, start)))
    const led = !measured && (isLed(sentence, start) || modifies(sentence, end))
    const owner = modifies(sentence, end) ? /^(.{2,40}?)['’]s /.exec(text)?.[1] : undefined
    if (owner !== undefined && !isLed(sentence, start)) {
      // "GeneCast's Pearson correlation improves": told of GeneCast.
      found.push({ text: owner, start, end: start + owner.length, strong: true, led: false })
      continue
    }
    const strong = /\d|\p{Ll}\p{Lu}|[-&]\p{Lu}|\p{L} \p{Lu}/u.test(text)
    const product = found.at(-1)
    if (product && !product.led && sentence.slice(product.end, start) === ' for ') {
      // "Claude for Small Business" is one name.
      const whole = sentence.slice(product.start, end)
      found[found.length - 1] = { ...product, text: whole, end, strong: true, led: modifies(sentence, end) }
      continue
    }
    found.push({ text, start, end, strong, led })
  }
  return found
}

function isLed(sentence: string, start: number): boolean {
  const before = sentence.slice(Math.max(0, start - 24), start)
  return PREPOSITION.test(before) || COUNTED.test(before)
}

// Part of an address, not a name.
const IN_ADDRESS = /(?:https?:\/|www\.)[^\s)\]]*$|[\w-]\/$/
const MOST_ADDRESS = 160

const NO_MODIFIER =
  /(?:s|ed)$|^(?:two|three|four|five|six|seven|eight|nine|ten|tier|model|paper|launch|release|debut|rollout|benchmark|suite|dataset|leaderboard|variant|version|family|team|alone|itself|ran|hit|beat|set|cut|won|lost|made|grew|fell|rose|went|came|saw|led|built|found|put|kept|left|met|paid|sold|spent|took|gave|held|became|began|brought|bought|chose|drew|drove|split|today|yesterday|recently|reportedly|already|currently|plus|without|across|goes|take|need|use|run|cost|reach|get|have|score|weigh|fit|require|remain|support)$/

// "CuTeDSL rewrite", "a Miami startup": a name that modifies a noun is not what the sentence is about.
function modifies(sentence: string, end: number): boolean {
  const next = /^ (\p{Ll}[\p{Ll}-]+)(?=[ ,.;:)])/u.exec(sentence.slice(end, end + 24))?.[1]
  return next !== undefined && !STOPWORDS.has(next) && !NO_MODIFIER.test(next)
}

// "Attention sinks form" begins with a word, "Anthropic quadrupled" with a name: what follows a name is a verb.
function isPlainWord(word: string, sentence: string, end: number): boolean {
  if (/[\d&]|\p{Ll}\p{Lu}|-\p{Lu}|^\p{Lu}{2,}/u.test(word) || /^['’]s\b/.test(sentence.slice(end, end + 3)))
    return false
  // "Mallard v2 …", "Mallard, the maker of …"
  if (/^, (?:the|an?|which|who|whose|based)\b/.test(sentence.slice(end, end + 9))) return false
  if (/^ v?\d/.test(sentence.slice(end, end + 3))) return false
  const next = /^ ([a-z]+)/.exec(sentence.slice(end, end + 24))?.[1] ?? ''
  if (
    /(?:ed|es)$/.test(next) ||
    /^(?:is|was|has|had|will|says?|said|hit|beat|beats|gets|runs|cuts|leads|wins|won|shows|now|also|plans|claims|hits|adds|expects|makes|ranks|scores|trails|costs|needs|takes|uses|supports|offers|sells|employs|owns|operates|delivers|attains|speeds|keeps|holds|trains|serves|contains|covers|spans|handles|requires|ships|weighs|lasts|draws|stores|fits|solves|answers|outperforms|tops|yields|gives|lowers|raises|lifts|boosts|doubles|triples|drops|falls|rises|grows|climbs|jumps|succeeds|fails|posts|reports|lands|reads|sees|improves|reduces|generates|produces|pays|buys|spends|earns|counts)$/.test(
      next,
    )
  ) {
    return /(?:s|ing|ion|ment|ity)$/.test(word)
  }
  return true
}

const PHRASE =
  /^(?:(?:the|a|an|our|its|their|this|these|those|his|her|your)\s+)?((?:[\p{L}\p{N}-]+\s+){0,3}?[\p{L}\p{N}-]+)(?=\s+(?:is|are|was|were|has|have|had|will|can|could|may|might|would|should|do|does|did|above|below|now|of|in|on|for|at|with|that|which|to|from|by|\p{Ll}+(?:es|ed)|runs|hits|scores|gets|cuts|beats|leads|fell|rose|grew|costs)\b|\s*$)/iu

function headPhrase(sentence: string, at: number): string | null {
  const phrase = PHRASE.exec(sentence.slice(0, Math.min(at, 80)).replace(/^[-*•\s"“]+/, ''))?.[1]
  if (
    phrase === undefined ||
    /^(?:it|we|they|he|she|i|you|this|that|these|those|there|which|who|in|on|at|for|with|across|over|under|among|between|during|after|before|within|and|but|if|as|by|to|when|while|half|[\p{L}-]*(?:ty|teen) percent|only|just|nearly|almost|about|most|some|over|more|less)\b/iu.test(
      phrase,
    )
  )
    return null
  // "author says the": cut off in the middle of a statement, or nothing that a thing could be called.
  if (/\b(?:says?|said|is|are|was|were|the|an?|of|to)$|\b(?:says?|said)\b/i.test(phrase)) return null
  return phrase.replace(/ (?:took|takes|rose|fell|grew|hit|dropped|reached|\p{Ll}+ed)$/u, '')
}
