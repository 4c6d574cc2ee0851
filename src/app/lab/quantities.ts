import { listed, quantities } from '#text'
import { type LabRoom, textOf } from './lab.ts'

/**
 * The numbers of a text with unit, range and change; `low` and `high` stand only where there is a range, `values` where
 * a list shares its unit (`1, 5 and 10 kg`).
 */
export const lab: LabRoom = {
  name: 'quantities',
  open() {
    return {
      answer(line) {
        const text = textOf(line, 'text')
        return {
          quantities: listed(text, quantities(text)).map(
            ({ start, end, number, low, high, values, unit, change }) => ({
              ...{ start, end, number },
              ...(low === null || high === null ? {} : { low, high }),
              ...(values === null ? {} : { values }),
              ...{ unit, change },
            }),
          ),
        }
      },
    }
  },
}
