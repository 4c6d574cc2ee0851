import type { Dossier, Score, Story, Telling } from '#domain'
import { corroboration } from '#score'
import { sentences } from '#text'
import { type ToldAt, toldAtOf } from '#track'
import { paperIn } from '../paper-id.ts'

const MOST_NAMES = 5
const GIST_CHARACTERS = 260

/** What a line about a story needs, without its texts. */
export type RiverStory = {
  readonly story: Story
  readonly score: Score
  /** Its lead telling: who tells it first in the words of its title. */
  readonly url: string | null
  readonly sourceName: string
  readonly gist: string
  /** Publisher families that tell it in their own words. */
  readonly families: readonly string[]
  readonly copies: number
  /** When and by whom it was told in own words: its phase at any instant. */
  readonly told: readonly ToldAt[]
  /** What it is about, the most salient first. */
  readonly names: readonly { readonly id: string; readonly name: string }[]
  /** The paper that it is about, as its page is found; null where it is about none. */
  readonly paperId: string | null
}

/** What a line about a story says. */
export function riverStory(dossier: Dossier, score: Score): RiverStory {
  const { story, tellings } = dossier
  const lead = leadOf(dossier)
  const { families, copies } = corroboration(dossier)
  return {
    story,
    score,
    url: lead?.item.url ?? null,
    sourceName: lead?.source.name ?? '',
    gist: lead ? gistOf(lead) : '',
    families,
    copies,
    told: toldAtOf(dossier),
    names: namesIn(tellings).slice(0, MOST_NAMES),
    paperId: paperIn(lead ? [lead, ...tellings] : tellings),
  }
}

/** The telling whose title the story carries; the first, where several or none do. */
export function leadOf({ story, tellings }: Dossier): Telling | undefined {
  return tellings.find(({ item }) => item.title === story.title) ?? tellings[0]
}

/** What tellings are about: names by how salient they are, then by how many tellings have them. */
export function namesIn(
  tellings: readonly Telling[],
): { readonly id: string; readonly name: string; readonly tellings: number }[] {
  const found = new Map<string, { id: string; name: string; tellings: number; salience: number }>()
  for (const { mentions } of tellings) {
    const here = new Set<string>()
    for (const { entityId, name, salience } of mentions) {
      const entry = found.get(entityId) ?? { id: entityId, name, tellings: 0, salience: 0 }
      if (!here.has(entityId)) entry.tellings += 1
      here.add(entityId)
      entry.salience = Math.max(entry.salience, salience)
      found.set(entityId, entry)
    }
  }
  return [...found.values()].sort(
    (a, b) => b.salience - a.salience || b.tellings - a.tellings || (a.id < b.id ? -1 : 1),
  )
}

function gistOf({ item }: Telling): string {
  for (const { start, end } of sentences(item.text.slice(0, 2000))) {
    const sentence = item.text.slice(start, end).replace(/\s+/g, ' ').trim()
    // Many texts begin by repeating their title.
    if (sentence.length < 40 || item.title.includes(sentence.slice(0, 40))) continue
    if (sentence.length <= GIST_CHARACTERS) return sentence
    const cut = sentence.slice(0, GIST_CHARACTERS)
    return `${cut.slice(0, cut.lastIndexOf(' '))} …`
  }
  return ''
}
