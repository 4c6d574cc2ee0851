import type { Telling } from '#domain'
import { plain, sentences } from '#text'
import { accountRemarks, isRemark, placed, remarks } from './remarks.ts'
import { bringerOf, isForum, sayerOf } from './sayer.ts'
import { shortened } from './shorten.ts'
import { weigh } from './summarise.ts'
import { isProse, leans } from './usable.ts'
import { quoted, speaksInFirstPerson, toldFromOutside, withoutOpening } from './voice.ts'
import { capitalised, closed, wordCount } from './words.ts'

/** What a sentence does in its text. */
export type Role = 'background' | 'problem' | 'approach' | 'result' | 'limit' | 'release' | 'remark' | 'other'

/** A sentence of a source that may be printed, as it would be printed. */
export type Line = {
  readonly telling: Telling
  /** Its place among the sentences of its item. */
  readonly index: number
  /** Where it starts in the item's text. */
  readonly start: number
  readonly text: string
  /** The same in running text, where no bold lead names its subject. */
  readonly running: string
  readonly words: number
  readonly weight: number
  readonly role: Role
  /** It holds a number that the claims reader understood, or a digit with a unit. */
  readonly hasNumber: boolean
  /** It is a quotation, given to its speaker by us. */
  readonly quotes: boolean
  /** How much of what the story is called stands in it, 0 to 1, and half as much again where it names its subject. */
  readonly about: number
  /** It tells of another story of the day, which stood beside this one in a newsletter or a post. */
  readonly foreign: boolean
  /** Within it, "this rule" or "these models" points back to what came before. */
  readonly pointsBack: boolean
  /** It means something without the sentence before it. */
  readonly alone: boolean
}

const MOST_CHARACTERS = 12_000
const MOST_SENTENCES = 120
const MOST_WORDS = 60

// What is no abstract says first what happened.
const FIRST_SENTENCES: readonly number[] = [1.5, 0.7]

const ROLES: readonly (readonly [Role, RegExp])[] = [
  ['background', /\b(?:has|have) (?:recently |long |rapidly |increasingly )?(?:emerged|become|gained|attracted|shown (?:great|strong|remarkable|impressive)|achieved (?:remarkable|impressive|great))\b|\b(?:standard practice|is often|are often|increasingly (?:\w+ )?(?:important|deployed|used|popular)|widely used|in recent years|(?:large )?(?:language )?models increasingly (?:need|have to|must)|recent (?:advances|progress|work|studies))\b/i],
  ['limit', /\b(?:limitations?|future work|remains? (?:open|unclear|unknown|to be seen)|leave .{0,40}(?:future|open)|open questions?|does not (?:yet )?(?:cover|address|test|show|include)|do not (?:yet )?(?:cover|address|test|show|include)|only tested|has not been|have not been|not yet|(?:is|are|was|were) not (?:reported|tested|shown|measured|covered|released|evaluated)|reports? no|tests? no|unreported|untested|no run beyond)\b/i],
  ['release', /\b(?:code|weights|dataset|data|models?|benchmark)\b.{0,60}\b(?:available|released?|published|open[- ]sourced?|public(?:ly)?)\b|\b(?:open[- ]sourced?|releas(?:es?|ed|ing))\b.{0,60}\b(?:code|weights|dataset|models?)\b/i],
  ['approach', /\b(?:we|paper|work|authors?) (?:\w+ ){0,2}(?:propos|introduc|present|develop|describ|design|devis|formulat|stud|investigat|analy[sz]e|build)|^(?:an?|the first) (?:\w+[ -]){1,8}(?:that|which|for|to)\b/i],
  ['result', /\b(?:outperform|surpass|exceed|achiev|improv|reduc|gains?\b|show(?:s|n|ed)?\b|find(?:s|ings)?\b|found\b|demonstrat|experiments?|evaluat|results?|yield|beats?\b|reach(?:es|ed)?\b|faster|match(?:es)?\b|leads?\b)/i],
  ['problem', /\b(?:however|challeng|limited|suffer|struggl|fails?\b|lack|costly|expensive|inefficient|bottleneck|difficult|remains?\b|despite|problem|prohibitive|degrad)/i],
] // biome-ignore format: a table

