/** How strongly a spoken line says that a new subject begins: 2 by formula, 1 by habit, 0 not at all. */
export function cueOf(line: string): number {
  const bare = line.replace(FILLERS, '')
  if (STRONG.test(bare)) return 2
  return WEAK.test(bare) ? 1 : 0
}

// What speakers put before the thing itself.
const FILLERS =
  /^(?:(?:and|so|okay|ok|alright|all right|right|well|now|then|um|uh|yeah|yes|cool|great|but|anyway|anyways|yep)[,.!]?\s+)+/i

const STRONG =
  /^(?:next up\b|up next\b|moving (?:right )?(?:on|along)\b|(?:on|over) to (?:the |our |a |some |another |policy|safety|research|tools|projects|applications|business|open|hardware)|onto |(?:let['’]s|let us|we(?:['’]ll| will)?) (?:now )?(?:move|turn|go|jump|switch|dive|get|kick|start|begin)(?:ing)? (?:on |over |in |right )?(?:to|into|onto|with|off|things off)\b|(?:our |the |my )?(?:next|first|second|third|fourth|last|final|other|another) (?:story|item|one|topic|paper|bit|piece|thing on)\b|first up\b|first off\b|(?:starting|kicking|to (?:start|kick)) (?:off|up|with|things)\b|(?:one|a) (?:last|final|more|quick)\b(?: \w+)? (?:story|one|item|thing|paper|bit|note)\b|(?:and )?speaking of\b|turning to\b|in other news\b|elsewhere\b|last up\b|last but not least\b|rounding (?:out|up|off)\b|to (?:round|wrap|close) (?:out|up|things)\b|sticking with\b|staying (?:with|on|in)\b|related to that\b|back to\b|switching gears\b|shifting (?:gears|to)\b|(?:a )?(?:few|couple) (?:more )?quick\b|lightning round\b|finally,|lastly,|meanwhile,)/i
const WEAK =
  /^(?:there(?:['’]s| is) (?:also|another)\b|another (?:\w+ )?(?:story|release|deal|paper|model|one)\b|also (?:this week|in|from|out)\b|(?:this|last) week,? \p{Lu}|(?:\p{Lu}\S+ ){1,3}(?:has|have|is|are|just) (?:now )?(?:released|announced|launched|raised|unveiled|published|signed|agreed|reportedly|open|said|blocked|acquired|sued|suing|launching|getting|planning))/iu

/** Where inside a line a formula begins a new subject, for transcribers do not always break there; -1 when nowhere. */
export function innerCue(line: string): number {
  const found = INNER.exec(line)
  if (!found) return -1
  const at = found.index + (found[1]?.length ?? 0)
  // Behind nothing but fillers it is the line's own beginning.
  return line.slice(0, at).replace(FILLERS, '').trim() === '' ? -1 : at
}

const INNER =
  /([,.;!?]?\s+)(?:and\s+)?(?:one last (?:little |quick |small )?(?:story|one|thing|item|note)\b|next up\b|moving on to\b|our next story\b|the next story\b|last story\b)/i

/** A line that opens an advertisement. */
export const opensSponsor = (line: string): boolean =>
  /\b(?:brought to you by|sponsored by|(?:today|this (?:week|episode))['’]?s? (?:\w+ )?sponsors?\b|our (?:next |second |first |other |wonderful )?sponsors?(?: today| this week)?(?: is|,|:)|word from our sponsor|support(?:ed)? (?:for this (?:show|episode|podcast) comes from|comes from|by our)|thank(?:s|ing)? (?:to )?(?:our )?sponsors?|(?:want|like) to thank .{2,40} for sponsoring|quick (?:ad )?break|partnered with|this (?:show|podcast|episode) is (?:made possible|powered|supported) by)\b/i.test(
    line,
  )

/** A line with the marks of an advertisement: an address to visit, a code, an offer to the listener. */
export const soundsSponsored = (line: string): boolean =>
  /\b(?:(?:go|head|visit|check (?:it|them|out)|sign up|try|learn more|find out more|book a demo|get started)\b.*(?:\b\w+ ?(?:dot|\.) ?(?:com|ai|io|dev|org|co|so)\b|slash|link in|today|for free)|\b(?:promo|discount|offer|coupon) code\b|use (?:the )?code\b|free trial\b|percent off\b|\d+% off\b|risk[- ]free|show notes|your (?:team|business|company|workflow|stack|inbox|agents)\b|you(?:['’]re| are) (?:building|running|shipping|looking|tired)|learn more\b|sign up\b)/i.test(
    line,
  )

/** The name behind "brought to you by", to follow an advertisement by; null when it is not said. */
export const sponsorName = (line: string): string | null =>
  /\b(?:brought to you by|sponsored by|sponsors? (?:today |this week )?(?:is|are)|comes from|supported by|powered by|possible by|partnered with|thank)\s+(?:our (?:friends|sponsor)s? (?:at )?)?(?:the )?(\p{Lu}[\p{L}\p{N}.]*)/u.exec(
    line,
  )?.[1] ?? null

/** A line that closes the show. */
export const closesShow = (line: string): boolean =>
  /\b(?:that(?:['’]s| is| does| will)(?: going to be)? (?:it|all|do it|wrap)(?: for| from| us)?|that (?:brings us|takes us|about) (?:to the end|wraps|does)|with that,? we(?:['’]re| are| will|['’]ll)?(?: going to)? (?:are done|be done|done|wrap|close|finish|end)|(?:thank|thanks)(?: you)?(?: so much| all| everyone| again)*,? for (?:listening|tuning|joining|watching|being)|see you (?:all )?(?:next|in the next|again|soon)|(?:be sure|make sure|don['’]t forget|please)(?: to)? (?:subscribe|like|share|rate|leave|review|tune|keep tuning)|until next (?:time|week)|we(?:['’]ll| will) (?:see you|be back|talk to you)|have a (?:great|good) (?:week|one|day)|(?:and )?we(?:['’]re| are) done (?:for|with) (?:this|today))\b/i.test(
    line,
  )

/** A line that greets or tells what the show will hold. */
export const opensShow = (line: string): boolean =>
  /\b(?:welcome (?:back |everyone )?to|hello (?:and|everyone|listeners)|i['’]m (?:one of )?your|my name is|your (?:regular )?hosts?|in this episode|on (?:today['’]s|this week['’]s) (?:show|episode)|as (?:always|usual)|coming up|we(?:['’]ll| will| are going to) (?:be )?(?:cover|talk|discuss|get|chat)|newsletter|reviews?|comments?|apple podcasts|youtube|preview)\b/i.test(
    line,
  )
