/**
 * Which texts hold a run of words, newest first. Runs share 2^20 chains through flat arrays; a run that meets a stranger in
 * its chain costs a look and no error, since whoever is found is compared exactly.
 */
export type RunIndex = {
  add(text: number, runs: Iterable<number>): void
  /** The `most` newest entries of the run's chain. */
  newest(run: number, most: number, visit: (text: number) => void): void
}

const CHAINS = 1 << 20

export function createRunIndex(): RunIndex {
  const heads = new Int32Array(CHAINS)
  let before = new Int32Array(1024)
  let texts = new Int32Array(1024)
  let size = 1
  return {
    add(text, runs) {
      for (const run of runs) {
        if (size === before.length) {
          before = doubled(before)
          texts = doubled(texts)
        }
        const chain = run % CHAINS
        before[size] = heads[chain] as number
        texts[size] = text
        heads[chain] = size++
      }
    },
    newest(run, most, visit) {
      let at = heads[run % CHAINS] as number
      for (let seen = 0; at > 0 && seen < most; at = before[at] as number, seen++) visit(texts[at] as number)
    },
  }
}

function doubled(old: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(old.length * 2)
  larger.set(old)
  return larger
}
