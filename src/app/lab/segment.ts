import { segments } from '#extract'
import { type LabRoom, textOf } from './lab.ts'

/** A transcript cut into intro, sponsors, stories and outro: the segments cover the whole text in order. */
export const lab: LabRoom = {
  name: 'segment',
  open() {
    return { answer: (line) => ({ segments: segments(textOf(line, 'text')) }) }
  },
}
