/**
 * Which of many findings to believe so that among those believed the expected share of false ones stays at or below
 * `share`: the step-up rule of Benjamini and Hochberg 1995. Takes the chances of the findings under "nothing happened"
 * and how many tests were made in all, those without a finding included; returns the largest chance to believe, 0 when none is to be believed.
 */
export function believedUpTo(
  chances: readonly number[],
  { tests, share }: { readonly tests: number; readonly share: number },
): number {
  const sorted = [...chances].sort((a, b) => a - b)
  return sorted.findLast((chance, i) => chance <= (share * (i + 1)) / tests) ?? 0
}
