import { expect, test } from 'vitest'
import { entityNamed, mark, rebuild, sameEntity, storiesOf } from './index.ts'
import { testHouses } from './test-houses.ts'

const houses = testHouses('merge')

test('a name merged by the reader counts for its entity after a rebuild, and no longer once that is undone', async () => {
  const house = await houses.house('2026-05-13T12:00:00Z')
  const item = { title: 'OAIcorp opens an office', text: 'OAIcorp opens an office in Oslo.' }
  await houses.read(house, [{ ...item, url: 'https://desk.example/a', published: '2026-05-12T08:00:00Z' }])
  const openai = entityNamed(house, 'OpenAI')
  if (!openai) throw new Error('the registry lacks OpenAI')
  const told = async () => (await storiesOf(house, openai.id, { limit: 5, asOf: null })).length
  expect(await told()).toBe(0)

  const merge = await sameEntity(house, 'OAIcorp', openai)
  if (!merge) throw new Error('OAIcorp is a name of OpenAI already')
  const act = await mark(house, merge)
  await rebuild(house)
  expect(await told()).toBe(1)

  await mark(house, { kind: 'undo', actId: act.id })
  await rebuild(house)
  expect(await told()).toBe(0)
  expect(await sameEntity(house, 'open ai', openai)).toBeNull()
})
