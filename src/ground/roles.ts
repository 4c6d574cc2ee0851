import type { Holding } from './holding.ts'

// Offices, each with its other spellings.
const ROLES: readonly RegExp[] = [
  /\b(?:chief executive(?: officer)?|CEO)\b/i,
  /\b(?:chief technology officer|CTO)\b/i,
  /\b(?:chief financial officer|finance chief|CFO)\b/i,
  /\bchief scientist\b/i,
  /\b(?:president|vice[- ]president)\b/i,
  /\b(?:chair(?:man|woman|person)?)\b/i,
  /\b(?:co-?)?founders?\b/i,
  /\bprofessors?\b/i,
  /\bministers?\b/i,
  /\b(?:spokes(?:man|woman|person)|spokespeople)\b/i,
  /\bsenators?\b/i,
]

/** Offices that a sentence gives to somebody and no evidence names. */
export const missingRoles = (sentence: string, holdings: readonly Holding[]): string[] =>
  ROLES.flatMap((role) => {
    const said = role.exec(sentence)?.[0]
    return said === undefined || holdings.some(({ text }) => role.test(text)) ? [] : [`name: ${said}`]
  })
