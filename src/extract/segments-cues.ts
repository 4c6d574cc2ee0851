/** How surely a spoken line says that a new subject begins: 3 by a turn of the show, 2 by a turn of speech, 1 by habit, 0 not. */
export function cueOf(line: string): number {
  const bare = line.replace(FILLERS, '').replace(/[.?!]+$/, '')
  if (TURN.test(bare)) return 3
  if (STRONG.test(bare)) return 2
  return WEAK.test(bare) || AND_THEN.test(line) || NEWS.test(bare) ? 1 : 0
}

/** Whether a line goes on with what was said before it. */
export const leans = (line: string): boolean => LEANS.test(line)

const LEANS =
  /^(?:(?:and|but|so|because|which|or|yeah|yes|no|right|well|oh|uh|um|okay)[,.]?\s+)*(?:it|its|it['’]s|he|she|they|their|they['’]re|this|that|that['’]s|these|those|i|i['’]m|i['’]d|i['’]ve|we|we['’]ve|you|you['’]d|his|her|which|who|because|or|yeah|yes|no|exactly|right|sure|how|why)\b/i

// What speakers put before the thing itself.
const FILLERS =
  /^(?:(?:and|so|okay|ok|alright|all right|right|well|now|then|um|uh|yeah|yes|cool|great|but|anyway|anyways|yep)[,.!]?\s+)+/i

