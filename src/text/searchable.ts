const DIGIT = /\d/
const JOINT = /([a-z])(?=\d)|(\d)(?=[a-z])/gi
// Scripts that write words without spaces between them.
const UNSPACED = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/
const EACH_UNSPACED = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g

/**
 * A text as a full-text index should read it, so that a name is found however it was spelt: letters and digits part
 * (`GPT5.5` reads as `GPT 5.5`, `H100` as `H 100`), and each sign of Chinese, Japanese or Korean stands alone.
 * Index and query must both go through it; a name is then a phrase. Applying it twice changes nothing.
 */
export function searchable(text: string): string {
  const parted = DIGIT.test(text) ? text.replace(JOINT, '$1$2 ') : text
  return UNSPACED.test(parted) ? parted.replace(EACH_UNSPACED, ' $& ').replace(/ {2,}/g, ' ') : parted
}
