import type { Telling, TextLink } from '#domain'
import { sayerOf } from './sayer.ts'
import type { Tale } from './tale.ts'
import { webAddress } from './web-address.ts'

/** Where the story leads: the thing itself, its code, its discussions. Only http(s). */
export function linksOf(tale: Tale): TextLink[] {
  const links = new Map<string, string>()
  const add = (url: string | null, label: string) => {
    const safe = webAddress(url)
    if (safe && !links.has(safe)) links.set(safe, label)
  }
  const { item } = tale.lead
  if (item.ids.arxiv) add(`https://arxiv.org/abs/${item.ids.arxiv}`, 'paper')
  add(item.url, item.ids.arxiv ? 'source' : linkLabel(item))
  for (const { item: one, source } of tale.dossier.tellings) {
    if (one.ids.github) add(`https://github.com/${one.ids.github}`, 'code')
    if (one.ids.huggingface && one.kind === 'model')
      add(`https://huggingface.co/${one.ids.huggingface}`, 'weights')
    if (one.id !== item.id) add(one.url, sayerOf({ item: one, source }))
  }
  return [...links].map(([url, label]) => ({ url, label })).slice(0, 6)
}

/** Whether any of its tellings leads to code or weights. */
export function hasCode(tale: Tale): boolean {
  const addresses = tale.dossier.tellings.flatMap(({ item }) => item.links.map(({ url }) => url))
  return (
    linksOf(tale).some(({ label }) => label === 'code') ||
    addresses.some((url) => /(?:github|gitlab|huggingface)\.co/.test(url))
  )
}

function linkLabel({ kind, ids, url }: Telling['item']): string {
  if (kind === 'paper') return 'paper'
  if (ids.reddit || ids.hackerNews) return 'discussion'
  return kind === 'post' || /^https?:\/\/(?:x|twitter)\.com\//.test(url ?? '') ? 'post' : 'article'
}
