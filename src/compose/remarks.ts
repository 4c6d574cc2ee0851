// Newsletters and threads report what readers said under a post; what they say is hearsay, not the news.
const REMARK_OPENING =
  /^(?!the (?:user|person|author)\b)(?:(?:a|an|one|another|some|several|many|most|multiple|other|few|a few|two|three|the|top|both|certain|various|numerous) ){0,3}(?:top |technical |highly[- ]upvoted |notable |other |early |few |second |third |reddit |key |main )?(?:comment(?:s|er|ers|ators?)?|users?|members?|redditors?|repl(?:y|ies)|reactions?|discussions? (?:in|under)|the thread|community members?|participants?|posters?|observers?|people|voices|skeptics|critics|technical (?:question|takeaway|caveat|concern|point|debate|issue|note)s?|technically substantive|(?:main |key |common |recurring |practical |notable )?(?:question|takeaway|caveat|concern|criticism|complaint|debate)s?)\b/i
const REMARK_INSIDE =
  /\b(?:(?:one|another|a|several|some|many|most|top|other|multiple) (?:\w+ )?(?:commenters?|redditors?|users? (?:noted|asked|said|suggested|questioned|mentioned|pointed))|(?:a|one|another|some) members?|commenters (?:note|discuss|point|speculat|argu|suggest|express|focus)|in the comments|comment section|top comments?|the comments (?:shown|are))\b/i
const REMARKING =
  "[’']?s? (?:is |was |also |has )?(?:highlight|question|inquir|ask|note|mention|point|suggest|argu|express|discuss|explain|report|comment|joke|propos|wonder|critici[sz]|prais|describ|share|speculat|observ|remark|recommend|experienc|find|compar|add)"
// `EatTFM is questioning …`, `Sirius_Sec_ highlights …`: an account by its form.
const ACCOUNT = new RegExp(`^@?(?=\\S*(?:_|\\d|\\p{Ll}\\p{Lu}|-))[\\p{L}\\d_-]{3,30}${REMARKING}`, 'u')
const SOMEBODY = new RegExp(`^\\p{Lu}[\\p{L}\\d]{2,24}${REMARKING}`, 'u')

/** Whether a sentence begins with one name and a verb of remarking: `Canchito highlights …`. */
export const remarks = (sentence: string): boolean => SOMEBODY.test(sentence)

/** Whether a sentence tells what somebody remarked under a post, rather than what happened. */
export function isRemark(sentence: string): boolean {
  return REMARK_OPENING.test(sentence) || REMARK_INSIDE.test(sentence)
}

/** Whether a sentence begins with an account, by its form, and a verb of remarking: `Sirius_Sec_ highlights …`. */
export const accountRemarks = (sentence: string): boolean => ACCOUNT.test(sentence)

/** The remark with the place where it was made before it, `On r/LocalLLaMA, several commenters …`; else who reports it. */
export function placed(sentence: string, place: string, isSource: boolean): string {
  const opening =
    /^(?:Members|Engineers|Viewers|Developers|Practitioners|A|An|One|Another|Some|Several|Many|Most|Multiple|Other|Few|Two|Three|The|Top|Both|Certain|Various|Commenters?|Users?|Redditors?|Comments?|Discussions?|Reactions?|Participants|In)\b/.test(
      sentence,
    )
  const where = / on X$/.test(place) ? 'X' : place
  return `${isSource ? 'According to' : 'On'} ${where}, ${opening ? sentence.charAt(0).toLowerCase() + sentence.slice(1) : sentence}`
}

const TALK =
  /^(?:[“"@]|(?:multiple|several|some|many|most|other|various) |(?:is it just|am i|does any|has any|any(?:one|body) else|i need to vent|unpopular opinion|an open letter|rant\b|psa\b)\b)|\b(?:users|commenters|observers|reactions?|skepticism|sentiment|interpretation|takes|vibes|thoughts|people) |\b(?:called it|pushed back|noted|framed|said|thinks?|argue[sd]?|positioned|reported live|cited)\b/i

/** Whether a title tells what somebody made of a thing, or asks the round: no deed, and no finding. */
export const isTalk = (title: string): boolean =>
  TALK.test(title) || (/\?$/.test(title) && /\b(?:I|me|my|you|your|we|anyone|else)\b/i.test(title))