/** The printable sentences of one telling in reading order, dressed for an entry led by `lead`. */
export function linesOf(telling: Telling, lead: string, isPaper: boolean): Line[] {
  const { item } = telling
  const spans = sentences(item.text.slice(0, MOST_CHARACTERS)).slice(0, MOST_SENTENCES)
  const credits = new Set(item.links.map(({ text }) => text.trim()))
  const bare = spans.map(({ text }) => withoutTitle(withoutCredits(bareOf(text), credits), item.title))
  const weights = weigh({ title: item.title, sentences: bare })
  const speaker = speakerOf(telling)
  return spans.flatMap(({ start, end }, index): Line[] => {
    const raw = bare[index] ?? ''
    if (!isProse(raw) || repeats(raw, item.title) || isCutOff(spans, index)) return []
    if (!isPaper && OF_A_PICTURE.test(raw)) return []
    const opened = withoutOpening(raw)
    const aboutThePost = !isPaper && (ABOUT_THE_POST.test(opened) || SUBJECTLESS.test(opened))
    const role = !isPaper && (isRemark(raw) || isStranger(telling, start, raw)) ? 'remark' : roleOf(raw)
    const dressed = (heading: string | null) =>
      role === 'remark' ? remarked(opened, telling) : dress(opened, { isPaper, lead: heading, speaker })
    const text = dressed(lead)
    const running = dressed(null)
    if (text === null || running === null || wordCount(text) > MOST_WORDS) return []
    const claimed = telling.claims.some((claim) => claim.start >= start && claim.end <= end)
    return [
      {
        telling,
        index,
        start,
        text: closed(text),
        running: closed(running),
        words: wordCount(text),
        weight:
          (weights[index] ?? 0) +
          (claimed ? 0.6 : 0) +
          (isPaper ? 0 : (FIRST_SENTENCES[index] ?? 0)) -
          (POINTS_BACK.test(opened) ? 2.5 : 0) -
          (aboutThePost ? 1.5 : 0) -
          (PRAISES.test(opened) && !/\d/.test(opened.replace(/\p{L}\S*\d\S*|\b\d\.\d\b/gu, '')) ? 2 : 0),
        role,
        quotes: text !== opened && /^[^“]{1,80}: “/.test(text),
        pointsBack: POINTS_BACK.test(opened) || aboutThePost,
        hasNumber:
          claimed ||
          /\d(?:[\d.,]*\s?(?:%|x\b|×|percent|points?|times|million|billion|trillion|[KMBT]\b))|[$€£]\d/.test(
            text,
          ),
        about: 0,
        foreign: false,
        alone:
          (opened === raw || isProse(opened)) &&
          !leans(opened) &&
          !(text !== opened && /^(?:They|Them|Their)\b/.test(text)),
      },
    ]
  })
}

/** The line as running text tells it. */
export function told(line: Line): Line {
  return { ...line, text: line.running, words: wordCount(line.running) }
}

/** The line cut to so many words at clause borders; null when that cannot be done. A quotation is never cut. */
export function within(line: Line, most: number): Line | null {
  if (line.words <= most) return line
  if (/: “/.test(line.text)) return null
  const text = shortened(line.text, most)
  return text === null ? null : { ...line, text, words: wordCount(text) }
}

// Accounts that stand after the sentence; those that it names ("announced by @x and @y") are part of it.
const TRAILING_HANDLES =
  /(?<!(?:,|\b(?:and|or|by|from|per|with|of|via|to|for|at|in|on|as|@\w{2,30},?)))(?: @\w{2,30})+(?=[.!]?$|[;,] )/g

