import { calculator, printed } from './calculator.ts'

const price = (label: string, usual: number) =>
  ({ label, unit: 'usd per million tokens', range: [0, 100_000], default: usual }) as const
const tokens = (label: string, usual: number) =>
  ({ label, unit: 'tokens', range: [0, 1e9], default: usual, whole: true }) as const

export const tokenCost = calculator({
  id: 'token-cost',
  title: 'What does a workload cost under two price lists?',
  inputs: {
    requests: { label: 'Requests', unit: 'requests', range: [1, 1e12], default: 1000, whole: true },
    inputTokens: tokens('Tokens in per request', 4000),
    outputTokens: tokens('Tokens out per request', 800),
    inputPriceA: price('Price in, A', 5),
    outputPriceA: price('Price out, A', 25),
    inputPriceB: price('Price in, B', 1.25),
    outputPriceB: price('Price out, B', 10),
  },
  source: 'Tokens times list price, as API price lists define it',
  limits:
    'List prices without caching, batch discounts or minimum charges. Models differ in tokens per text and in how much they think aloud: measure both on your own requests.',
  formula: ({
    requests,
    inputTokens,
    outputTokens,
    inputPriceA,
    outputPriceA,
    inputPriceB,
    outputPriceB,
  }) => {
    const cost = (inPrice: number, outPrice: number) =>
      (requests * (inputTokens * inPrice + outputTokens * outPrice)) / 1e6
    const a = cost(inputPriceA, outputPriceA)
    const b = cost(inputPriceB, outputPriceB)
    const ratio = b === 0 ? Number.POSITIVE_INFINITY : a / b
    return {
      outputs: [
        { name: 'a', label: 'Cost under A', value: a, unit: 'usd' },
        { name: 'b', label: 'Cost under B', value: b, unit: 'usd' },
        ...(b === 0 ? [] : [{ name: 'ratio', label: 'A over B', value: ratio, unit: 'x' }]),
      ],
      reading: `A costs $${printed(a)}, B $${printed(b)}${b === 0 ? '' : `: A is ${printed(ratio)} times B`}.`,
    }
  },
})

export const speculation = calculator({
  id: 'speculative-decoding',
  title: 'What does a draft model gain?',
  inputs: {
    acceptance: { label: 'Drafted tokens accepted', unit: '%', range: [0, 99.99], default: 80 },
    drafted: { label: 'Tokens drafted at a time', unit: 'tokens', range: [1, 100], default: 4, whole: true },
    draftCost: { label: 'Cost of a draft step against a full one', unit: '%', range: [0, 100], default: 5 },
  },
  source: 'Leviathan, Kalman and Matias 2023, arXiv 2211.17192, equation 1 and theorem 3.8',
  limits:
    'Acceptance counts as equal and independent for each token, and checking many tokens costs as much time as one: true while memory binds, not at large batches.',
  formula: ({ acceptance, drafted, draftCost }) => {
    const rate = acceptance / 100
    const perRound = (1 - rate ** (drafted + 1)) / (1 - rate)
    const speedup = perRound / (1 + drafted * (draftCost / 100))
    return {
      outputs: [
        { name: 'perRound', label: 'Tokens per full step', value: perRound, unit: 'tokens' },
        { name: 'speedup', label: 'Speed-up', value: speedup, unit: 'x' },
      ],
      reading: `${printed(perRound)} tokens a full step, ${printed(speedup)} times as fast.`,
    }
  },
})
