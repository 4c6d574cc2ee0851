import { createClusterer, type Place } from '#cluster'
import { createMentionFinder } from '#extract'
import { canonical } from '#normalise'
import { aboutWhom, castOf } from '../glean.ts'
import { type LabLine, type LabRoom, textOf, textOrNull } from './lab.ts'

/** Story and event of each line, decided as it comes; with `--final` as the whole stream settled it. */
export const lab: LabRoom = {
  name: 'cluster',
  open({ registry, final }) {
    const clusterer = createClusterer()
    const find = createMentionFinder(registry)
    const ids: string[] = []
    const docOf = (line: LabLine) => {
      const text = textOrNull(line, 'text') ?? ''
      const title = text === '' ? textOf(line, 'title') : (textOrNull(line, 'title') ?? '')
      const url = textOrNull(line, 'url')
      const address = url === null ? null : canonical(url)
      const mentions = find({ title, text })
      return {
        ...{ id: String(line.id), title, text, key: address?.key ?? null, ids: address?.ids ?? {} },
        seenAt: textOrNull(line, 'published'),
        sourceId: textOrNull(line, 'source'),
        ...{ entities: aboutWhom(mentions), cast: castOf(mentions), links: [], copyOf: null },
      }
    }
    const last = new Map<string, Place>()
    return {
      answer(line) {
        const doc = docOf(line)
        if (final) ids.push(doc.id)
        const { storyId, eventId, moved } = clusterer.place(doc)
        if (final) {
          for (const place of moved) last.set(place.itemId, place)
          last.set(doc.id, { storyId, eventId })
        }
        return { story: storyId, event: eventId }
      },
      *settle() {
        for (const id of ids) yield { story: last.get(id)?.storyId, event: last.get(id)?.eventId }
      },
    }
  },
}
