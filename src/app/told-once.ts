import type { Problem } from '#domain'

const FEWEST = 4

/**
 * The problems of one source, where one that comes back in item after item with other numbers is told once, with how
 * often: a habit of the source and no accident of a file. What was lost is named each time.
 */
export function toldOnce(problems: readonly Problem[]): Problem[] {
  const alike = Map.groupBy(problems, ({ severity, what }) => `${severity} ${what.replace(/\d+/g, '0')}`)
  return [...alike.values()].flatMap((group) => {
    const [first] = group
    if (!first || group.length < FEWEST || first.severity === 'lost') return group
    return { ...first, what: `${first.what} The same, with other numbers, in ${group.length - 1} more.` }
  })
}