// What hosts say only between stories.
const TURN =
  /^(?:next up\b|up next\b|first off\b|next,? (?:we(?:['’]ve| have| are|['’]re)|is|on the (?:list|agenda|docket))\b|next (?:story|item|one|topic|paper)\b|moving (?:right )?(?:on|along)(?:,| to\b| from\b(?=.*\bto\b))|(?:on|over|onto|turning|switching over) (?:to )?(?:the next\b|(?:our|some|the) (?:\w+ )?(?:section|story|stories|news|segment)|policy|safety|research|tools|projects|applications|business|open|hardware|models|papers)|(?:let['’]s|let us|we(?:['’]ll| will| can)?) (?:now )?(?:move|turn|switch|jump) (?:on |over |right )?(?:to|into|onto)\b|(?:and )?(?:our |the |my )?(?:first|next|second|third|fourth|last|final) (?:story|item|topic|paper|piece|bit of news)\b|first up\b|last up\b|(?:starting|kicking)(?: things)? off\b|to kick (?:things )?off|(?:one|a) (?:last|final|more)(?: \w+)? (?:story|item|paper|bit of news)\b|we(?:['’]re| are) back\b(?! (?:on|next|tomorrow|in|at)\b)|rounding (?:out|up|off)\b|in other news\b|also in the news\b|lightning round\b|(?:story |item |news )?number (?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?:$|[.:]| (?:is (?:a|an|about|from|on)|takes|brings|comes|goes|has to do)\b))/i
// What hosts say between stories, and now and then inside one.
const STRONG =
  /^(?:on to\b|onto\b|moving (?:right )?(?:on|along)\b|(?:let['’]s|let us|we(?:['’]ll| will)?) (?:now )?(?:go|dive|get|kick|start|begin)(?:ing)? (?:on |over |in |right )?(?:to|into|onto|with|off|things off|there|here)\b|(?:our |the |my )?(?:next|first|last|final|other|another) (?:one|thing on)\b|starting (?:up|with)\b|to (?:start|round|wrap|close) (?:off|up|out|things)\b|(?:one|a) (?:last|final|more|quick)\b(?: \w+)? (?:one|thing|bit|note)\b|(?:and )?speaking of\b|turning to\b|elsewhere\b|last but not least\b|(?:let['’]s|let us) (?:just )?(?:jump|dive|get) (?:right |straight )?(?:in|into it|started|going)\b|sticking with\b|staying (?:with|on|in)\b|related to that\b|back to\b|switching gears\b|shifting (?:gears|to)\b|(?:a )?(?:few|couple) (?:more )?quick\b|on the (?:other|flip) (?:side|end)\b|let me ask (?:you )?about\b|(?:should|shall|can) we (?:do|talk|get|move|turn|go)\b|from [\w ]{3,30} to [\w ]{3,30}$|finally,|lastly,|meanwhile,|(?:story |item |news )?number (?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve),|(?:first|last|final|next) (?:thing|thing for me|from me|from my side)\b|(?:it['’]s )?(?:paper|research|policy|business|hardware|model|robot) time\b|let me (?:start|begin)\b|(?:let['’]s|let us) (?:now )?begin\b|we should (?:probably |also |maybe )?(?:get to|turn to|talk about|move on)\b|over (?:in|at) \p{L}+|in (?:a|the) (?:similar|same) vein\b|along (?:the same|similar) lines\b|for (?:the )?(?:applications|business|policy|research|papers?|tools|projects|open source|hardware|money|funding|safety)\b.{0,20}$|(?:then )?(?:on|in) (?:the )?(?:policy|business|research|hardware|funding|safety|open[- ]source|legal|regulatory|robotics|chips?) (?:side|front|news)\b)/iu
const WEAK =
  /^(?:there(?:['’]s| is) (?:also|another)\b|another (?:\w+ )?(?:story|release|deal|paper|model|one)\b|also (?:this week|from|out|in)\b|the other (?:\w+ )?(?:one|story|deal|release|news|thing|paper|launch|case|item) (?:is|was|this|here|from|in)\b|on the \w+ (?:side|front)\b|(?:and )?then there['’]s\b|a bit of\b|(?:what|how) about\b|(?:can|could|should|shall) we (?:talk|chat|speak)\b|(?:did|have) you (?:see|seen|hear|heard|read)\b|what (?:else|have you got|do you have|['’]s next)\b|so what['’]s (?:next|the)\b|(?:okay )?before we (?:go|wrap|finish|close|end)\b)/i
const AND_THEN =
  /^(?:and |okay,? |alright,? )?(?:then|next)\b[,.]? (?!(?:i|you|he|she|it|we|they|there|that|this)\b)/i
const NEWS =
  /^(?:(?:[Tt]his|[Ll]ast) week,? \p{Lu}|(?:\p{Lu}\S+ ){1,3}(?:has|have|is|are|just) (?:now )?(?:released|announced|launched|raised|unveiled|published|signed|agreed|reportedly|open|said|blocked|acquired|sued|suing|launching|getting|planning))/u

/** Where inside a line a formula begins a new subject, for transcribers do not always break there; -1 when nowhere. */
export function innerCue(line: string): number {
  const found = INNER.exec(line)
  if (!found) return -1
  const at = found.index + (found[1]?.length ?? 0)
  // Behind nothing but fillers it is the line's own beginning.
  return line.slice(0, at).replace(FILLERS, '').trim() === '' ? -1 : at
}

const INNER =
  /([,.;!?]?\s+)(?:and\s+)?(?:one last (?:little |quick |small )?(?:story|one|thing|item|note)\b|next up\b|moving on to\b|(?<!\b(?:before|after|in|of|for|to|since|until|from|with) )(?:(?:our|the) next|(?:(?:our|the|my) )?(?<!\b(?:before|after|in|of|for|to|since|until|from|with) (?:our |the |my ))last) story\b)/i

/** A line that opens an advertisement. */
export const opensSponsor = (line: string): boolean => SPONSOR.test(line) || OUR_SPONSOR.test(line)

/** A line that may open an advertisement: it does when an offer follows (`makesOffer`, `givesAddress`). */
export const mayOpenSponsor = (line: string): boolean => MAY_OPEN.test(line)

const MAY_OPEN =
  /\b(?:support for .{2,60} comes from|(?:quick |brief |short |a |one )word (?:about|from|on)|take (?:a|one|half a) (?:quick |short |brief )?(?:minute|moment|second|break|pause)|(?:pays?|paying) (?:for|the) (?:the |this |our |my |bills\b|rent\b)|keeps? (?:the lights|this show|us) on|(?:want|like|need|love) to (?:\w+ ){0,4}?tell you about|let me tell you about|made possible (?:by|thanks)|thank(?:s|you)? to .{2,40} for|(?:our )?friends (?:at|over at|from)|this (?:part|segment|half|portion) (?:of the show )?is|word of thanks|(?:quick|short|brief) (?:ad|message|plug|shout[- ]?out))\b/i

/** A line that offers the listener a way in: a code, a trial, a part of the price, a word to mention. */
export const makesOffer = (line: string): boolean =>
  /\b(?:(?:promo|discount|offer|coupon) code|(?:use|with|enter) (?:the |our |my )?code|free (?:trial|tier|plan|month|account|credits?|for)|(?:months?|weeks?|days) (?:for )?free|(?:percent|dollars|euros|pounds) (?:off|of credits?|in credits?)|\d+% off|off (?:your|the) (?:first|next)|tell them|sent you|mention(?:ing)? (?:this|the|our|my|\p{L}+ \p{L}+ when)|listeners (?:of this show )?get|new customers|book a demo|sign(?:ing)? up (?:at|for|today)|get started)\b/iu.test(
    line,
  )

const SPONSOR =
  /\b(?:brought to you by|sponsored by|(?:today|this (?:week|episode))['’]?s? (?:\w+ )?sponsors?|word from our sponsor|support(?:ed)? (?:for this (?:show|episode|podcast) comes from|comes from|by our)|thank(?:s|ing)? (?:to )?(?:our )?sponsors?|(?:want|like) to thank .{2,40} for (?:sponsor|support)ing|quick (?:ad )?break|partnered with|who (?:also |kindly )?sponsors? (?:this|the|our) (?:show|podcast|episode)|(?:this|today['’]s) (?:show|podcast|episode|programme|program) is (?:made possible|powered|supported|presented) (?:by|thanks to))\b/i
const OUR_SPONSOR =
  /\bour (?:next |second |first |other |wonderful |friends and )?sponsors?(?: today| this week)?(?: is\b| are\b|[,:])/i

/** A line with the marks of an advertisement: an address to visit, a code, an offer to the listener. */
export const soundsSponsored = (line: string): boolean =>
  /\b(?:(?:go|head|visit|check (?:it|them|out)|sign up|try|learn more|find out more|book a demo|get started)\b.*(?:\b\w+ ?(?:dot|\.) ?(?:com|ai|io|dev|org|co|so)\b|slash|link in|today|for free)|\b(?:promo|discount|offer|coupon) code\b|use (?:the )?code\b|free (?:trial|tier|month)\b|percent off\b|\d+% off\b|risk[- ]free|your (?:team|business|company|workflow|stack|inbox|agents)\b|you(?:['’]re| are) (?:building|running|shipping|looking|tired)|learn more\b|sign up\b)/i.test(
    line,
  )

/** A line that sends the listener somewhere: `lab dot com slash show`, `visit lab.com`. */
export const givesAddress = (line: string): boolean =>
  /\b(?:visit|out|at|to) \w+ dot \w+|\b\w+ dot (?:com|ai|io|dev|org|co|so|net|app|fm|cloud|xyz|tech|sh|me|eu|uk|de|tv|run|build)\b|\b(?:visit|go to|head (?:over )?to|at) (?:www\.)?\w+(?:\.\w+)*\.(?:com|ai|io|dev|org|co|so|net|app|fm|cloud|xyz|tech|sh|me|eu|uk|de|tv|run|build)\b/i.test(
    line,
  )

/** Whose address a line gives: `coldloop` of "coldloop dot com slash wafer"; null when it gives none. */
export const addressedName = (line: string): string | null => ADDRESS_NAME.exec(line)?.[1] ?? null

const ADDRESS_NAME =
  /\b(\p{L}[\p{L}\d-]{2,}) ?(?:dot |\.)(?:com|ai|io|dev|org|co|so|net|app|fm|cloud|xyz|tech|sh|me|eu|uk|de|tv|run|build)\b/iu

/** The name behind "brought to you by", to follow an advertisement by; null when it is not said. */
export const sponsorName = (line: string): string | null =>
  (SPONSOR_NAME.exec(line) ?? OWN_SPONSOR_NAME.exec(line) ?? LOWER_NAME.exec(line))?.[1]?.replace(
    /\.$/,
    '',
  ) ?? null

const SPONSOR_NAME =
  /\b(?:brought to you by|sponsored by|sponsors? (?:today |this week )?(?:is|are)|comes from|supported by|powered by|possible by|partnered with|thank)\s+(?:our (?:friends|sponsor)s? (?:at )?)?(?:the )?(\p{Lu}[\p{L}\p{N}.]*)/u
const OWN_SPONSOR_NAME = /\bsponsors?[,:]\s+(\p{Lu}[\p{L}\p{N}.]*)/u
// A transcriber that knows no capitals.
const LOWER_NAME = /^[^\p{Lu}]*\b(?:brought to you by|sponsored by)\s+(?:the )?([\p{L}\p{N}.]{3,})/u

/** A line that closes the show. */
export const closesShow = (line: string): boolean =>
  /\b(?:you(?:['’]ve| have) been listening to|that(?:['’]s| is| does| will)(?: going to be)? (?:it|all|do it|wrap)(?: for| from| us)?|that (?:brings us|takes us|about) (?:to the end|wraps|does)|with that,?(?: i (?:think|guess|believe))? we(?:['’]re| are| will|['’]ll| can)?(?: going to)?(?: all)? (?:are done|be done|done|wrap|close|finish|end)|that(?:['’]s| is| was)\b.{2,25}\bfor (?:today|this week|this episode)|(?:thank|thanks)(?: you)?(?: so much| all| everyone| again)*,? for (?:listening|tuning|joining|watching|being)|see you (?:all )?(?:next|in the next|again|soon)|(?:be sure|make sure|don['’]t forget|please)(?: to)? (?:subscribe|like|share|rate|leave|review|tune|keep tuning)|until next (?:time|week)|we(?:['’]ll| will) (?:see you|be back|talk to you)|have a (?:great|good) (?:week|one|day)|(?:we(?:['’]ll)?|let['’]s|i(?:['’]ll)?) leave it there|(?:we(?:['’]re| are)|i think we(?:['’]re| are)) (?:at|out of|about out of) time|thank you both|(?:is|was) produced by|thanks to our (?:producer|editor)|that(?:['’]s| is) the (?:show|news|list|lot|week|three|four|five|six|seven|eight|nine|ten)\b|(?:the )?links (?:are|will be|to (?:all|every)\w*)\b.{0,30}\bnotes|we(?:['’]re| are|['’]ll be| will be) back (?:on|next|tomorrow|in)\b|(?:and )?we(?:['’]re| are) done (?:for|with) (?:this|today))\b/i.test(
    line,
  )

/** A line that greets or names the hosts. */
export const greets = (line: string): boolean =>
  /\b(?:welcome (?:back |everyone )?to|hello (?:and|everyone|listeners)|i['’]m (?:one of )?your|my name is|your (?:regular )?hosts?|thank(?:s| you) for having (?:me|us)|in this episode|on (?:today['’]s|this week['’]s) (?:show|episode)|as always)\b/i.test(
    line,
  ) || INTRODUCES.test(line)

// "From the newsroom, this is Rules of the Machine.", "I'm Petra Lindqvist, and …"
const INTRODUCES =
  /\bthis is (?:the )?\p{Lu}\p{L}+(?: (?:of|the|and|in|for|to|with|\p{Lu}\p{L}+)){1,6}(?:[.,]|$)|\bI['’]m \p{Lu}\p{Ll}+ (?:\p{Lu}\p{Ll}+|van|von|de)\b|\bon the (?:programme|program|show|menu|agenda|docket) today\b/u

/** A line about the show itself, as before the first story: its letter, its listeners, what it will hold. */
export const tellsOfShow = (line: string): boolean =>
  greets(line) ||
  /\b(?:as usual|coming up|we(?:['’]ll| will| are going to) (?:be )?(?:cover|talk|discuss|get|chat)|newsletter|reviews?|comments?|apple podcasts|youtube|preview|(?:people|listeners|you) know what(?:['’]s| is) coming|we(?:['’]re| are) recording|(?:today is|it['’]s) (?:mon|tues|wednes|thurs|fri|satur|sun)day\b|today is the \w+ of\b|^we(?:['’]ve| have) got\b.*\bwe(?:['’]ve| have) got\b|good to be back|before (?:we|that)\b)/i.test(
    line,
  )
