import { forecasts } from '#extract'
import { lastDayOf } from '#text'
import { type LabRoom, textOf, textOrNull } from './lab.ts'

/**
 * The sentences of a text that look forward. `due` is the last day of the deadline, so that it can be compared; a second
 * deadline stands as `dueAlso` where the text gives two.
 */
export const lab: LabRoom = {
  name: 'predictions',
  open() {
    return {
      answer(line) {
        const found = forecasts(textOf(line, 'text'), { published: textOrNull(line, 'published') })
        return {
          predictions: found.map(({ due, dueAlso, ...forecast }) => ({
            ...forecast,
            due: due && lastDayOf(due),
            ...(dueAlso === null ? {} : { dueAlso: lastDayOf(dueAlso) }),
          })),
        }
      },
    }
  },
}
