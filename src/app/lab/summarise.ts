import { summarise } from '#compose'
import { sentences } from '#text'
import { type LabLine, LabLineError, type LabRoom, textOf, textOrNull } from './lab.ts'

/** The best sentences of a text, by index and joined: `text` is cut into sentences, `sentences` are taken as they are. */
export const lab: LabRoom = {
  name: 'summarise',
  open: () => ({
    answer(line) {
      const given = sentencesOf(line)
      const chosen = summarise({ title: textOrNull(line, 'title'), sentences: given, max: mostOf(line) })
      return { summary: chosen.map((index) => given[index]).join(' '), sentences: chosen }
    },
  }),
}

function sentencesOf(line: LabLine): string[] {
  const given = line.sentences
  if (given === undefined || given === null) return sentences(textOf(line, 'text')).map(({ text }) => text)
  if (Array.isArray(given) && given.every((sentence) => typeof sentence === 'string')) return given
  throw new LabLineError('"sentences" must be a list of texts')
}

function mostOf(line: LabLine): number {
  const max = line.max ?? 1
  if (typeof max === 'number' && Number.isInteger(max) && max > 0) return max
  throw new LabLineError('"max" must be a whole number above 0')
}
