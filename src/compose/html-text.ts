import type { Gloss, Sentence, Tier } from '#domain'
import { runsOf } from './runs.ts'
import { webAddress } from './web-address.ts'

/** Sentences with their evidence numbers as links to the list at the end. */
export function prose(sentences: readonly Sentence[]): string {
  return runsOf(sentences)
    .map(({ texts, evidence }) => `${escaped(texts.join(' '))}${marks(evidence)}`)
    .join(' ')
}

export function marks(evidence: readonly number[]): string {
  if (evidence.length === 0) return ''
  return `<sup>${evidence.map((number) => `<a href="#e${number}" aria-label="Evidence ${number}">${number}</a>`).join(' ')}</sup>`
}

// The number says it; frame and weight only help the eye.
export function tierMark(tier: Tier | null, topic: string | null): string {
  return tier === null
    ? ''
    : ` <span class="tier t${tier}">Tier ${tier}${topic ? ` · ${escaped(topic)}` : ''}</span>`
}

export function glossHtml(glosses: readonly Gloss[]): string {
  if (glosses.length === 0) return ''
  return `<div class="glosses">${glosses.map(({ name, gloss }) => `<b>${escaped(name)}</b>: ${escaped(gloss)}`).join('; ')}.</div>`
}

/** The text as a link when the address may be one. */
export function linked(text: string, url: string | null): string {
  const safe = webAddress(url)
  return safe ? `<a href="${escaped(safe)}" rel="noopener nofollow">${escaped(text)}</a>` : escaped(text)
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text from sources is shown, never obeyed. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark)
}
