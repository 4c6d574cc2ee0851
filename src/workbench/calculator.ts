/** A number that a reader types in. */
export type Input = {
  readonly label: string
  /** `task`, `%`, `usd per million tokens`; empty for a bare number. */
  readonly unit: string
  /** Both ends are allowed. */
  readonly range: readonly [number, number]
  readonly default: number
  /** True where a fraction makes no sense. */
  readonly whole?: boolean
}

/** A number that comes out, in the unit it is printed with. */
export type Output = {
  readonly name: string
  readonly label: string
  readonly value: number
  readonly unit: string
}

export type Answer = {
  /** Empty when an input could not be used. */
  readonly outputs: readonly Output[]
  /** The numbers in one plain sentence; empty with the outputs. */
  readonly reading: string
  /** Inputs that were missing (and took their default), not numbers, or out of range; each with what to do. */
  readonly problems: readonly string[]
}

/** A published result as a pure function: what goes in, what comes out, where it stands, where it stops. */
export type Calculator = {
  readonly id: string
  readonly title: string
  readonly inputs: Readonly<Record<string, Input>>
  /** Where the formula is published. */
  readonly source: string
  /** What it assumes and where it must not be used. */
  readonly limits: string
  /** Never throws. Missing inputs take their default; an unknown name is named as a problem. */
  readonly compute: (given: Readonly<Record<string, unknown>>) => Answer
}

type Numbers<Inputs> = { readonly [Name in keyof Inputs]: number }
type Formula<Inputs> = Omit<Calculator, 'inputs' | 'compute'> & {
  readonly inputs: Inputs
  /** Gives a text where the inputs contradict each other. */
  readonly formula: (given: Numbers<Inputs>) => Omit<Answer, 'problems'> | string
}

/** Wraps a formula so that it gets checked numbers only. */
export function calculator<const Inputs extends Readonly<Record<string, Input>>>({
  formula,
  ...facts
}: Formula<Inputs>): Calculator {
  const compute = (given: Readonly<Record<string, unknown>>): Answer => {
    const names: (keyof Inputs & string)[] = Object.keys(facts.inputs)
    const problems = Object.keys(given)
      .filter((name) => !Object.hasOwn(facts.inputs, name))
      .map((name) => `"${name}" is no input of ${facts.id}; its inputs are ${names.join(', ')}.`)
    const read = names.map((name) => ({ name, ...numberOf(name, given[name], facts.inputs[name]) }))
    problems.push(...read.flatMap(({ problem }) => problem ?? []))
    if (problems.length > 0) return { outputs: [], reading: '', problems }
    const values = Object.fromEntries(read.map(({ name, value }) => [name, value])) as Numbers<Inputs>
    const answer = formula(values)
    return typeof answer === 'string'
      ? { outputs: [], reading: '', problems: [answer] }
      : { ...answer, problems }
  }
  return { ...facts, compute }
}

function numberOf(
  name: string,
  given: unknown,
  input: Input | undefined,
): { value: number; problem: string | null } {
  if (input === undefined) return { value: Number.NaN, problem: `"${name}" is unknown.` }
  if (given === undefined || given === null || given === '') return { value: input.default, problem: null }
  const value = typeof given === 'number' ? given : typeof given === 'string' ? Number(given) : Number.NaN
  const [least, most] = input.range
  const kind = input.whole === true ? 'a whole number' : 'a number'
  const fits = value >= least && value <= most && (input.whole !== true || Number.isInteger(value))
  return { value, problem: fits ? null : `"${name}" must be ${kind} from ${least} to ${most}.` }
}

/** A number as a sentence prints it: three significant digits, thousands parted. */
export function printed(value: number): string {
  if (!Number.isFinite(value)) return 'without bound'
  if (value !== 0 && Math.abs(value) < 1e-4) return value.toExponential(1)
  const digits = Math.abs(value) >= 1000 ? 0 : 3
  return digits === 0
    ? Math.round(value)
        .toString()
        .replace(/\B(?=(?:\d{3})+$)/g, ',')
    : String(Number(value.toPrecision(digits)))
}
