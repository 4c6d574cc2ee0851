import type { Span } from '#domain'
import { sentences } from '#text'

/** A sentence of speech that is no plain report: what a speaker thinks of it, or how far it is to be trusted. */
export type Aside = Span & { readonly kind: 'opinion' | 'caveat' }

const MOST_CHARACTERS = 200_000

const OPINION = new RegExp(
  [
    String.raw`\b(?:I|we)(?: do| really| kind of| personally| also| just| still)?(?: (?:think|feel|believe|guess|suspect|reckon|doubt|love|hate|hope|bet|imagine|find it)\b|[’'](?:m|d) (?:sure|excited|sceptical|skeptical|worried|surprised|say|argue|guess|bet)\b| would (?:say|argue|guess|bet)\b| am (?:sure|excited|sceptical|skeptical|worried|surprised)\b)`,
    String.raw`\b(?:in|from) my (?:view|opinion|experience|perspective|mind)\b`,
    String.raw`\bmy (?:own )?(?:take|guess|sense|hunch|bet|feeling|hot take|prediction)\b`,
    String.raw`\b(?:to me|for me|personally|honestly|frankly)\b[ ,]`,
    String.raw`\b(?:pretty|kind of|super|really|so) (?:cool|wild|crazy|impressive|exciting|interesting|funny|neat|scary|insane)\b`,
  ].join('|'),
  'i',
)

const CAVEAT = new RegExp(
  [
    String.raw`\b(?:I|we|they|nobody|no one) (?:do|does|did)(?: not|n[’']t)(?: really| actually| yet)? know (?:how|if|whether|what|where|why|much)\b`,
    String.raw`\b(?:I[’']?m|I am|we[’']?re|we are) not (?:\w+ )?(?:sure|certain|clear) (?:how|if|whether|what|that|about)\b`,
    String.raw`\b(?:hard|difficult|too early|impossible) to (?:tell|say|know|judge|verify)\b`,
    String.raw`\bgrain of salt\b`,
    String.raw`\b(?:reportedly|allegedly|supposedly|rumou?red|unconfirmed|unverified|self-reported)\b`,
    String.raw`\b(?:has|have|had|was|were|is|are)(?: not|n[’']t) (?:yet )?(?:been )?(?:independently |externally )?(?:confirmed|verified|replicated|reproduced|peer[- ]reviewed|published)\b`,
    String.raw`\b(?:it[’']s |it is |remains |still )(?:unclear|not clear|unknown)\b`,
    String.raw`\b(?:could|may|might) (?:well )?be wrong\b|\bdon[’']t quote me\b|\bif I (?:recall|remember)\b`,
    String.raw`\b(?:their|its|the company[’']s|the lab[’']s) own (?:numbers|benchmarks?|tests?|evaluations?|evals|claims?|figures)\b`,
    String.raw`\b(?:small|tiny|limited) sample\b|\bonly (?:one|a single) source\b|\banonymous sources?\b`,
  ].join('|'),
  'i',
)

/**
 * The sentences of a talk that are opinion or caveat, in order; everything else is told as fact. A sentence that is both is
 * a caveat, since how far a thing is to be trusted must not be lost. Told by set phrases of English speech; looks at the
 * first 200,000 characters.
 */
export function asides(text: string): Aside[] {
  return sentences(text.slice(0, MOST_CHARACTERS)).flatMap(({ start, end, text: said }): Aside[] => {
    if (CAVEAT.test(said)) return [{ start, end, kind: 'caveat' }]
    return OPINION.test(said) ? [{ start, end, kind: 'opinion' }] : []
  })
}
