const WORDS = `a about above after again against all also am an and any are as at be because been before being below
between both but by can could did do does doing down during each even few for from further get gets got had has have
having he her here hers him his how i if in into is it its itself just like made make makes many may me might more most
much must my new no nor not now of off on once one only onto or other our ours out over own per said same say says she
should since so some still such than that the their theirs them then there these they this those through to too two
under until up upon us use used using very via was way we well were what when where whether which while who whom whose
why will with within without would yet you your yours`

/** English words that carry no topic by themselves. */
export const STOPWORDS: ReadonlySet<string> = new Set(WORDS.split(/\s+/))
