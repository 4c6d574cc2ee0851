import type { Channel, Entry, Implication, Takeaway } from '#domain'
import { escaped, linked, marks, prose } from './markdown-text.ts'
import { partialDay } from './words.ts'

export function takeawayText({ claim, url, sentences, means }: Takeaway): string {
  const bold = `**${linked(claim.text, url)}** ${marks(claim.evidence)}`
  const held = sentences.length > 0 ? ` ${prose(sentences)}` : ''
  return `- ${bold}${held}${means ? ` ${meansText(means)}` : ''}`
}

export function entryText({ headline, url, date, source, notes, links, sentences, means }: Entry): string {
  const dated = date ? [partialDay(date)] : []
  const line = [linked(headline, url), ...dated, escaped(source), ...notes.map(escaped)]
  const body = [...(sentences.length > 0 ? [prose(sentences)] : []), ...(means ? [meansText(means)] : [])]
  const more = links.map((link) => linked(link.label, link.url)).join(' · ')
  return [`**${line.join(' · ')}**`, body.join(' '), more].filter((part) => part !== '').join('  \n')
}

export function channelText({ name, what, here }: Channel): string {
  return `- **${escaped(name)}**${here ? ' (you are here)' : ''}: ${escaped(what)}`
}

const meansText = ({ topic, sentence }: Implication) =>
  `→ ${topic ? `*For ${escaped(topic)}:* ` : ''}${prose([sentence])}`
