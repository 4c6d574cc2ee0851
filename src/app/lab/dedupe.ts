import { createCopyFinder } from '#dedupe'
import { canonical } from '#normalise'
import { type LabRoom, textOf, textOrNull } from './lab.ts'

/** Which earlier line a line repeats, and how much of it; decided as the lines come. */
export const lab: LabRoom = {
  name: 'dedupe',
  open() {
    const finder = createCopyFinder()
    return {
      answer(line) {
        const url = textOrNull(line, 'url')
        const { copyOf, similarity } = finder.add({
          id: String(line.id),
          title: textOrNull(line, 'title') ?? '',
          text: textOrNull(line, 'text') ?? textOf(line, 'title'),
          key: url === null ? null : canonical(url).key,
          seenAt: textOrNull(line, 'published'),
        })
        return { copyOf, similarity }
      },
    }
  },
}
