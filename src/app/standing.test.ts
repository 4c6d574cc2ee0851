import { expect, test } from 'vitest'
import { rebuild } from './index.ts'
import { judgeOf } from './judge.ts'
import { standingsAt } from './standing.ts'
import { testHouses } from './test-houses.ts'

const houses = testHouses('standing')

const NOW = '2026-05-20T00:00:00.000Z'
const WORDS = 'harbour robots kernels chips wards voices courts funds maps games lakes roads'.split(' ')

test('what points mean at an instant is not moved by what came later, nor by a rebuild', async () => {
  const house = await houses.house(NOW)
  const read = (days: readonly string[]) =>
    houses.read(
      house,
      days.flatMap((day) =>
        WORDS.map((word, at) => ({
          title: `${word} of ${day}`,
          text: `${word} `.repeat(40 * at),
          url: `https://d.example/${word}/${day}`,
          published: `${day}T08:00:00Z`,
        })),
      ),
    )
  // Each time a judge of its own: what is kept for one must not hide a difference.
  const meant = async (at: string) => {
    const own = { ...house, profile: { ...house.profile } }
    const standing = await standingsAt(own, at, await judgeOf(own), { remembers: true })
    return [2, 6, 10, 40].map(standing)
  }

  await read(['2026-04-20', '2026-04-28'])
  const before = await meant('2026-05-06T12:00:00.000Z')
  expect(before[0]?.stories).toBeGreaterThan(10)
  expect(before[0]?.value).toBeLessThan(before[3]?.value ?? 0)
  await read(['2026-05-07', '2026-05-08', '2026-05-09'])
  expect(await meant('2026-05-06T12:00:00.000Z')).toEqual(before)
  await rebuild(house)
  expect(await meant('2026-05-06T12:00:00.000Z')).toEqual(before)
  expect((await meant(NOW))[0]?.stories).toBeGreaterThan(before[0]?.stories ?? 0)
})
