const DUE = String.raw`(?:due|clos(?:e|es|ing)(?! (?:the|a|an|this|that|its)\b)|ends?|open(?:s|ing)?|deadline|until|eligible)\b`
const FILLED = `(?:(?:are|is|must|should|will|be|period|window|phase|remain|remains|stay|stays|now|also|available|required) ){0,3}`
const HANDED_IN = `(?:applications?|submissions?|registrations?|entries|proposals|abstracts?|nominations?|sign-?ups?|tickets?|enrol?lments?|early[- ]bird|papers|voting|ballots?|polls?|wait-?list|leaderboard|cfp)`

/** "Applications close May 20", "submissions are due", "the submission deadline is", "submit by": a door that shuts. */
const DEADLINE = new RegExp(
  String.raw`\b${HANDED_IN} ${FILLED}${DUE}|\b(?:submission|application|registration|abstract|paper|proposal|entry|rebuttal) deadline\b|\b(?:submit|apply|register|sign up|rsvp|enrol|enroll|vote) (?:\S+ ){0,3}?(?:by|before|until) |\bcall for (?:papers|proposals|speakers|participation|abstracts)\b`,
  'i',
)

const MEETING = String.raw`(?:conferences?|workshops?|webinars?|summits?|symposium|symposia|meet-?ups?|hackathons?|round-?tables?|ceremony|office hours|live-?streams?|fireside(?: chat)?|keynotes?|(?:lightning )?talks?|lectures?|seminars?|tutorials?|(?<!\bof )courses?|cohorts?|boot-?camps?|class|hangouts?|(?:paper|book) clubs?|(?:reading|study) groups?|events?|contests?|competitions?|challenges?|tournaments?|sessions?|demo day|q&a|ama|expo|festival|call)`
const DAY = String.raw`(?:on|from|at|this|next|tomorrow|today|tonight|\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)`

/** "The conference runs 3-5 June", "the webinar is on", "will take place": people meet on a day. */
const MEETS = new RegExp(
  String.raw`\b${MEETING}(?: [^\s.!?]+){0,6}? (?:(?:will )?takes? place|(?:will be|is|are|was|has been) (?:held|hosted|scheduled|slated)|kicks? off|(?:runs?|starts?|begins?|opens?|ends?|closes|returns?|happens?|is|are|will be) (?:in \p{Lu}|${DAY}\b)|will be about\b)`,
  'iu',
)
/** "Will host a workshop", "holds office hours": somebody calls a meeting. */
const CALLS = new RegExp(
  String.raw`\b(?:hosts?|hosting|holds|holding|organi[sz]e[sd]?|organi[sz]ing|runs|running|attend(?:s|ing)?|speak(?:s|ing)? at|join(?: \S+)? for)(?: [^\s.!?]+){0,4}? ${MEETING}\b`,
  'i',
)
/** "Promo pricing until", "the subscription stays active until", "until Friday to back down": an offer, or a demand. */
const OFFERS =
  /\b(?:promo\w*|discount\w*|(?:free )?trial|coupons?|subscription|membership|vouchers?|sale|half price|free),?(?: [^\s.!?]+){0,8}? (?:until|through|expires?|ends?|valid)\b|\b(?:gives?|gave|has|have)(?: [^\s.!?]+){0,4}? until\b|\bultimatum\b/i

/**
 * Whether a sentence with a day only says when people meet, when a door shuts, or how long an offer stands. It comes to
 * pass as announced or is put off; either tells nothing of how the field goes, so it is an entry of a calendar.
 */
export const isAppointment = (text: string): boolean =>
  DEADLINE.test(text) || MEETS.test(text) || CALLS.test(text) || OFFERS.test(text)
