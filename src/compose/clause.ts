// Verbs by which news, papers and posts tell things; their forms in -s, -ed and the irregular ones are made below.
const BASES =
  `accelerate accept access account achieve acquire act adapt add address adopt advance affect agree aim align allow amount
  analyze analyse announce answer anticipate appear apply approach approve argue arrive ask assert assign assume attack attempt
  attract average avoid back balance ban base beat become begin behave believe benchmark benefit block book boost borrow bound
  break bridge bring bring build bundle bury buy calculate call cap capture care carry cast catch cause center challenge change
  charge check choose cite claim clarify clear click climb close cluster coincide collapse collect combine come comment commit
  compare compete complain complete compose compress compute concern conclude condition conduct confirm connect consider consist
  constrain consume contain continue contradict contrast contribute control converge convert cost count cover crash create credit
  criticize cross cut date deal debate decide declare decline decode decouple decrease defend define degrade delay delete deliver
  demand demonstrate deny depend deploy depress derive describe deserve design detail detect determine develop die differ
  disappear disclose discover discuss dismiss dispute distill divide dominate double draw drive drop earn ease echo effect elicit
  eliminate embed emerge emphasize employ enable encode encounter encourage end enforce engage enhance enjoy enlarge ensure enter
  equal erase escape establish estimate evaluate evict evolve examine exceed exclude execute exhibit exist expand expect
  experience explain exploit explore expose express extend extract face facilitate factor fail fall favor feature feed feel fetch
  fight figure file fill filter finalize finance find fine finish fit fix flag flip flow focus follow forbid force forecast
  foreground forget form formalize forward frame free freeze fuel function fund gain gather generate get give go govern grant
  ground group grow guarantee guard guess guide handle happen harm have hear help hide highlight hint hire hit hold hope host hurt
  identify ignore illustrate imagine implement imply import improve include increase indicate induce infer inflate influence inform
  inherit inject inquire insist install integrate intend interact interpret introduce invest investigate invite involve isolate
  issue join judge jump justify keep kill know lack land last launch lay lead leak lean learn leave lend let level leverage lie
  lift like limit line link list listen live load locate lock look lose lower maintain make manage map mark market match matter
  mean measure meet mention merge migrate mimic mirror miss mitigate mix model modify monitor motivate move name near need note
  notice object observe obtain occur offer open operate optimize order outline outperform outpace outweigh overcome overlap
  overtake overturn owe own pack pair parse partner pass patch pay peak penalize perform persist pick pin place plan play plot
  point pool pose position possess post power praise precede predict prefer prepare present preserve press prevent price probe
  process produce project promise promote prompt propose protect prove provide prune publish pull purchase push put qualify
  quantize question quote raise ramp range rank rate reach react read realize reason recall receive recognize recommend record
  recover reduce refer refine reflect refuse regard register reject relate release rely remain remark remember remind remove
  render repeat replace reply report represent reproduce request require rerank resemble resign resist resolve respond rest restore
  result resume retain retire retrieve return reuse reveal reverse review revise revive reward rise risk rival roll rotate route
  rule run sample satisfy save say scale scan schedule score seal search secure see seek seem select sell send separate serve set
  settle shape share shift ship show shrink sign signal simplify simulate sit skip slow solve sort sound speak specify speculate
  speed spend split sponsor spread stack stage stand start state stay steer stem step stop store strengthen stress stretch
  strike struggle study submit succeed sue suffer suggest suit sum summarize supply support surge surface surpass surprise survive
  suspect sustain swap switch tackle tag take talk target teach tell tend test thank think threaten throttle throw tie tighten top
  total touch trace track trade trail train transfer transform translate treat trend trigger trim triple trust try tune turn
  uncover underline undermine underscore understand unify unlock unveil update upgrade urge use validate value vary verify view
  violate vote wait walk want warn waste watch weaken weigh widen win wish withdraw withhold wonder work worry write yield advise attribute automate complement critique demo devise excel instrument invert
  leap liken modernize reference reinforce resonate rewrite showcase soar tidy amplify clone debut deem dub pivot poll span trail
  arise assemble assess award await axe baffle bite blaze boast burn celebrate chase chop commence confuse conquer crack craft crank
  crave crown crush dazzle depart dethrone disappoint ditch dive embrace enrage ensue eye fear fire flex fly foresee frustrate fuel
  grab hack harness harvest heat hike hook hunt impress inspire intensify jailbreak kick maximize morph nab navigate orchestrate
  pitch plot plug premiere pump pursue puzzle quench ride rock rocket scare shame shine slam slash slide smash snag spark spawn
  spill spook spotlight sprint spur squeeze stabilize stall steal storm stumble stun surface swallow swarm tame tease tout triumph
  tune tweak unleash vanish welcome wow`.split(/\s+/)

