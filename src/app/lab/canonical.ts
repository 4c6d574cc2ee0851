import { canonical } from '#normalise'
import { type LabRoom, textOf, textOrNull } from './lab.ts'

/** The address a reader sees and the key under which equal things meet; `base_url` and `feed_url` say where it was found. */
export const lab: LabRoom = {
  name: 'canonical',
  open() {
    return {
      answer(line) {
        const { url, key } = canonical(
          textOf(line, 'url'),
          textOrNull(line, 'base_url'),
          textOrNull(line, 'feed_url'),
        )
        return { url, key }
      },
    }
  },
}
