/**
 * A light English stem: plurals and the commonest endings go, so that `models`, `modelling` and `modelled` meet.
 * The S-stemmer of Harman 1991 ("How effective is suffixing?") with -ing and -ed; anything with a digit, and
 * anything of fewer than four letters, is left as it is, since in names every letter counts.
 */
export function stem(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word
  return withoutEnding(singular(word))
}

// Words whose final s is no plural, and the short names in -pu whose plural looks like Latin.
const NO_PLURAL = new Set(['news', 'series', 'always', 'perhaps', 'species', 'lens'])

function singular(word: string): string {
  if (NO_PLURAL.has(word)) return word
  if (/^[a-z]pus$/.test(word)) return word.slice(0, -1)
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`
  if (/(?:ss|sh|ch|x|z)es$/.test(word)) return word.slice(0, -2)
  if (word.endsWith('s') && !/[su]s$|is$/.test(word)) return word.slice(0, -1)
  return word
}

function withoutEnding(word: string): string {
  const cut = word.endsWith('ing') ? word.slice(0, -3) : word.endsWith('ed') ? word.slice(0, -2) : null
  if (cut === null || cut.length < 3 || !/[aeiouy]/.test(cut)) return word
  if (/([bdfgmnprt])\1$/.test(cut)) return cut.slice(0, -1)
  if (cut.endsWith('ll') && cut.length > 5) return cut.slice(0, -1)
  return cut.endsWith('e') || !/(?:[^aeiou][aeiou][cgsvz]|[aeiou]l[sv]|at|iz|bl|ur|uc|ag)$/.test(cut)
    ? cut
    : `${cut}e`
}