const PAST =
  `was were had did became began bet broke brought built bought caught chose came cut dealt drew drove fell fed felt fought found
  forgot forbade froze got gave went grew heard hid hit held hurt kept knew laid led leaned left lent let lay lost made meant met
  paid put quit read rose ran said saw sought sold sent set shrank shut sat slowed spoke spent split spread stood stole struck
  sued took taught told thought threw understood undertook won withdrew withheld wrote`.split(/\s+/)

const AUXILIARIES =
  'is are am has have does do will would can could may might must should shall cannot won’t isn’t aren’t doesn’t don’t'.split(
    ' ',
  )

const endsInHiss = /(?:s|x|z|ch|sh)$/
const inS = (base: string) =>
  /[^aeiou]y$/.test(base)
    ? `${base.slice(0, -1)}ies`
    : endsInHiss.test(base) || base === 'go'
      ? `${base}es`
      : `${base}s`
const inEd = (base: string) =>
  base.endsWith('e')
    ? [`${base}d`]
    : /[^aeiou]y$/.test(base)
      ? [`${base.slice(0, -1)}ied`]
      : [`${base}ed`, `${base}${base.at(-1)}ed`]

const FINITE: ReadonlySet<string> = new Set([...AUXILIARIES, ...PAST, ...BASES.flatMap(inEd)])
/** "It tests …" or "two tests": what follows tells which. */
const IN_S: ReadonlySet<string> = new Set(BASES.map(inS))
/** Those that need nothing behind them: a headline may end in one. */
const ALONE: ReadonlySet<string> = new Set(
  'arise arrive begin commence continue debut depart emerge ensue fail fall grow intensify land rise shine vanish'
    .split(' ')
    .map(inS),
)
/** "They cut" or "the cut": what stands before tells which. */
const BARE: ReadonlySet<string> = new Set(BASES)

const WORD = /[\p{L}\p{N}][\p{L}\p{N}’'+./-]*|[,;:()“”"—–]/gu
const JOINS = /^(?:and|or|but|of|than|,|;|:|\)|“|”|—|–)$/
const SUBJECT_OF_MANY =
  /^(?:they|we|you|i|who|that|which|both|some|many|most|several|others|people|and|also|now|still|often|not|\p{L}{3,}s|\p{L}{3,}(?:men|ple|ly))$/u

/**
 * Whether a text says something of something: it has a verb that stands in a finite form. "Notable gains on evals" and
 * "5.5x costlier to run" have none. A guess by forms over the verbs of the trade, in linear time; what stands between
 * quotation marks is not counted, for there somebody else speaks.
 */
export function isClause(text: string): boolean {
  const words = text.replace(/“[^”]*”|"[^"]*"/g, ' “” ').match(WORD) ?? []
  return words.some((word, at) => {
    const small = word.replace(/'/g, '’').toLowerCase()
    if (
      /\p{L}n’t$|’(?:s|re|ve|ll|d)$/u.test(small) &&
      /^(?:it|that|there|he|she|they|we|you|i|who|what|here)’/.test(small)
    )
      return true
    if (FINITE.has(small)) return true
    const [before = '', after = ''] = [words[at - 1]?.toLowerCase(), words[at + 1]?.toLowerCase()]
    if (IN_S.has(small)) return at > 0 && (after === '' ? ALONE.has(small) : !JOINS.test(after))
    if (at === 0 || !BARE.has(small)) return false
    return (
      SUBJECT_OF_MANY.test(before) || (OBJECT.test(after) && isOfMany(words.slice(Math.max(0, at - 5), at)))
    )
  })
}

const OBJECT = /^(?:\d|the$|an?$|its$|their$|our$|more$|less$|no$|up$|to$|about$)/
const MANY = /^(?!(?:less|press|class|process|access|loss|its)$)\p{L}{3,}s$/u

/** Whether the words before a verb name several of something: "the halls of the harbour", "pages of a cache". */
function isOfMany(before: readonly string[]): boolean {
  const of = before.lastIndexOf('of')
  return of > 0 && of >= before.length - 4 && MANY.test(before[of - 1] ?? '')
}
