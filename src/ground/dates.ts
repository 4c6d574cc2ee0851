/** A date as a text prints it, as partial as it is. `start` inside, `end` outside. */
export type DateRead = {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly year?: number
  readonly month?: number
  readonly day?: number
  readonly quarter?: number
  /** 0 is Sunday. */
  readonly weekday?: number
}

const MONTH =
  '(?<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?'
const DAY = '(?<day>[0-3]?\\d)(?:st|nd|rd|th)?'
const YEAR = '(?<year>(?:19|20)\\d\\d)'

// Longer forms first; each place in the text is read once.
const FORMS: readonly RegExp[] = [
  /\b(?<year>(?:19|20)\d\d)-(?<month>[01]\d)(?:-(?<day>[0-3]\d))?(?!\d)/g,
  /\b(?<quarter>Q[1-4])(?: |['’]|-|, )?(?<year>(?:19|20)\d\d)?\b/g,
  /\b(?<year>(?:19|20)\d\d)-?(?<quarter>Q[1-4])\b/g,
  new RegExp(`\\b${DAY} (?:of )?${MONTH},? ${YEAR}\\b`, 'g'),
  new RegExp(`\\b${MONTH} ${DAY},? ${YEAR}\\b`, 'g'),
  new RegExp(`\\b${MONTH},? (?:of )?${YEAR}\\b`, 'g'),
  new RegExp(`\\b${DAY} (?:of )?${MONTH}(?![\\p{L}\\d])`, 'gu'),
  new RegExp(`\\b${MONTH} ${DAY}(?![\\p{L}\\d%.]\\d?)`, 'gu'),
  new RegExp(
    `(?<=\\b(?:in|since|by|until|till|from|to|of|last|next|early|mid|late|this|between|and)[ -])${MONTH}(?![\\p{L}\\d])`,
    'gu',
  ),
  /\b(?<weekday>Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday)\b/g,
  /(?<![\d.,$€£-])\b(?<year>(?:19|20)\d\d)\b(?![\d%]|[.,]\d| ?(?:tokens?|items?|stories|papers|points|users|GPUs|steps|x\b))/g,
]
const CHEAP = /\b(?:19|20)\d\d|Q[1-4]\b|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|day\b/

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

/** The dates that a text prints in figures or by name; "yesterday" and its like are none. */
export function datesRead(text: string): DateRead[] {
  if (!CHEAP.test(text)) return []
  const found: DateRead[] = []
  for (const form of FORMS) {
    for (const match of text.matchAll(form)) {
      const start = match.index
      const end = start + match[0].length
      if (!found.some((date) => start < date.end && date.start < end))
        found.push({ start, end, text: match[0], ...fieldsOf(match.groups ?? {}) })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

function fieldsOf({
  year,
  month,
  day,
  quarter,
  weekday,
}: Record<string, string | undefined>): Omit<DateRead, 'start' | 'end' | 'text'> {
  return {
    ...(year ? { year: Number(year) } : {}),
    ...(month
      ? { month: /\d/.test(month) ? Number(month) : MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1 }
      : {}),
    ...(day ? { day: Number(day) } : {}),
    ...(quarter ? { quarter: Number(quarter.slice(1)) } : {}),
    ...(weekday ? { weekday: WEEKDAYS.indexOf(weekday.toLowerCase()) } : {}),
  }
}

/** Whether evidence that prints `known` holds the date `said`: every part that is said is there and the same. */
export function holdsDate(said: DateRead, known: readonly DateRead[]): boolean {
  return known.some((date) => {
    if (
      said.year !== undefined &&
      said.year !== date.year &&
      !(date.year === undefined && known.some(({ year }) => year === said.year))
    )
      return false
    if (
      said.quarter !== undefined &&
      said.quarter !== (date.quarter ?? (date.month === undefined ? undefined : Math.ceil(date.month / 3)))
    )
      return false
    if (said.weekday !== undefined && said.weekday !== (date.weekday ?? weekdayOf(date))) return false
    if (said.month !== undefined && said.month !== date.month) return false
    return said.day === undefined || said.day === date.day
  })
}

function weekdayOf({ year, month, day }: DateRead): number | undefined {
  if (year === undefined || month === undefined || day === undefined) return undefined
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay()
}
