import { calculator, printed } from './calculator.ts'

const percent = (label: string, usual: number) =>
  ({ label, unit: '%', range: [0, 100], default: usual }) as const

export const baseRates = calculator({
  id: 'base-rates',
  title: 'How often is a flag right?',
  inputs: {
    prevalence: percent('Share that truly is', 5),
    missed: percent('Misses among those (false negatives)', 20),
    falseAlarm: percent('False alarms among the others (false positives)', 0.01),
    tested: { label: 'Tested', unit: 'cases', range: [1, 1e12], default: 10_000, whole: true },
  },
  source: 'Bayes 1763; as predictive values: Altman and Bland 1994, Br. Med. J. 309',
  limits:
    'The error rates must hold for the cases at hand. They are usually measured on easier ones, and the miss rate is often not measured at all.',
  formula: ({ prevalence, missed, falseAlarm, tested }) => {
    const truly = tested * (prevalence / 100)
    const found = truly * (1 - missed / 100)
    const wrong = (tested - truly) * (falseAlarm / 100)
    const passed = tested - found - wrong
    const right = found + wrong === 0 ? 0 : found / (found + wrong)
    const cleared = passed === 0 ? 0 : (passed - (truly - found)) / passed
    return {
      outputs: [
        { name: 'found', label: 'Rightly flagged', value: found, unit: 'cases' },
        { name: 'wrong', label: 'Wrongly flagged', value: wrong, unit: 'cases' },
        { name: 'right', label: 'Share of flags that are right', value: right * 100, unit: '%' },
        { name: 'cleared', label: 'Share of the unflagged that are clean', value: cleared * 100, unit: '%' },
      ],
      reading:
        found + wrong === 0
          ? 'Nothing would be flagged.'
          : `Of ${printed(found + wrong)} flags, ${printed(wrong)} would be wrong: a flag is right ${printed(right * 100)} % of the time.`,
    }
  },
})
