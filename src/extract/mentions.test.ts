import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Entity, EntityType } from '#domain'
import { createMentionFinder } from './mentions.ts'

const entity = (id: string, name: string, type: EntityType, given: Partial<Entity> = {}): Entity => ({
  ...{ id, name, type, aliases: [], parent: null, gloss: null, handles: [] },
  ...given,
})
const registry = [
  entity('anthropic', 'Anthropic', 'company'),
  entity('claude', 'Claude', 'model', { parent: 'anthropic' }),
  entity('claude-opus', 'Claude Opus', 'model', { parent: 'claude' }),
  entity('claude-opus-4-7', 'Claude Opus 4.7', 'model', { parent: 'claude-opus' }),
  entity('claude-code', 'Claude Code', 'product', { parent: 'anthropic' }),
  entity('qwen3', 'Qwen3', 'model', { parent: 'alibaba', aliases: ['Qwen 3'] }),
  entity('deepseek', 'DeepSeek', 'company'),
  entity('ramp', 'Ramp', 'company', { aliases: ['?Ramp'] }),
  entity('ford', 'Ford', 'company'),
  entity('the-information', 'The Information', 'publication'),
  entity('kv-cache', 'KV cache', 'method'),
  entity('bleu', 'BLEU', 'benchmark'),
  entity('karpathy', 'Andrej Karpathy', 'person', { handles: ['x:karpathy'] }),
  entity('google-cloud', 'Google Cloud', 'product'),
  entity('us', 'United States', 'government', { aliases: ['U.S.'] }),
  entity('behavior', 'BEHAVIOR', 'benchmark'),
]
const find = createMentionFinder(registry)
const named = (text: string, title = '') =>
  find({ title, text }).map(
    ({ surface, type, entityId, known }) => `${surface} ${type} ${entityId}${known ? '' : ' new'}`,
  )

