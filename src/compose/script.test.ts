import { describe, expect, test } from 'vitest'
import { SCRIPT_WORDS, scriptOf } from './script.ts'
import { spoken } from './spoken.ts'
import { someBrief } from './test-editions.ts'
import { wordCount } from './words.ts'

test.each([
  ['It costs $1.6B.', 'It costs 1 point six billion dollars.'],
  ['from 75.4% to 78.5 %', 'from 75 point four percent to 78 point five percent'],
  ['latency (1.7-2.0x) fell', 'latency, 1 point seven to 2 point zero times, fell'],
  [
    'It raised $650 million, then $1.5B.',
    'It raised 650 million dollars, then 1 point five billion dollars.',
  ],
  ['GPT-5.5 has a 12M-token window', 'G P T five point five has a 12 million token window'],
  ['arXiv 2605.12483', 'archive number two six zero five, one two four eight three'],
  ['on 2026-05-14, 1,234 items', 'on 14 May 2026, 1234 items'],
  ['5 GW at 40 tok/s in 12 ms', '5 gigawatts at 40 tokens a second in 12 milliseconds'],
  ['see https://example.org/a?b=c now', 'see now'],
  ['RAM and GPUs', 'RAM and G P Us'],
  ['Qwen3.6-27B at 136.75 t/s', 'Qwen three point six 27 billion at 136 point seven five tokens a second'],
  ['$5/$30 per input/output token', '5 dollars and 30 dollars per input and output token'],
  ['won 6/10 runs', 'won 6 out of 10 runs'],
  ['No. 3 of R&D', 'number 3 of RandD'],
  ['plain words stay plain', 'plain words stay plain'],
])('%s is said: %s', (written, said) => expect(spoken(written)).toBe(said))

describe('a script', () => {
  const brief = someBrief()
  test.each(['short', 'long'] as const)('keeps to its length: %s', (length) => {
    const words = scriptOf(brief, length).reduce((sum, { text }) => sum + wordCount(text), 0)
    expect(words).toBeLessThanOrEqual(SCRIPT_WORDS[length] + 10)
    expect(words).toBeGreaterThan(60)
  })
  test('opens with the edition, closes, and says no mark, address or evidence number', () => {
    const chapters = scriptOf(brief, 'long')
    expect(chapters[0]?.text).toContain('Bellwether Weekly, number 3, week 20')
    expect(chapters.at(-1)?.title).toBe('Close')
    for (const { text } of chapters) expect(text).not.toMatch(/https?:|\*\*|\[\d+\]|[<>%$]/)
  })
})
