import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { troubles } from '#extract'

const texts = (text: string) =>
  troubles(text).map(({ symptom, cause, fix }) => [symptom.text, cause?.text ?? null, fix.text])

describe('a trouble', () => {
  test.each([
    [
      'The Orbit server crashes on long prompts due to a leak in its cache. A workaround is to pin version 2.5.',
      'The Orbit server crashes on long prompts',
      'a leak in its cache.',
      'A workaround is to pin version 2.5.',
    ],
    [
      'Runs on Heron diverged after a day of training. The root cause was a wrong scale. It was fixed by clipping the norm.',
      'Runs on Heron diverged after a day of training.',
      'a wrong scale.',
      'It was fixed by clipping the norm.',
    ],
    [
      '- Loading Gannet in four bits gives gibberish in every reply. The fix is to set the template by hand.',
      'Loading Gannet in four bits gives gibberish in every reply.',
      null,
      'The fix is to set the template by hand.',
    ],
    [
      'A silent overflow in the Mamba kernel caused logprob mismatches and failures in training. The fix was changing the type of the index.',
      'logprob mismatches and failures in training.',
      'A silent overflow in the Mamba kernel',
      'The fix was changing the type of the index.',
    ],
  ])('%s', (text, ...cells) => expect(texts(text)).toEqual([cells]))

  test.each([
    'The Orbit server crashes on long prompts. There is no fix yet.',
    'Why does the Orbit server crash on long prompts? Is there a fix by now?',
    'The Orbit server crashes on long prompts.',
    'The fix is to pin version 2.5.',
    'The deployment used settings to prevent OOM errors on long prompts. Some were fixed by pinning version 2.5 again.',
    'The Orbit server crashes on long prompts. These were resolved with iterations.',
    'The Orbit server crashed on long prompts, and both were fixed by April 20 as promised.',
    'The Orbit server crashes on long prompts. A fix will be in the upcoming release: the fix is to wait.',
  ])('%s is none', (text) => expect(texts(text)).toEqual([]))

  test('is not made of two bullets', () =>
    expect(texts('- The Orbit server crashes on long prompts.\n- The fix is to eat more fruit.')).toEqual([]))

  test('stands where its spans say, whatever the text', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            'It crashes on every long prompt ',
            'due to ',
            'a leak. ',
            'The fix is to wait long. ',
            '\n',
            'é— ',
            '? ',
          ),
          { maxLength: 30 },
        ),
        (parts) => {
          const text = parts.join('')
          for (const { symptom, cause, fix } of troubles(text))
            for (const cell of [symptom, fix, ...(cause ? [cause] : [])])
              expect(text.slice(cell.start, cell.end)).toBe(cell.text)
        },
      ),
    ))

  test('in a hostile text takes no time', () => {
    const text = 'fixed crash because the the a one quick '.repeat(50_000)
    const from = performance.now()
    troubles(text)
    troubles('the a one quick '.repeat(90).concat('fix crash\n').repeat(300))
    expect(performance.now() - from).toBeLessThan(4000)
  })
})
