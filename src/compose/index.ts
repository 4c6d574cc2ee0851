export { composeAlert } from './alert.ts'
export { type AnswerPassage, answerGaps, answerSentences, termsAsked } from './answer.ts'
export type { Holds, Witness } from './book.ts'
export { BRIEF_SIZES, composeBrief } from './brief.ts'
export type { Foretold, Settled } from './brief-input.ts'
export { brokenContracts } from './contracts.ts'
export { COMPOSE_MAKER, composeDigest } from './digest.ts'
export type { DigestInput } from './digest-input.ts'
export { composeDive } from './dive.ts'
export { createTopicMatch, PLACED } from './dive-match.ts'
export { brokenEditionContracts } from './edition-contracts.ts'
export { withCorrections, withErrata } from './errata.ts'
export { evidenceText, tallyTexts } from './evidence-text.ts'
export { writingLine } from './footer.ts'
export { toHtml } from './html.ts'
export { instructs } from './instruct.ts'
export { toJson } from './json.ts'
export { toMailHtml } from './mail-html.ts'
export { toMarkdown } from './markdown.ts'
export { inAMinute } from './minute.ts'
export type { MovedThread } from './moved-threads.ts'
export { type OutlinePart, outlineOf } from './outline.ts'
export { toShort, toText } from './plain-text.ts'
export { type Private, publicEdition } from './public.ts'
export { rewriteSentences } from './rewrite.ts'
export { type Chapter, SCRIPT_WORDS, type ScriptLength, scriptOf } from './script.ts'
export { type SummarySentence, storySummary } from './story-summary.ts'
export { summarise } from './summarise.ts'
export type { DigestStory, ToldAside, ToldSlip } from './tale.ts'
export {
  changesIn,
  lostNotes,
  missingBlocks,
  type WikiChange,
  type WikiEdits,
  withEdits,
} from './wiki-edits.ts'
export { backlinks, lintWiki, type WikiFacts } from './wiki-lint.ts'
export {
  draftOfEntity,
  draftOfPaper,
  draftOfThread,
  entityPageId,
  footnotes,
  type PageDraft,
  threadPageId,
} from './wiki-page.ts'
export { draftOfTroubles, type ToldTrouble } from './wiki-troubles.ts'
export { fileOf, type LinkStyle, pageOfFile } from './wiki-vault.ts'
export { sentencesOf, withdraw } from './withdraw.ts'
