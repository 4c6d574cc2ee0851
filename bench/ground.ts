import { ground } from '../src/ground/index.ts'
import { sentences } from '../src/text/index.ts'
import type { Words } from './floor.ts'

const MOST_TEXTS = 600

/** Sentences judged in a second of processor time, each text's own sentences against the text and two others, nothing read before. */
export function groundRate(texts: readonly Words[]): number {
  const some = texts.filter(({ text }) => text.length > 300).slice(0, MOST_TEXTS)
  const cases = some.map(({ title, text }, at) => ({
    // Joined anew, so that no sentence stands word for word where it is looked for.
    text: sentences(text)
      .map((sentence) => sentence.text.replace(/^\p{Lu}/u, (letter) => `As told, ${letter.toLowerCase()}`))
      .join(' '),
    evidence: [at, at + 1, at + 2].map((index) => ({
      id: String(index),
      text: `${title}\n\n${some[index % some.length]?.text ?? ''}`,
    })),
  }))
  const before = process.cpuUsage()
  const judged = cases.reduce((sum, one) => sum + ground(one.text, one.evidence).length, 0)
  const { user, system } = process.cpuUsage(before)
  return judged / ((user + system) / 1e6)
}
