import { type Deed, WrongUse } from '../command.ts'

/** Lists the calculators, or runs one on inputs given as name=value. */
export const deed: Deed = async () => {
  throw new WrongUse('the workbench is not connected yet')
}