function bareOf(text: string): string {
  return plain(text)
    .replace(/^.{0,300}?\(Activity: [\d,.]+[KM]?\)[:,.]?\s*/, '')
    .replace(/,? \(?see (?:the )?(?:chart|figure|table|image|graph|screenshot) (?:below|above)(?=[).,])/g, '')
    .replace(TRAILING_HANDLES, '')
    .replace(/ \[@\w{2,30}(?:, ?@\w{2,30})*\]/g, '')
    .replace(
      / \((?:(?:check (?:it|this) out|see|link|more|details|try it|read it) )?(?:here|links?|thread|post)\)/gi,
      '',
    )
    .replace(/^(?:[-*•‣–—]|\(?\d{1,2}[.)])\s+/, '')
    .replace(/\s+/g, ' ')
    .replace(/(?<!\.)\.\.$/, '.')
    .trim()
}

// A newsletter credits its sources by their accounts, linked, in brackets: no part of what is said.
function withoutCredits(sentence: string, credits: ReadonlySet<string>): string {
  return sentence
    .replace(/ \(([^()]{2,120})\)/g, (whole, inside: string) =>
      inside.split(/[,;] | and /).every((piece) => isCredit(piece.trim(), credits)) ? '' : whole,
    )
    .replace(/,? with an? [\w -]{3,40} (?:shared|linked|posted|available) here(?=[.,]|$)/, '')
    .replace(/: ([^:]{2,120}?)\.?$/, (whole, names: string) =>
      names.split(/, | and /).every((piece) => credits.has(piece.trim())) ? '.' : whole,
    )
    .trim()
}

const CREDIT_WORDS = 4

// The linked words, or a few words that end in them: "Avner's announcement tweet".
function isCredit(piece: string, credits: ReadonlySet<string>): boolean {
  if (credits.has(piece)) return !/^[A-Z]{2,8}s?$/.test(piece)
  const last = piece.split(' ').at(-1) ?? ''
  return wordCount(piece) <= CREDIT_WORDS && /^\p{Ll}+$/u.test(last) && credits.has(last)
}

// A name that nobody knows, by its form an account or under a thread any name, followed by a verb of remarking.
function isStranger({ item, mentions }: Telling, start: number, sentence: string): boolean {
  const isThread = item.ids.reddit !== undefined || item.ids.hackerNews !== undefined || isForum(item.title)
  return (
    (accountRemarks(sentence) || (isThread && remarks(sentence))) &&
    !mentions.some(
      ({ field, known, start: at }) => field === 'text' && known && at <= start + 3 && at >= start,
    )
  )
}

function remarked(sentence: string, telling: Telling): string | null {
  return speaksInFirstPerson(sentence)
    ? null
    : placed(sentence, sayerOf(telling), telling.item.partOf !== null && bringerOf(telling) === null)
}

// "Fast decoding arrives: vLLM now …" under that very title starts after the colon.
function withoutTitle(sentence: string, title: string): string {
  const headed = flat(title)
  const end = [...sentence.slice(0, title.length + 8).matchAll(/: /g)]
    .map(({ index }) => index)
    .findLast((at) => {
      const said = flat(sentence.slice(0, at))
      if (at < 12) return at >= 4 && headed.endsWith(said)
      return headed.startsWith(said) || headed.endsWith(said) || goesOn(headed, said)
    })
  return end === undefined ? sentence : capitalised(sentence.slice(end + 2))
}

function dress(
  sentence: string,
  { isPaper, lead, speaker }: { isPaper: boolean; lead: string | null; speaker: string | null },
): string | null {
  if (!speaksInFirstPerson(sentence)) return capitalised(sentence)
  if (isPaper) return toldFromOutside(sentence, lead)
  return speaker === null ? null : quoted(sentence, speaker)
}

const SPEAKING: ReadonlySet<string> = new Set(['article', 'issue', 'transcript'])

