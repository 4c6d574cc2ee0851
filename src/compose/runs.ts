import type { Sentence } from '#domain'

/** Sentences in a row that stand on the same evidence, which is printed once behind the last. */
export type Run = { readonly texts: readonly string[]; readonly evidence: readonly number[] }

export function runsOf(sentences: readonly Sentence[]): Run[] {
  const runs: { texts: string[]; evidence: readonly number[] }[] = []
  for (const { text, evidence } of sentences) {
    const last = runs.at(-1)
    if (last && last.evidence.join() === evidence.join()) last.texts.push(text)
    else runs.push({ texts: [text], evidence })
  }
  return runs
}
