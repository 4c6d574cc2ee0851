import { slips } from '#extract'
import { type LabRoom, textOf, textOrNull } from './lab.ts'

/** What in a text does not add up, with what it would have to be and why. */
export const lab: LabRoom = {
  name: 'slips',
  open() {
    return {
      answer: (line) => ({
        slips: slips(textOf(line, 'text'), { published: textOrNull(line, 'published') }),
      }),
    }
  },
}
