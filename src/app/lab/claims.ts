import { claims } from '#extract'
import { type LabRoom, textOf, textOrNull } from './lab.ts'

/** What a text says in numbers: one object a claim, `low` and `high` only where there is a range. */
export const lab: LabRoom = {
  name: 'claims',
  open() {
    return {
      answer(line) {
        const found = claims(textOf(line, 'text'), { published: textOrNull(line, 'published') })
        return {
          claims: found.map(({ low, high, ...claim }) =>
            low === null || high === null ? claim : { ...claim, low, high },
          ),
        }
      },
    }
  },
}