describe('names', () => {
  test.each<[what: string, text: string, wanted: string[]]>([
    [
      'of the registry, the longest first',
      'We ran Claude Opus 4.7 today.',
      ['Claude Opus 4.7 model claude-opus-4-7'],
    ],
    ['joined otherwise', 'The kv-cache grows.', ['kv-cache method kv-cache']],
    [
      'with a version that the registry lacks',
      'We ran Claude Opus 4.9 today.',
      ['Claude Opus 4.9 model claude-opus-4-9 new'],
    ],
    [
      'with size and variant',
      'A Qwen3-235B-A22B-Thinking run.',
      ['Qwen3-235B-A22B-Thinking model qwen3-235b-a22b-thinking new'],
    ],
    [
      'of one version spelled in two ways',
      'On Qwen3 32B and Qwen 3-32B alike.',
      ['Qwen3 32B model qwen3-32b new', 'Qwen 3-32B model qwen3-32b new'],
    ],
    [
      'but not with what is only counted',
      'Claude 3 million users; Qwen3 2x faster.',
      ['Claude model claude', 'Qwen3 model qwen3'],
    ],
    [
      'without what hangs on behind',
      'A Claude-based tool, Anthropic’s best.',
      ['Claude model claude', 'Anthropic company anthropic'],
    ],
    ['with the kind of a measure', 'It uses the BLEU metric.', ['BLEU metric benchmark bleu']],
    ['that are everyday words, with a cue', 'Ramp raised funding.', ['Ramp company ramp']],
    [
      'that are everyday words, where only a name explains the capital',
      'Spending at Ramp rose.',
      ['Ramp company ramp'],
    ],
    ['but not without either', 'Ramp up slowly. The information is there.', []],
    [
      'of accounts',
      'Seen by @karpathy and @nobody_7.',
      ['@karpathy person karpathy', '@nobody_7 person nobody-7 new'],
    ],
    [
      'but not of mail addresses, packages and links',
      'Mail a@karpathy.example, use @scope/thing, see https://x.com/Claude/Anthropic.',
      [],
    ],
    ['of communities', 'On r/LocalLLaMA today.', ['r/LocalLLaMA publication r-localllama new']],
    ['by form: capitals inside', 'We test FlexAttention here.', ['FlexAttention method flexattention new']],
    ['by form: benchmarks', 'It wins on ParrotBench.', ['ParrotBench benchmark parrotbench new']],
    ['by form: models with a size', 'They trained Gannet-7B.', ['Gannet-7B model gannet-7b new']],
    [
      'by form: organisations by their head word',
      'She left the University of West Arden for the Institute of Tides and Winds.',
      [
        'University of West Arden lab university-of-west-arden new',
        'Institute of Tides and Winds lab institute-of-tides-and-winds new',
      ],
    ],
    [
      'by form: two organisations joined by "and"',
      'Groups at Arden University and Ostby College.',
      ['Arden University lab arden-university new', 'Ostby College lab ostby-college new'],
    ],
    [
      'of people after a given name',
      'With Maria Oldenkamp, who wrote it.',
      ['Maria Oldenkamp person maria-oldenkamp new'],
    ],
    [
      'of people whom a company would claim',
      'A film by Francis Ford Coppola.',
      ['Francis Ford Coppola person francis-ford-coppola new'],
    ],
    [
      'of people with initials',
      'See N. Dalal and Philip K. Dick.',
      ['N. Dalal person n-dalal new', 'Philip K. Dick person philip-k-dick new'],
    ],
    [
      'of people with a title',
      'Then Dr. Ines Harrow met Judge Ann Cole.',
      ['Ines Harrow person ines-harrow new', 'Ann Cole person ann-cole new'],
    ],
    ['of countries with stops', 'Rules in the U.S. differ.', ['U.S government us']],
    ['but not of small letters where the name is all capitals', 'Its behavior is odd.', []],
    ['of people by what they do', 'Lafferty received an award.', ['Lafferty person lafferty new']],
    [
      'of the same person by the family name',
      'Maria Oldenkamp spoke. Later Oldenkamp left.',
      ['Maria Oldenkamp person maria-oldenkamp new', 'Oldenkamp person maria-oldenkamp new'],
    ],
    [
      'with their short form',
      'A Sparse Tide Network (STN) learns. The STN wins.',
      [
        'Sparse Tide Network method sparse-tide-network new',
        'STN method sparse-tide-network new',
        'STN method sparse-tide-network new',
      ],
    ],
    [
      'of papers before their number',
      'Learning, Fast and Slow (arXiv 2605.12484). A study.',
      ['Learning, Fast and Slow paper learning-fast-and-slow new'],
    ],
    [
      'of terms by their head',
      'We use the condensation algorithm.',
      ['condensation algorithm method condensation-algorithm new'],
    ],
    ['but not plain phrases', 'A new algorithm is a good method.', []],
    [
      'but not one capital that comes once, where there is room to come again',
      `They met in Woffle yesterday. ${'Nothing else was said of it by anybody who was there. '.repeat(6)}`,
      [],
    ],
    [
      'one capital in a text too short to say it twice',
      'They met in Woffle yesterday.',
      ['Woffle product woffle new'],
    ],
    [
      'of places',
      'Talks went on in Tallinn and New Jersey.',
      ['Tallinn government tallinn new', 'New Jersey government new-jersey new'],
    ],
    [
      'of houses by who works there, or by what they are called',
      'Torvik, a start-up of two, was bought by the founder of Brightwell.',
      ['Torvik company torvik new', 'Brightwell company brightwell new'],
    ],
    [
      'of terms that somebody gave a name to',
      'They tried the Kuwahara filter and the Oslo treebank.',
      ['Kuwahara filter method kuwahara-filter new', 'Oslo treebank dataset oslo-treebank new'],
    ],
    [
      'of an academy with whose it is, and not its day',
      'He met the Polish Academy of Sciences on Thursday.',
      ['Polish Academy of Sciences lab polish-academy-of-sciences new'],
    ],
    [
      'but a capital that comes again',
      'They run Woffle daily, and with Woffle they win.',
      ['Woffle product woffle new', 'Woffle product woffle new'],
    ],
    ['but not of headlines', 'Why Everything Changes Tomorrow For Small Teams', []],
  ])('%s', (_, text, wanted) => {
    expect(named(text)).toEqual(wanted)
  })

  test('a version tells the family that it belongs to', () => {
    expect(find({ title: '', text: 'We ran Claude Opus 4.9 today.' })[0]).toMatchObject({
      parent: 'claude-opus',
    })
  })

  test('a proposed name never takes the entity of a known one', () => {
    const known = new Set(registry.map(({ id }) => id))
    const text = 'ClawBench, ClawMark and Claudius Systems met Deepseak at Rampart Inc. in Fordham College.'
    for (const mention of find({ title: '', text })) expect(known.has(mention.entityId)).toBe(mention.known)
  })
})

