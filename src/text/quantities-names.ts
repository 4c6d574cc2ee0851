import { figureAt, stick } from './quantities-numerals.ts'
import { unitAt } from './quantities-units.ts'

const ISO_DATE = /\d{4}[-/]\d{1,2}(?:[-/]\d{1,2})?(?![\d])(?:T[\d:.]+Z?)?/y
const MONTH_DAY = /(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?![\d.]|-?\d|\s?%)/y
const SLASHED = /\d{1,2}([/.])\d{1,2}\1\d{2,4}(?!\d)/y
const CLOCK =
  /\d{1,2}(?::\d{2}){1,2}(?!\d)(?:\s?[ap]\.?m\b\.?)?|\d{1,2}(?:\.\d{2})?\s?(?:[ap]\.m\b\.?|[ap]m\b|[AP]M\b|o['’]clock)/y
const MONTH = String.raw`(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)`
const DAY_MONTH = new RegExp(
  String.raw`\d{1,2}(?:st|nd|rd|th)?(?:\s|-)(?:of )?${MONTH}(?![\p{L}])(?:,? \d{4})?`,
  'uy',
)
const BEHIND_MONTH = new RegExp(String.raw`\b${MONTH} (?:the )?$|\b${MONTH}-$`)
const DAY_YEAR = /\d{1,2}(?:st|nd|rd|th)?(?:[-–]\d{1,2})?(?:,? \d{4})?(?![\d%])/y
const ARXIV = /\d{4}\.\d{4,5}(?:v\d+)?(?![\d])/y
const SIZES = /\d+(?: by |×|x)\d+(?:(?: by |×|x)\d+)?(?![\d.%]|\p{L})/uy
// `13C/12C`, `206Pb`, `40Ar/39Ar`: an isotope, not an amount.
const ISOTOPE =
  /(?:1[234]C|\d{1,3}(?:Ar|Os|Pb|Th|Sr|Nd|He|Be|Cs|Ra|Rn|Po|Hf|Lu|Rb|Sm|Re))(?![\p{L}\p{N}°])(?:\/\d{1,3}\p{Lu}\p{Ll}?)?/uy
// `22/10a-4`, `57°44’8.47”N`: the number of a well or a place on the map.
const PLACE = /\d+\/\d+[a-z]-?\d*|\d{1,3}°\s?\d{1,2}[’'′](?:\s?\d{1,2}(?:\.\d+)?[”"″])?\s?[NSEW]?/uy
// `2σ`, `2SD`, `30ε`, `2θ`: a factor of a symbol.
const FACTOR = /\d+(?:\.\d+)?(?:SD|[σεθπλφ])(?![\p{L}\p{N}])/uy
// `9950X`, `5070Ti`: the model of a part.
const PART = /\d{4}(?:X3D|XTX|XT|X|Ti|HX|KF|SUPER)(?![\p{L}\p{N}])/uy
const ORDINAL = /\d+(?:st|nd|rd|th)\b/y
const YEAR = /(?:1[6-9]|2[01])\d{2}(?:s|['’]s|[a-d](?=[;,)]))?(?![\d,.]\d|[\p{L}\d])/uy
const YEARS_SPAN = /(?:1[6-9]|20)\d{2}(?:[-–/]| to | and | or )(?:(?:1[6-9]|20)\d{2}|\d{2})(?![\d\p{L}%])/uy
const PLURAL = /^\s[a-z]{4,}s\b/
const YEAR_LEAD =
  /\b(?:in|since|by|of|from|until|till|during|for|through|after|before|early|late|mid|summer|spring|autumn|fall|winter|year|around|circa|the)[ -]$/i
const LIST_MARK = /(?:^|\n|\()\s*$/
// A number behind one of these labels a thing.
const LABEL =
  /(?:^|[^\p{L}])(?:tier|tables?|figures?|figs?\.?|sections?|sec\.|steps?|phases?|stages?|chapters?|pages?|version|ver\.?|vol(?:ume)?\.?|appendix|equations?|eqs?\.?|eqn\.?|theorem|lemma|algorithm|rule|game|category|type|class|group|round|series|episode|ep\.?|no\.|issue|bug|ticket|patch|build|pr|line|lines|layer|unit|room|building|gate|route|highway|exhibit|article|question|part|#|top|bottom|sp|s&p|nasdaq|ftse|fortune|windows|ios|android|python|java|cuda|rtx|gtx|model|gen|generation|bullet|act|level|grade|day|week|year|figure|scenario|experiment|task|axis|rfc|iso|ieee|formula|gp|area|zone|channel|flight|apollo|boeing|airbus|number|q|h|last|max|sample|compound|month|site|ref|refs|p\.|pp\.|code|core|experiment|participant|subject|patient|cohort|dataset|node|epoch|seed|idea|season|fraction|column|listing|case|box|borehole|bed|assemblage|numbered)s?:?[ \u00a0-]$/iu
const NAME_LEAD =
  /(?:^|[^\p{L}\p{N}])((?:\p{Ll}{0,3}\p{Lu}[\p{L}\p{N}]*|v)(?:[-.'’][\p{L}\p{N}]+)*)[ \u00a0]$/u
const FUNCTION_WORD =
  /^(?:The|A|An|In|On|At|By|For|From|To|Of|With|And|Or|But|Nor|If|As|It|Its|This|That|These|Those|Our|Their|His|Her|We|They|He|She|You|I|Over|Under|About|Around|Nearly|Almost|Some|All|Only|Just|More|Less|Up|Down|Between|Within|After|Before|Since|Until|Than|Versus|Vs|Plus|Score|Scores|Best|Uses|Used|Has|Have|Had|Is|Are|Was|Were|Gets|Got|Hits|Hit|Reaches|Adds|Using|Into|Per|Because|While|When|Where|Not|No|Yes|Among|Across|Both|Each|Every|Approximately|Roughly|Additionally|However|Here|There|Then|Now|Today|So|Who|What|Which|How|Why|Costs?|Price|Prices|Runs?|Beats?|Raises?|Raised|Cuts?|Saves?|Gains?|Loses?|Trained|Tested|Includes?|Contains?|Roughly|Exactly|Least|Most|Fewer|Another|Other|Typically|Usually|Also|Explore|Supports?|Offers?|Got|Drops?|Rises?|Fell|Grows?|Grew|Ships?|Shipped|Launch(?:es)?|Releases?|Released|Announces?|Covers?|Kills?|Needs?|Takes?|Makes?|Gives?|Wins?|Won|Lost|Pays?|Paid|Spends?|Buys?|Sells?|Hires?|Fires?|Lays|Bets|Tops?|Crosses|Passes|Nears|Seeks?|Eyes|Plans?|Wants?|Says?|Read|Reads|Reading|Watch|See|Get|Try|Use|Add|Do|Be|CI|OR|HR|RR|SE|IQR|RM|PS|USD|EUR|GBP|JPY|Dow)$/
/**
 * When the figure at `at` is not a quantity but part of a name, an id, a date, a time, a version or a list mark: where that
 * ends, so that reading goes on behind it. Otherwise `at` itself.
 */
export function namesSomething(text: string, at: number): number {
  const before = text.charAt(at - 1)
  const past = (expression: RegExp): number => {
    const found = stick(expression, text, at)
    return found ? at + found[0].length : 0
  }
  const sure =
    past(SIZES) ||
    past(ISO_DATE) ||
    past(MONTH_DAY) ||
    past(SLASHED) ||
    past(DAY_MONTH) ||
    past(ORDINAL) ||
    past(ISOTOPE) ||
    past(PART) ||
    past(FACTOR) ||
    past(PLACE) ||
    past(CLOCK)
  if (sure) return sure
  const tail = endOfRun(text, at)
  if (/[\p{L}_@#^\\]/u.test(before) && !currencyGlued(text, at)) return tail
  if (before === '(' && /[\^/]\($/.test(text.slice(Math.max(0, at - 3), at))) return tail
  if (/\^\(?[-−]$/.test(text.slice(Math.max(0, at - 3), at))) return tail
  // `F(3, 8.9)`, `poly(3-hexyl…)`, `as(5)ρ`: what a function or a formula takes.
  if (
    /(?:\b[Fftzχ]\d?|[\p{L}\p{N}]{3})\((?:\d+(?:\.\d+)?, ?)?$/u.test(text.slice(Math.max(0, at - 14), at)) &&
    IN_CALL.test(text.slice(at, at + 16))
  )
    return tail
  if (before === ')' || /^\d+(?:-?[DG]\b|DAP?\b)/.test(text.slice(at, at + 6))) return tail
  if (before === '+' && /\p{Ll}/u.test(text.charAt(at - 2))) return tail
  if (before === '/' && /[\p{L}\d]/u.test(text.charAt(at - 2))) return tail
  if (before === ':' && /\d/.test(text.charAt(at - 2))) return tail
  if (
    /[-−–.,]/.test(before) &&
    /[\p{L}\d]/u.test(text.charAt(at - 2)) &&
    !/(?:minus|sub|\bto|\bnow)-$/i.test(text.slice(Math.max(0, at - 6), at))
  )
    return tail
  if (unknownLetters(text, at)) return tail
  const lead = text.slice(Math.max(0, at - 24), at)
  if (!/[$€£¥]$/.test(lead)) {
    const arxiv = past(ARXIV)
    if (arxiv && /^\d{2}(?:0[1-9]|1[0-2])\./.test(text.slice(at, at + 5))) return arxiv
    const dated = BEHIND_MONTH.test(lead) ? past(DAY_YEAR) : 0
    if (dated) return dated
    const years = past(YEARS_SPAN)
    if (years && !unitAt(text, years)) return years
    const year = past(YEAR)
    if (year && (YEAR_LEAD.test(lead) || (!measured(text, at) && !PLURAL.test(text.slice(year, year + 16)))))
      return year
  }
  return labels(text, at, lead, tail) ? tail : at
}

function labels(text: string, at: number, lead: string, tail: number): boolean {
  const figure = text.slice(at, tail)
  const behind = text.slice(tail, tail + 14)
  if (/^\d{1,2}$/.test(figure) && /^[.)]\s/.test(behind) && LIST_MARK.test(lead)) return true
  if (/\[$/.test(lead) && /^[\],–-]/.test(behind)) return true
  // A reference or the mark of a list inside a sentence.
  if (/[\s(]\($/.test(lead) && /^\d{1,3}$/.test(figure) && CITED.test(text.slice(tail, tail + 40)))
    return true
  if (/\b(?:eqs?\.?|eqns?\.?|equations?|refs?\.?) \($/i.test(lead)) return true
  if (!/[ \u00a0-]$/.test(lead)) return false
  if (measured(text, at)) return false
  if (LABEL.test(lead) && /^[\d.,A-Za-z]{1,6}$/.test(figure))
    return !/(?:top|bottom|last|max)[ -]$/i.test(lead) || !/^\s(?:[a-z]{4,}s)\b/.test(behind)
  const name = NAME_LEAD.exec(lead)?.[1]
  if (name === undefined || FUNCTION_WORD.test(name)) return false
  // "Claude Opus 4.6", "cuDNN 9.13", "iPhone 11 Pro": a number right behind a name belongs to it, unless it counts things.
  return (
    /^\d{1,4}(?:\.\d{1,2}){0,2}[a-z]?$/.test(figure) &&
    !(/^\s(?:[a-z]+ )?[a-z]{3,}s\b/.test(behind) && !VERB_BEHIND.test(behind))
  )
}

// "Linnet 4 costs …": the name does something, it counts nothing.
const VERB_BEHIND =
  /^\s(?:costs|scores|runs|beats|gets|adds|needs|takes|uses|makes|wins|hits|ships|leads|shows|keeps|cuts|gives|does|reaches|supports|handles|outperforms|matches|trails)\b/

// A unit of two letters or a sign right behind makes even "Tesla 57%" a quantity; single letters belong to names.
function measured(text: string, at: number): boolean {
  const numeral = figureAt(text, at)
  if (!numeral) return false
  if (numeral.scaled && numeral.letter === null) return true
  const unit = unitAt(text, numeral.end)
  return (
    unit !== null &&
    (unit.end - numeral.end > 2 || /^[ ]?[%x×°]/.test(text.slice(numeral.end, numeral.end + 2)))
  )
}

const IN_CALL = /^\d+(?:\.\d+)?(?:\)(?![.,;]?\s|$)|\) ?=|, ?\d+(?:\.\d+)?\) ?=|,\d|-\p{Ll})/u
const CITED = /^(?:\s?[,–-]\s?\d{1,3})*\)/

// Bounded: a name of more parts is no name, and is refused part by part.
const RUN = /[\p{L}\p{N}_]+(?:[-./][\p{L}\p{N}_]+){0,12}/uy
const endOfRun = (text: string, at: number): number => at + (stick(RUN, text, at)?.[0].length ?? 1)

const currencyGlued = (text: string, at: number): boolean =>
  /(?:^|[^\p{L}])(?:RM|PS|USD|EUR|GBP|JPY|INR|CNY|RMB|Rs|Y=|[A-Z]{1,2}\$|\$US|\$A)$/u.test(
    text.slice(Math.max(0, at - 4), at),
  ) || text.charAt(at - 1) === '$'

const TAIL = /\d[\d,]*(?:\.\d+)?(\p{L}+)(?=[-\d])/uy
const SPELLED = /^(?:[kKMBTGxm%]|bn|mn|[kMG]W|[GMT]B|ms|nm|mm|cm|km|px|yr|hr|min|year|day|week|month)$/

// `10B-A1B`, `4o-mini`, `8x8`: letters behind the figure that lead on to more of a name.
function unknownLetters(text: string, at: number): boolean {
  const tail = stick(TAIL, text, at)
  const letters = tail?.[1]
  if (!tail || letters === undefined)
    return (
      /^\d+[a-z]\b/.test(text.slice(at, at + 6)) && /^\d+[^\Wkxmsghbdptlnac\d]\b/.test(text.slice(at, at + 6))
    )
  const rest = text.slice(at + tail[0].length, at + tail[0].length + 6)
  if (/^[-]?[A-Z]\d/.test(rest)) return true
  if (/^x\d/.test(letters + rest)) return true
  if (/^\d/.test(rest)) return !SPELLED.test(letters) || letters === 'x'
  return rest.startsWith('-') && !SPELLED.test(letters) && letters.length > 4
}
