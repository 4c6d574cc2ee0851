import type { Line } from './line.ts'
import type { Tale } from './tale.ts'

/** The stories with those sentences marked that tell of another paper of the day beside which they stood. */
export function apart(tales: readonly Tale[]): Tale[] {
  const coined = new Map(
    tales.flatMap((tale) => (tale.genre === 'paper' && isCoined(tale.name) ? [[tale.name, tale]] : [])),
  )
  return tales.map((tale) => {
    let lines: readonly Line[] | null = null
    const own = `${tale.lead.item.title} ${tale.genre === 'paper' ? tale.lead.item.text : ''}`
    const isForeign = ({ telling, running }: Line) =>
      telling !== tale.lead &&
      running.split(/[\s,;:()“”"’']+/).some((word) => {
        const name = word.replace(/\.$/, '')
        return coined.has(name) && coined.get(name) !== tale && !own.includes(name)
      })
    return {
      ...tale,
      lines() {
        lines ??= tale.lines().map((line) => (isForeign(line) ? { ...line, foreign: true } : line))
        return lines
      },
    }
  })
}

/** The name of a thing, not a title or a sentence. */
export const isCoined = (name: string) => /^\S{3,30}$/.test(name) && /\p{Lu}.*\p{Lu}|\d|-/u.test(name)

/** A line of the story as it is told among others: a paper's name goes before what does not name it. */
export function attributed({ genre, name, lead }: Tale, { text, telling }: Line): string {
  const [head = name] = name.split(': ')
  const isNamed = text.toLowerCase().includes(head.toLowerCase())
  return genre !== 'paper' || head.length > 60 || isNamed || telling !== lead ? text : `${head}: ${text}`
}
