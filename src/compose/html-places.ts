import type { Block, Edition, StoryRef } from '#domain'
import { escaped, linked } from './html-text.ts'

/** Where on the page a story is told: its deep dive, else the first entry that has it. */
export type Places = { readonly anchors: ReadonlyMap<string, string>; readonly owners: ReadonlySet<Block> }

export function placesOf({ sections }: Edition): Places {
  const anchors = new Map<string, string>()
  const owners = new Set<Block>()
  const blocks = sections.flatMap((section) => section.blocks)
  for (const kind of ['deep-dive', 'entry', 'bullet'] as const) {
    for (const block of blocks) {
      if (block.kind !== kind || block.storyId === null || anchors.has(block.storyId)) continue
      anchors.set(block.storyId, `s${anchors.size + 1}`)
      owners.add(block)
    }
  }
  return { anchors, owners }
}

export function refHtml({ storyId, title, url }: StoryRef, places: Places): string {
  return places.anchors.has(storyId) ? inPage(title, storyId, places) : linked(title, url)
}

export function inPage(text: string, storyId: string, { anchors }: Places): string {
  const anchor = anchors.get(storyId)
  return anchor ? `<a href="#${anchor}">${escaped(text)}</a>` : escaped(text)
}
