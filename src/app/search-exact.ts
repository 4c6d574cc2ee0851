import type { Instant, Item } from '#domain'
import { canonical } from '#normalise'
import type { SearchHit, Store } from '#ports'

const ADDRESS = /https?:\/\/\S{4,2000}/g
const ARXIV = /(?<![\p{L}\p{N}./])(?:arxiv:\s?)?(\d{4}\.\d{4,5})(?:v\d{1,2})?(?![\p{L}\p{N}])/giu
const KEY = /(?<!\S)(?:doi|github|hf|hn|x|reddit):\S{2,200}/gi
const MOST = 10
const EXCERPT = 240

/** The items that the words call by id or address, the fullest text first: `2605.12483`, `doi:10.1000/1`, `https://arxiv.org/abs/2605.12483`. */
export async function itemsCalled(store: Store, words: string, asOf: Instant): Promise<Item[]> {
  const keys = [
    ...Array.from(words.matchAll(ADDRESS), ([address]) => canonical(address).key),
    ...Array.from(words.matchAll(ARXIV), ([, id]) => `arxiv:${id}`),
    ...Array.from(words.matchAll(KEY), ([key]) => key.toLowerCase()),
  ]
  if (keys.length === 0) return []
  const called = await store.items({ keys: [...new Set(keys)].slice(0, MOST), asOf })
  return called.sort((a, b) => b.text.length - a.text.length).slice(0, MOST)
}

/** Such an item as a hit. */
export function hitOf({ id, title, text }: Item): SearchHit {
  const said = (text.trim() || title).replace(/\s+/g, ' ').trim()
  const excerpt = said.length > EXCERPT ? `${said.slice(0, said.lastIndexOf(' ', EXCERPT))}…` : said
  return { itemId: id, score: 0, holdsAll: true, excerpt, marks: [] }
}

export function without(hits: readonly SearchHit[], exact: readonly Item[]): SearchHit[] {
  const told = new Set(exact.map(({ id }) => id))
  return hits.filter(({ itemId }) => !told.has(itemId))
}
