/** Spearman's rank correlation of two lists of one length, ties sharing their mean rank; NaN where one list is flat. */
export function spearman(a: readonly number[], b: readonly number[]): number {
  return pearson(ranksOf(a), ranksOf(b))
}

function ranksOf(values: readonly number[]): number[] {
  const sorted = values.map((value, at) => ({ value, at })).sort((x, y) => x.value - y.value)
  const ranks = new Array<number>(values.length).fill(0)
  for (let from = 0; from < sorted.length; ) {
    let to = from
    while (sorted[to]?.value === sorted[from]?.value && to < sorted.length) to++
    for (const { at } of sorted.slice(from, to)) ranks[at] = (from + to - 1) / 2
    from = to
  }
  return ranks
}

function pearson(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [meanA, meanB] = [mean(a), mean(b)]
  let [both, own, other] = [0, 0, 0]
  for (const [at, value] of a.entries()) {
    both += (value - meanA) * ((b[at] ?? 0) - meanB)
    own += (value - meanA) ** 2
    other += ((b[at] ?? 0) - meanB) ** 2
  }
  return both / Math.sqrt(own * other)
}