describe('salience', () => {
  const salienceOf = (id: string, title: string, text: string) =>
    find({ title, text }).find(({ entityId }) => entityId === id)?.salience
  const filler = 'Nothing else of note was said on that day by anyone who was there. '.repeat(20)

  test('what the title names is what the item is about', () => {
    expect(salienceOf('anthropic', 'Anthropic opens an office', filler)).toBe(3)
  })
  test('what leads is more than what is named far below', () => {
    const text = `Anthropic opens an office. ${filler}DeepSeek was named too.`
    expect(salienceOf('anthropic', '', text)).toBe(3)
    expect(salienceOf('deepseek', '', text)).toBe(1)
  })
  test('a family beside its version weighs less than it would alone', () => {
    expect(salienceOf('claude-opus', '', `Claude Opus and Claude Opus 4.7 ship. ${filler}`)).toBe(2)
  })
})

describe('transcripts', () => {
  const spoken =
    'Yeah, so, welcome back, you know, it was a busy week, and I think we’re gonna start right away. Okay, so, um, let’s go through it, kind of one by one, and I mean there is a lot of it this time. '
  const heard = (text: string) =>
    find({ title: '', text: spoken + spoken + text }).map(({ surface, name }) =>
      surface === name ? name : `${surface} -> ${name}`,
    )

  test.each<[what: string, text: string, wanted: string[]]>([
    ['a name that sounds the same', 'And DeepSeq has a new one.', ['DeepSeq -> DeepSeek']],
    [
      'a product by its pair of words',
      'Anthropic says Cloud Code is faster.',
      ['Anthropic', 'Cloud Code -> Claude Code'],
    ],
    [
      'a family with its version',
      'Anthropic has Cloud Opus 4.7 now.',
      ['Anthropic', 'Cloud Opus 4.7 -> Claude Opus 4.7'],
    ],
    [
      'an everyday word only with its maker and a cue',
      'So Anthropic says Cloud can now draw.',
      ['Anthropic', 'Cloud -> Claude'],
    ],
    [
      'but the cloud is the cloud',
      'Anthropic pays for cloud. Cloud spending rose, and Google Cloud grew.',
      ['Anthropic', 'Google Cloud'],
    ],
    ['and without the maker it stays what it is', 'They say Cloud can now scale.', []],
  ])('%s', (_, text, wanted) => {
    expect(heard(text)).toEqual(wanted)
  })

  test('written text is taken as it is spelled', () => {
    expect(named('DeepSeq has a new release, says DeepSeq.')).toEqual([
      'DeepSeq product deepseq new',
      'DeepSeq product deepseq new',
    ])
  })
})

describe('whatever the text', () => {
  const words = fc.constantFrom('Claude', 'Opus', '4.7', 'the', 'University', 'of', 'Maria', 'van', 'Dam', '(ABC)', '@karpathy', 'r/x_y', 'https://a.b/Claude', '“', '\n', '**', 'J.', 'and', 'algorithm', 'arXiv 2605.12484', '’s', '𝔸', 'É', '.', ',', ':', 'Um', 'yeah') // biome-ignore format: a list
  const texts = fc.oneof(
    fc.array(words, { maxLength: 60 }).map((all) => all.join(' ')),
    fc.string({ unit: 'binary', maxLength: 200 }),
  )

  test('spans lie in the text in order without overlap, and the surface is what stands there', () =>
    fc.assert(
      fc.property(texts, texts, (title, text) => {
        const mentions = find({ title, text })
        for (const field of ['title', 'text'] as const) {
          let last = 0
          for (const { start, end, surface } of mentions.filter((mention) => mention.field === field)) {
            expect(start).toBeGreaterThanOrEqual(last)
            expect(end).toBeGreaterThan(start)
            expect(surface).toBe({ title, text }[field].slice(start, end))
            last = end
          }
        }
      }),
    ))

  test.each([
    ['capitals without end', 'Aa '.repeat(100_000)],
    ['one long word', 'A'.repeat(300_000)],
    ['open brackets', '('.repeat(300_000)],
    ['initials', 'A. '.repeat(100_000)],
    ['short forms', 'Sparse Tide Network (STN) '.repeat(10_000)],
    ['accounts', '@a_b '.repeat(60_000)],
    ['paper numbers', 'A Title (arXiv 2605.12484) '.repeat(10_000)],
    ['papers named again', 'Tide Nets (arXiv 2605.12484)\n'.repeat(10_000)],
    ['papers by name', 'The Tide Of Nets In Seas On '.repeat(10_000)],
    ['quotation marks', '“Tide Nets '.repeat(30_000)],
    ['speech', 'yeah um Cloud you know '.repeat(15_000)],
    ['no spaces', 'aB1-'.repeat(75_000)],
  ])('%s take time in step with their length', (_, text) => {
    const from = process.cpuUsage()
    find({ title: text.slice(0, 1000), text })
    expect(process.cpuUsage(from).user / 1000).toBeLessThan(2500)
  })
})
