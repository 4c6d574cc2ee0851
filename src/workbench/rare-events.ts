import { highestRate } from './binomial.ts'
import { calculator, printed } from './calculator.ts'

const MANY = 100_000_000
const CONFIDENCE = { label: 'Confidence', unit: '%', range: [50, 99.99], default: 95 } as const

export const ruleOfThree = calculator({
  id: 'rule-of-three',
  title: 'What does "never seen in N runs" exclude?',
  inputs: {
    runs: { label: 'Runs', unit: 'runs', range: [1, MANY], default: 270, whole: true },
    events: { label: 'Events seen', unit: 'events', range: [0, 100_000], default: 0, whole: true },
    confidence: CONFIDENCE,
  },
  source:
    'Clopper and Pearson 1934, Biometrika 26; the shortcut 3/n: Hanley and Lippman-Hand 1983, J. Am. Med. Assoc. 249',
  limits:
    'Runs count as independent and as drawn from the use that is meant. A model that knows it is tested breaks this.',
  formula: ({ runs, events, confidence }) => {
    if (events > runs) return '"events" cannot exceed "runs".'
    const highest = highestRate(events, runs, confidence / 100)
    return {
      outputs: [
        { name: 'seen', label: 'Rate seen', value: (events / runs) * 100, unit: '%' },
        { name: 'highest', label: 'Highest rate not excluded', value: highest * 100, unit: '%' },
        { name: 'oneIn', label: 'As one in', value: 1 / highest, unit: 'runs' },
      ],
      reading: `${printed(events)} in ${printed(runs)} runs leaves a rate up to ${printed(highest * 100)} % possible (one in ${printed(1 / highest)}).`,
    }
  },
})

export const runsNeeded = calculator({
  id: 'runs-needed',
  title: 'How many clean runs exclude a rate?',
  inputs: {
    rate: { label: 'Rate to exclude', unit: '%', range: [0.000001, 99], default: 0.01 },
    confidence: CONFIDENCE,
  },
  source: 'The binomial with no event, solved for n (Hanley and Lippman-Hand 1983, J. Am. Med. Assoc. 249)',
  limits: 'Every run must be clean: one event and the count starts anew. Runs count as independent.',
  formula: ({ rate, confidence }) => {
    const runs = Math.ceil(Math.log1p(-confidence / 100) / Math.log1p(-rate / 100))
    return {
      outputs: [{ name: 'runs', label: 'Clean runs needed', value: runs, unit: 'runs' }],
      reading: `${printed(runs)} runs without the event exclude a rate of ${printed(rate)} % at ${printed(confidence)} % confidence.`,
    }
  },
})

export const compounding = calculator({
  id: 'compounding',
  title: 'How far does an agent get before a mistake?',
  inputs: {
    failure: { label: 'Chance of a fatal mistake per step', unit: '%', range: [0.000001, 99.9], default: 1 },
    steps: { label: 'Steps', unit: 'steps', range: [1, 1_000_000_000], default: 100, whole: true },
  },
  source: 'The geometric distribution (Feller 1968, An Introduction to Probability Theory, vol. 1, ch. VI)',
  limits:
    'Every step is equally risky and no mistake is ever mended. Where mistakes are rare and large, or steps check each other, the curve bends away from this one.',
  formula: ({ failure, steps }) => {
    const perStep = Math.log1p(-failure / 100)
    const success = Math.exp(steps * perStep)
    const half = Math.LN2 / -perStep
    const allowed = -Math.expm1(Math.log(0.5) / steps)
    return {
      outputs: [
        { name: 'success', label: 'Chance to get through', value: success * 100, unit: '%' },
        { name: 'half', label: 'Steps until the chance is one half', value: half, unit: 'steps' },
        { name: 'allowed', label: 'Failure per step that leaves one half', value: allowed * 100, unit: '%' },
      ],
      reading: `With ${printed(failure)} % failure per step, ${printed(steps)} steps succeed ${printed(success * 100)} % of the time; the chance is one half after ${printed(half)} steps.`,
    }
  },
})
