/** How a number stands to the truth: exactly, about, less or more than, or a move up or down. */
export type Change = '=' | '~' | '<' | '>' | 'up' | 'down'

const LOOK_BACK = 40

// One hedge right before the number; they may stack ("just over", "up about").
const HEDGE =
  /(?:(?<about>\b(?:about|around|roughly|approximately|approx\.?|nearly|almost|circa|ca\.|c\.|some|an? (?:average|mean|median) of(?: about)?|on average|(?:has |have )?averag(?:e|ed|ing)|close to|near|(?:of|in) the order of|barely|an estimated|estimated)|[~≈∼≃])|(?<more>\b(?:more than|(?:well |just |over )?(?:over|above|beyond) ?(?:than)?|at least|greater than|larger than|higher than|longer than|exceed(?:s|ed|ing)|upwards? of|no (?:less|fewer) than|not less than|a minimum of|minimum|as low as)|[>≥⩾])|(?<less>\b(?:less than|fewer than|lower than|smaller than|shorter than|(?:well |just )?(?:under|below)|up to(?: around| about)?|as (?:much|many|high|long|little) as|at most|no more than|not more than|a maximum of|maximum|within|sub)|[<≤⩽])|(?<none>\b(?:exactly|precisely|just|only|a total of|(?:an )?additional|another|merely|a (?:whopping|staggering|record|full|further|mere)|full)))[ \u00a0-]?$/i
const CHEAP = /[a-z.~≈∼≃<>≤≥⩽⩾-][ \u00a0-]?$/i

const UP =
  /\b(?:up|rose|risen?|rises|rising|gain(?:s|ed|ing)?|climb(?:s|ed|ing)?|add(?:s|ed|ing)|advanc(?:e|es|ed|ing)|jump(?:s|ed|ing)?|surg(?:e|es|ed|ing)|soar(?:s|ed|ing)?|gr(?:ow|ows|ew|own|owing)(?: sales)?|increas(?:e|es|ed|ing)|rall(?:y|ies|ied)|spik(?:e|es|ed)|leap(?:s|ed|t)?|boost(?:s|ed|ing)?|lift(?:s|ed|ing)?|rais(?:e|es|ed|ing)|improv(?:e|es|ed|ing)|higher|upwards?)$/i
const DOWN =
  /\b(?:down|fell|falls?|fallen|falling|drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)|los(?:e|es|t|ing)|slid(?:e|es|ing)?|plung(?:e|es|ed|ing)|plummet(?:s|ed|ing)?|sank|sinks?|dip(?:s|ped|ping)?|tumbl(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|slump(?:s|ed|ing)?|shed(?:s|ding)?|slip(?:s|ped|ping)?|cut(?:s|ting)?|reduc(?:e|es|ed|ing)|shr(?:ink|inks|ank|unk)|lower(?:s|ed|ing)?|crash(?:es|ed|ing)?|downwards?)$/i
const BY = /(?:\s+(?:by|a|an|another|its|their|his|about))?\s*$/i

/**
 * What stands before a number at `at` and bends it: where the phrase begins (hedges belong to the number, verbs do not)
 * and the change it makes. Looks back 40 characters, not past `from`.
 */
export function changeBefore(
  text: string,
  at: number,
  from: number,
): { readonly start: number; readonly change: Change } {
  let start = at
  let change: Change = '='
  const whole = Math.max(from, at - LOOK_BACK)
  let before = text.slice(whole, at)
  for (let count = 0; count < 3 && CHEAP.test(before); count++) {
    const hedge = HEDGE.exec(before)
    if (!hedge) break
    const groups = hedge.groups ?? {}
    if (change === '=') change = groups.about ? '~' : groups.more ? '>' : groups.less ? '<' : '='
    if (!groups.none) start = whole + hedge.index
    before = before.slice(0, hedge.index)
  }
  if (!/[a-z]\s?$/i.test(before)) return { start, change }
  const verb = before.replace(BY, '')
  if (/\bto$/i.test(verb)) return { start, change }
  if (change === '=' || change === '~') {
    if (UP.test(verb))
      return {
        start,
        change: change === '~' && /(?:about|around|roughly)/i.test(text.slice(start, at)) ? '~' : 'up',
      }
    if (DOWN.test(verb)) return { start, change: 'down' }
  }
  return { start, change }
}
