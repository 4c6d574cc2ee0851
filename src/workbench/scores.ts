import { wilson } from './binomial.ts'
import { calculator, printed } from './calculator.ts'
import { normalAbove } from './normal.ts'

const MANY = 1_000_000
const CONFIDENCE = {
  label: 'Confidence',
  unit: '%',
  range: [50, 99.99],
  default: 95,
} as const
const count = (label: string, least: number, usual: number) =>
  ({ label, unit: 'tasks', range: [least, MANY], default: usual, whole: true }) as const

export const scoreInterval = calculator({
  id: 'score-interval',
  title: 'How sure is a benchmark score?',
  inputs: {
    passed: count('Tasks passed', 0, 51),
    tasks: count('Tasks in the set', 1, 153),
    confidence: CONFIDENCE,
  },
  source: 'Wilson 1927, J. Am. Stat. Assoc. 22; recommended by Brown, Cai and DasGupta 2001, Stat. Sci. 16',
  limits:
    'Tasks count as independent draws of one kind. It says nothing about luck between runs of one task, nor about tasks that leaked into training.',
  formula: ({ passed, tasks, confidence }) => {
    if (passed > tasks) return '"passed" cannot exceed "tasks".'
    const { low, high } = wilson(passed, tasks, confidence / 100)
    const share = (passed / tasks) * 100
    return {
      outputs: [
        { name: 'score', label: 'Score', value: share, unit: '%' },
        { name: 'low', label: 'Lowest plausible score', value: low * 100, unit: '%' },
        { name: 'high', label: 'Highest plausible score', value: high * 100, unit: '%' },
      ],
      reading: `${passed} of ${tasks} is ${printed(share)} %; the set is consistent with ${printed(low * 100)} to ${printed(high * 100)} %.`,
    }
  },
})

export const scoreGap = calculator({
  id: 'score-gap',
  title: 'Is the gap between two benchmark scores real?',
  inputs: {
    passedA: count('Tasks passed by A', 0, 60),
    tasksA: count('Tasks given to A', 1, 100),
    passedB: count('Tasks passed by B', 0, 50),
    tasksB: count('Tasks given to B', 1, 100),
    confidence: CONFIDENCE,
  },
  source:
    'Interval: Newcombe 1998, Stat. Med. 17, method 10. Chance: the pooled two-proportion z test (Fleiss, Levin and Paik 2003, ch. 3)',
  limits:
    'For two separate sets of tasks. Where both ran the same tasks, compare task by task (McNemar): this is then too cautious. The chance is rough below five passes or five failures.',
  formula: ({ passedA, tasksA, passedB, tasksB, confidence }) => {
    if (passedA > tasksA || passedB > tasksB) return 'Nobody can pass more tasks than there are.'
    const shareA = passedA / tasksA
    const shareB = passedB / tasksB
    const a = wilson(passedA, tasksA, confidence / 100)
    const b = wilson(passedB, tasksB, confidence / 100)
    const gap = shareA - shareB
    const low = gap - Math.hypot(shareA - a.low, b.high - shareB)
    const high = gap + Math.hypot(a.high - shareA, shareB - b.low)
    const pooled = (passedA + passedB) / (tasksA + tasksB)
    const deviation = Math.sqrt(pooled * (1 - pooled) * (1 / tasksA + 1 / tasksB))
    const chance = deviation === 0 ? 1 : 2 * normalAbove(Math.abs(gap) / deviation)
    const verdict = low > 0 || high < 0 ? 'a real gap' : 'no gap that these sets could show'
    return {
      outputs: [
        { name: 'gap', label: 'A minus B', value: gap * 100, unit: 'pp' },
        { name: 'low', label: 'Lowest plausible gap', value: low * 100, unit: 'pp' },
        { name: 'high', label: 'Highest plausible gap', value: high * 100, unit: 'pp' },
        { name: 'chance', label: 'Chance of such a gap between equals', value: chance, unit: '' },
      ],
      reading: `A minus B is ${printed(gap * 100)} points, plausibly ${printed(low * 100)} to ${printed(high * 100)}: ${verdict}.`,
    }
  },
})
