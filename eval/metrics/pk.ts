/**
 * Pk, the chance that two places a fixed distance apart are wrongly judged to be in one segment or in two: 0 is perfect,
 * lower is better. The distance is half the mean length of the true segments. After Beeferman, Berger and Lafferty 1999.
 * Boundaries are the starts of segments but the first, in any unit; `length` is the whole in that unit.
 */
export function pk(found: readonly number[], wanted: readonly number[], length: number): number {
  const distance = Math.max(1, Math.round(length / (wanted.length + 1) / 2))
  const labels = (boundaries: readonly number[]) => {
    const of = new Uint32Array(length)
    const sorted = [...boundaries].sort((a, b) => a - b)
    let segment = 0
    for (let at = 0; at < length; at++) {
      while (segment < sorted.length && (sorted[segment] ?? 0) <= at) segment++
      of[at] = segment
    }
    return of
  }
  const [ours, theirs] = [labels(found), labels(wanted)]
  let wrong = 0
  let probes = 0
  for (let at = 0; at + distance < length; at++) {
    probes++
    if ((ours[at] === ours[at + distance]) !== (theirs[at] === theirs[at + distance])) wrong++
  }
  return probes === 0 ? 0 : wrong / probes
}
