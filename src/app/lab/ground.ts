import { ground } from '#ground'
import { type LabLine, LabLineError, type LabRoom, textOf } from './lab.ts'

/** Each sentence of a text with what its evidence does not hold. */
export const lab: LabRoom = {
  name: 'ground',
  open: () => ({
    answer: (line) => ({ sentences: ground(textOf(line, 'text'), evidenceOf(line)) }),
  }),
}

function evidenceOf(line: LabLine): { id: string; text: string }[] {
  const given = line.evidence
  if (!Array.isArray(given)) throw new LabLineError('"evidence" must be a list of {id, text}')
  return given.map((one: unknown, index) => {
    const text = typeof one === 'object' && one !== null && 'text' in one ? one.text : one
    if (typeof text !== 'string') throw new LabLineError(`evidence ${index + 1} has no text`)
    return { id: String(index), text }
  })
}