// A paper's authors are "the authors"; a single writer or an account speaks under its own name.
function speakerOf({ item, source }: Telling): string | null {
  const [author] = item.authors
  if (item.authors.length === 1 && author) return author
  return SPEAKING.has(item.kind) ? source.name : null
}

// A picture is described where it cannot be seen, and a joke is no news.
const OF_A_PICTURE =
  /^(?:the|this|an?) (?:accompanying |attached |linked )?(?:image|picture|screenshot|meme|photo|gif|notification|title|chart|graph|plot)\b|\b(?:memes?|humou?r(?:ous(?:ly)?)?|playful(?:ly)?|light-?hearted|satir\w+|tongue-in-cheek|non-technical)\b/i

// Who says what was found may find a limitation; that is no limit of the work.
const FINDS =
  /^(?:we|the (?:authors|paper|work|study)) (?:\w+ ){0,2}(?:identif(?:y|ies)|finds?|shows?|demonstrates?|proves?|reveals?|establish(?:es)?) /i

function roleOf(sentence: string): Role {
  if (FINDS.test(sentence) && !/\b(?:future work|remains? (?:open|unclear|unknown))\b/i.test(sentence))
    return 'result'
  return ROLES.find(([, test]) => test.test(sentence))?.[0] ?? 'other'
}

// "The post argues", "the image shows": clear under the post's own title, and nowhere else.
const ABOUT_THE_POST =
  /^(?:the|a|an) (?:post|evaluation|setup|configuration|image|author|thread|discussion|op|video|setup|screenshot|meme|user|article|poster|tweet|chart|table|benchmark|project|model|repo(?:sitory)?|tool|company|paper|pitch|report|study|launch|release|letter|filing|update|framework|dataset|announcement|clip|demo)\b|\bthe (?:post|image|author|op|screenshot)\b/i

// The bold lead is its subject.
const SUBJECTLESS =
  /^(?:Says|Reports|Calls|Notes|Claims|Argues|Shows|Uses|Adds|Allows|Offers|Supports|Includes|Features|Built|Tested|Benchmarked|Released|Runs|Works)\b/

// "Shows strong performance across various tasks": without a figure it says that somebody was pleased.
const PRAISES =
  /\b(?:strong|impressive|exceptional|superior|remarkable|significant|robust|excellent|outstanding|solid|competitive) (?:\p{Ll}+ )?(?:performance|results?|gains?|improvements?|capabilit(?:y|ies)|advancements?|potential)\b|\b(?:performs?|works?) (?:exceptionally|remarkably|impressively|very|really|extremely) well\b|\b(?:significantly|dramatically|greatly|substantially) (?:improv|enhanc|boost|advanc)/iu

const POINTS_BACK =
  /^(?:the|its|their|a|an|one) (?:[\w-]+ ){0,3}(?:claim|pitch|idea|thesis|takeaway|point|catch|result|number|argument|upshot|trick): |\b(?:this|these|those|such)\b(?! (?:paper|work|study|year|week|month|quarter|morning|spring|summer|autumn|fall|winter|is\b|as\b))|\bthe (?:latter|former|second|third|above|aforementioned|same)\b/i

// A feed that gives only the start of a text leaves its last sentence open.
function isCutOff(spans: readonly { readonly text: string }[], index: number): boolean {
  return index > 0 && index === spans.length - 1 && !/[.!?…]["”’')\]*_]*$/.test(spans[index]?.text ?? '')
}

function repeats(sentence: string, title: string): boolean {
  const [said, headed] = [flat(sentence), flat(title.replace(/^@\w+: /, ''))]
  if (headed === '') return false
  return headed.startsWith(said.slice(0, 60)) || (said.length > 24 && headed.includes(said))
}

// A title that was cut ends in the first words of what follows it in the text.
function goesOn(headed: string, said: string): boolean {
  const at = headed.lastIndexOf(said.slice(0, CUT_TITLE))
  return at > 0 && said.startsWith(headed.slice(at))
}

const CUT_TITLE = 24

const flat = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
