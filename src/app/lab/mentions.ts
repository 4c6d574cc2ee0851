import { createMentionFinder } from '#extract'
import { type LabRoom, textOf, textOrNull } from './lab.ts'

/** Who and what a text names; spans count in `text`, those of a title are told by their salience alone. */
export const lab: LabRoom = {
  name: 'mentions',
  open({ registry }) {
    const find = createMentionFinder(registry)
    return {
      answer(line) {
        const found = find({ title: textOrNull(line, 'title') ?? '', text: textOf(line, 'text') })
        return {
          mentions: found
            .filter(({ field }) => field === 'text')
            .map(({ start, end, surface, name, type, salience }) => ({
              start,
              end,
              surface,
              name,
              type,
              salience,
            })),
        }
      },
    }
  },
}
