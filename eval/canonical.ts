import { join } from 'node:path'
import { canonical } from '#normalise'
import type { Evaluation, Row } from './evaluation.ts'
import { linesOf } from './files.ts'

/** One thing in the world and addresses that lead to it. */
type Thing = { readonly key: string; readonly urls: readonly string[] }
type Pair = {
  readonly name: string
  readonly input: string
  readonly expected: string
  readonly base_url: string | null
  readonly feed_url: string | null
}

/** Whether every address of a thing has the thing's key; and whether addresses are cleaned as others clean them. */
export const evaluation: Evaluation = {
  room: 'canonical',
  async run({ own, shared }) {
    const things = await linesOf<Thing>(join(own, 'canonical.jsonl'))
    const addresses = things.flatMap(({ key, urls }) => urls.map((url) => ({ key, url })))
    const met = addresses.filter(({ key, url }) => agree(url, canonical(url).key, key))
    const pairs = shared === null ? [] : await linesOf<Pair>(join(shared, 'feeds', 'url_clean_pairs.jsonl'))
    const cleaned = pairs.filter(({ name, input, expected, base_url, feed_url }) =>
      agree(name, canonical(input, base_url, feed_url).url, expected),
    )
    return [
      row('own', 'has the key', met.length, addresses.length, 'none measured'),
      row('feeds/url_clean_pairs', 'exact', cleaned.length, pairs.length, 'Miniflux 1.000'),
    ].filter(({ cases }) => cases > 0)
  },
}

function agree(name: string, got: string, want: string): boolean {
  if (got !== want && process.env.EVAL_SHOW) console.error(`${name}: ${got} for ${want}`)
  return got === want
}

const row = (data: string, metric: string, right: number, cases: number, reference: string): Row => ({
  ...{ room: 'canonical', data, metric, value: right / Math.max(1, cases), cases, reference, reach: 1 },
})
