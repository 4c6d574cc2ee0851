import { canonical } from '#normalise'
import { type LabRoom, textOf } from './lab.ts'

/** The address a reader sees and the key under which equal things meet. */
export const lab: LabRoom = {
  name: 'canonical',
  open() {
    return {
      answer(line) {
        const { url, key } = canonical(textOf(line, 'url'))
        return { url, key }
      },
    }
  },
}
