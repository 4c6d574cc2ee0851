import { expect, test } from 'vitest'
import { isClause } from './clause.ts'

test.each([
  'Gemini 3.5 Flash for fast agentic workloads, Gemini Omni for multimodal editing starting with video, and a broader agent stack spanning desktop and SDK.',
  'The costs of model use in the first quarter.',
  '5.5x costlier than Gemini 3 Flash to run on its benchmark suite.',
  'Excellent speed-intelligence frontier position, substantial agentic gains, but materially worse cost than prior Flash and even higher than 3.1 Pro.',
  'Lower default reasoning, a bug evicting thinking blocks, and a verbosity-related prompt tweak.',
  'Search generating custom visual tools and simulations on the fly using Antigravity.',
  'Hermes Agent computer use with any model, Cursor in Microsoft Teams, and Codex plugin.',
  '“Google is back,” “insane evals for a Flash model,” “world model towards AGI” for Search.',
])('is a fragment: %s', (text) => expect(isClause(text)).toBe(false))

test.each([
  'Frontier models improve 2–5 accuracy points at 25–30% lower cost.',
  'Quant choice centers on IQ4_KS, which the author prefers.',
  'Pricing landed at $5/$30 per million tokens.',
  'Lower micromanagement, fewer tokens and broader workflows seem to be the theme.',
  'A worm has spread through 42 npm packages.',
  'Attention mass on sinks falls 529x during training.',
  'Sparse outcome rewards pay off where a model can explore.',
  'The best agent completes 47.1% of the 153 tasks.',
  'It’s a rerun.',
  'Anthropic leads OpenAI in business adoption for the first time.',
  'Four tiers are forming in inference.',
  'The halls of HarbourA1 hold 21 thousand accelerators cooled by sea water.',
  'Pages of the cache move to disk when memory runs out.',
])('says something: %s', (text) => expect(isClause(text)).toBe(true))
