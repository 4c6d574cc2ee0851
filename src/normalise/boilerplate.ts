const IDLE_SECTION =
  /^(?:(?:our|today.?s|from our|a (?:word|message) from(?: our)?|presented by|brought to you by|together with)\s*)?(?:sponsors?|sponsored|partners?|advertis\w*|jobs?|job board|careers|hiring|we.?re hiring|who.?s hiring|open (?:roles|positions)|subscribe|unsubscribe|join us|share (?:this|the)\b.*|refer(?:ral|red|\s+a friend)\b.*|support (?:us|this)\b.*|feedback|about (?:us|the author|this newsletter)|contact(?: us)?|follow us|housekeeping|events? calendar|table of contents|contents|in this issue|upcoming events|footnotes)\b|\bsponsor(?:ed)?\b|\bjob board\b|\bwe.?re hiring\b/i

const TALK =
  /\b(?:unsubscribe|subscribe (?:to|now|here|for|today|below)|manage (?:your )?(?:preferences|subscription)|opt[- ](?:in|out)\b|view (?:this |it )?(?:e-?mail )?(?:in|on) (?:your |the )?(?:browser|web)|read (?:online|in (?:your )?browser)|forwarded this|forward (?:this|it) to|refer a friend|share this (?:issue|post|newsletter|episode)|follow us|advertise with|(?:become|be) a sponsor|sponsor(?:ed)? (?:by|this|us|message|post)|our sponsors?|today.?s sponsor|brought to you by|in partnership with|job board|we(?:.re| are) hiring|join our (?:team|community|discord|slack|newsletter)|reply to this e-?mail|estimated reading time|reading time saved|privacy policy|terms of service|all rights reserved|use (?:the |my |our )?(?:promo |discount )?code\b|% off\b.*\bcode\b|archive of (?:all )?(?:past )?issues|search (?:all )?(?:past|our) issues)\b/i
const MARKED =
  /^\s*(?:\[?\(?(?:sponsor(?:ed)?|ad|advertisement|promoted|partner(?: content)?)\)?\]?\s*[:–—-]|\[(?:ad|sponsor(?:ed)?)\])|\((?:sponsor(?:ed)?|ad|promoted)\)/i
const LONGEST_TALK = 900

/** Whether a heading opens a part of an issue that tells no stories: sponsors, jobs, subscription talk, contents. */
export const isIdleSection = (heading: string): boolean => IDLE_SECTION.test(heading.trim().slice(0, 120))

/** Whether a passage is about the newsletter itself or paid for, and not a story. */
export const isBoilerplate = (text: string): boolean => {
  const head = text.slice(0, LONGEST_TALK)
  return MARKED.test(head.slice(0, 160)) || (text.length <= LONGEST_TALK && TALK.test(head))
}
