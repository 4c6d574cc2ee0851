import { resolve } from 'node:path'
import { add } from '#app'
import type { Deed } from '../command.ts'
import { problemLines } from '../problems.ts'

export const deed: Deed = async (setting, given) => {
  const { house } = await setting.open()
  const addresses = given.map((one) => (/^https?:\/\//i.test(one) ? one : resolve(one)))
  const { items, problems } = await add(house, addresses)
  for (const line of problemLines(problems)) setting.tell(line)
  const text =
    items.length > 0
      ? items.map(({ title }) => `Added, and starred for the next edition: ${title}`).join('\n')
      : 'Nothing could be added.'
  return { data: { items, problems }, text, failed: items.length === 0 }
}
