/** A sentence that says what its authors put forward. */
export const PROPOSES =
  /\b(?:we|paper|work|article|study|authors?)\b.{0,40}\b(?:propos|introduc|present|develop|describ|design|devis|formulat|provid|study|investigat|explor|address|extend|deriv|build)/i

/** A sentence in which the authors speak of themselves. */
export const SPEAKS = /\bwe\b|\bthis (?:paper|work)\b/i

/** A sentence that turns from what was said before. */
export const CONTRAST = /^(?:however|but|yet|unfortunately|although|though|despite|while|nevertheless)\b/i

/** A sentence that hangs on the one before it. */
export const DANGLING =
  /^(?:it|this|these|those|they|such|he|she|its|their|that|moreover|furthermore|additionally|also|finally|in addition|in particular|specifically|for example|for instance)\b/i
