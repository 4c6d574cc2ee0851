import { quantities } from '#text'
import { type LabRoom, textOf } from './lab.ts'

/** The numbers of a text with unit, range and change; `low` and `high` stand only where there is a range. */
export const lab: LabRoom = {
  name: 'quantities',
  open() {
    return {
      answer(line) {
        return {
          quantities: quantities(textOf(line, 'text')).map(
            ({ start, end, number, low, high, unit, change }) => ({
              ...{ start, end, number },
              ...(low === null || high === null ? {} : { low, high }),
              ...{ unit, change },
            }),
          ),
        }
      },
    }
  },
}
