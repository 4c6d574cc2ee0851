import { datesIn } from '#text'
import { type LabRoom, textOf } from './lab.ts'

/** The dates of a text against its reference instant; ISO 8601, partial dates partial, `to` exclusive. */
export const lab: LabRoom = {
  name: 'dates',
  open() {
    return {
      answer(line) {
        return {
          dates: datesIn(textOf(line, 'text'), textOf(line, 'reference')).map(
            ({ value, from, to, ...span }) => ({
              ...span,
              ...(value === null ? {} : { value }),
              ...(from === null ? {} : { from }),
              ...(to === null ? {} : { to }),
            }),
          ),
        }
      },
    }
  },
}
