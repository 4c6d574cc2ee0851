import type { Claim, Telling } from '#domain'
import { plain } from '#text'

// The head of a name of something measured.
const MEASURE =
  /\b(?:accuracy|scores?|rates?|latency|throughput|speed(?:up)?|time|memory|costs?|prices?|loss|errors?|perplexity|pass@\d+|F1|BLEU|ROUGE|recall|precision|bandwidth|energy|power|acceptance|engagement|mass|utility|quality|performance|gains?|efficiency|success|share|adoption|revenue|usage|reduction|improvement|calls|compliance|hallucinations?)$/i

/** Whether a claim's metric is the name of something measured: a measure by its last word, or a benchmark that the text names. */
export function isMeasured({ metric }: Claim, { mentions }: Telling): boolean {
  if (metric === null || metric.length < 3 || metric.length > 60) return false
  if (/^(?:the|a|an|its|their|our|to|for|of|on|in|at|by|with|and|or)\b|["“”]|\p{L}ly\b/iu.test(metric))
    return false
  return (
    MEASURE.test(metric) ||
    mentions.some(
      ({ type, surface, name }) =>
        (type === 'benchmark' || type === 'dataset') && (surface === metric || name === metric),
    )
  )
}

const HEDGE =
  /\b(up to|as much as|as many as|at least|at most|more than|less than|over|under|about|around|nearly|almost|roughly|approximately)(?: an?)?\s*[~+]?$/i

/** The figure with the words before it that bound it: `up to 2.5x`; they are part of what is claimed. */
export function hedged({ value, sentence }: Claim): string {
  const bare = plain(value).replace(/\.$/, '')
  const at = sentence.indexOf(value)
  const hedge = at > 0 ? HEDGE.exec(sentence.slice(Math.max(0, at - 24), at))?.[1] : undefined
  return hedge && !HEDGE.test(bare.split(/\d/)[0] ?? '') ? `${hedge.toLowerCase()} ${bare}` : bare
}
