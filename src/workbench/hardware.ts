import { calculator, printed } from './calculator.ts'

export const impliedPeak = calculator({
  id: 'implied-peak',
  title: 'Does "X TFLOP/s, Y % of peak" fit the chip?',
  inputs: {
    measured: { label: 'Measured', unit: 'TFLOP/s', range: [0.001, 1e9], default: 1605 },
    share: { label: 'Share of peak claimed', unit: '%', range: [0.1, 100], default: 71 },
    stated: { label: 'Peak on the data sheet', unit: 'TFLOP/s', range: [0.001, 1e9], default: 2250 },
  },
  source: 'Utilisation is measured rate over peak rate (Williams, Waterman and Patterson 2009, Comm. ACM 52)',
  limits:
    'The share is taken as rounded to a whole percent. Data sheets give peaks with and without sparsity and per number format: compare like with like.',
  formula: ({ measured, share, stated }) => {
    const implied = (measured / share) * 100
    const low = (measured / (share + 0.5)) * 100
    const high = (measured / (share - (share > 0.5 ? 0.5 : 0))) * 100
    const fits = stated >= low && stated <= high
    return {
      outputs: [
        { name: 'implied', label: 'Implied peak', value: implied, unit: 'TFLOP/s' },
        { name: 'low', label: 'Lowest, given rounding', value: low, unit: 'TFLOP/s' },
        { name: 'high', label: 'Highest, given rounding', value: high, unit: 'TFLOP/s' },
        { name: 'share', label: 'Share of the stated peak', value: (measured / stated) * 100, unit: '%' },
      ],
      reading: `The claim implies a peak of ${printed(implied)} TFLOP/s (${printed(low)} to ${printed(high)}); the stated ${printed(stated)} ${fits ? 'fits' : 'does not fit'}.`,
    }
  },
})

const GIB = 1024 ** 3
const many = (label: string, unit: string, most: number, usual: number) =>
  ({ label, unit, range: [1, most], default: usual, whole: true }) as const

export const kvCacheMemory = calculator({
  id: 'kv-cache',
  title: 'How much memory does the KV cache take?',
  inputs: {
    layers: many('Layers', 'layers', 10_000, 80),
    kvHeads: many('Key-value heads', 'heads', 10_000, 8),
    headDimension: many('Dimension of a head', 'values', 100_000, 128),
    bits: { label: 'Bits per value', unit: 'bit', range: [1, 64], default: 16 },
    tokens: many('Tokens held per sequence', 'tokens', 1e9, 131_072),
    sequences: many('Sequences at once', 'sequences', 1e7, 1),
  },
  source:
    'Keys and values for each layer, head and token (Pope et al. 2022, arXiv 2211.05102; grouped heads: Ainslie et al. 2023, arXiv 2305.13245)',
  limits:
    'For full attention with every key and value kept. Latent, windowed or shared caches (MLA, sliding windows, K = V) take less; paging and quantisation scales take a little more.',
  formula: ({ layers, kvHeads, headDimension, bits, tokens, sequences }) => {
    const perTokenBytes = (2 * layers * kvHeads * headDimension * bits) / 8
    const gib = (perTokenBytes * tokens * sequences) / GIB
    return {
      outputs: [
        { name: 'perToken', label: 'Per token', value: perTokenBytes / 1024, unit: 'KiB' },
        { name: 'total', label: 'In all', value: gib, unit: 'GiB' },
      ],
      reading: `${printed(perTokenBytes / 1024)} KiB a token, ${printed(gib)} GiB for ${printed(sequences)} × ${printed(tokens)} tokens.`,
    }
  },
})
