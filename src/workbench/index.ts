import { baseRates } from './base-rates.ts'
import type { Calculator } from './calculator.ts'
import { impliedPeak, kvCacheMemory } from './hardware.ts'
import { compounding, ruleOfThree, runsNeeded } from './rare-events.ts'
import { scoreGap, scoreInterval } from './scores.ts'
import { speculation, tokenCost } from './serving.ts'

export type { Answer, Calculator, Input, Output } from './calculator.ts'

/** Every calculator, in the order in which a reader is likely to want them. */
export const CALCULATORS: readonly Calculator[] = [
  scoreInterval,
  scoreGap,
  ruleOfThree,
  runsNeeded,
  baseRates,
  compounding,
  tokenCost,
  kvCacheMemory,
  speculation,
  impliedPeak,
]
