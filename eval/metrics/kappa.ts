/**
 * Agreement of two raters on ordered grades 1 to `grades`, corrected for chance and weighted by squared distance
 * (Cohen 1968): 1 is full agreement, 0 is chance, below 0 is worse. 1 when both give all cases one same grade.
 */
export function quadraticKappa(pairs: readonly (readonly [number, number])[], grades: number): number {
  const total = pairs.length
  if (total === 0) return 0
  const first = new Array<number>(grades + 1).fill(0)
  const second = new Array<number>(grades + 1).fill(0)
  let seen = 0
  for (const [a, b] of pairs) {
    first[a] = (first[a] ?? 0) + 1
    second[b] = (second[b] ?? 0) + 1
    seen += (a - b) ** 2
  }
  let expected = 0
  for (let a = 1; a <= grades; a++)
    for (let b = 1; b <= grades; b++) expected += ((first[a] ?? 0) * (second[b] ?? 0) * (a - b) ** 2) / total
  return expected === 0 ? 1 : 1 - seen / expected
}
