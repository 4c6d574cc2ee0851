import { WrongUse } from './command.ts'

const MOST = 1000

/** A count given as an option, 1 to 1000; `usual` when it was not given. */
export function countOption(option: string | boolean | undefined, flag: string, usual: number): number {
  if (option === undefined) return usual
  const count = Number(option)
  if (!Number.isInteger(count) || count < 1 || count > MOST)
    throw new WrongUse(`${flag} ${option}: a whole number from 1 to ${MOST}`)
  return count
}
