import { expect, test } from 'vitest'
import { addPrediction, duePredictions, ledger, predictionRecords, rebuild, settle } from './index.ts'
import { testHouses } from './test-houses.ts'

const { house, read } = testHouses('ledger')

const letter = {
  ...{ title: 'A letter on training', url: 'https://desk.example/a', published: '2026-05-12T08:00:00Z' },
  text: 'Token Superposition at frontier scale, 60 days. The claim is 2.5x at 10B. Falsifiable: a frontier-scale training run with Token Superposition reports a comparable speedup.',
}
const outcome = {
  ...{ title: 'A training report', url: 'https://lab.example/b', published: '2026-05-20T08:00:00Z' },
  text: 'Our lab reports a frontier-scale training run with Token Superposition: a comparable speedup of 2.4x.',
}

test('what a source foretells is entered once, with its date, and a rebuild adds nothing', async () => {
  const at = await house('2026-05-25T00:00:00.000Z')
  await read(at, [letter])
  const [entry, ...others] = await ledger(at, { asOf: null })
  expect(others).toEqual([])
  expect(entry?.prediction).toMatchObject({
    due: '2026-07-11',
    road: 'source',
    madeAt: expect.stringContaining('2026-05-12'),
  })
  await rebuild(at)
  expect(await ledger(at, { asOf: null })).toHaveLength(1)
  expect(await ledger(at, { asOf: '2026-05-12T00:00:00.000Z' })).toEqual([])
})

test('the same voice in other words foretells nothing new, and an appointment is no prediction', async () => {
  const at = await house('2026-05-25T00:00:00.000Z')
  const told = (title: string, text: string) => ({
    ...letter,
    title,
    text,
    url: `https://desk.example/${title}`,
  })
  await read(at, [
    told('a', 'Mira Holt announced that Kestrel will be appointing a new chief of robots on June 13, 2026.'),
    told(
      'b',
      'In a letter to owners, Mira Holt revealed that Kestrel will welcome a new chief of robots on June 13, 2026.',
    ),
    told('c', 'Kestrel will host an evening meetup on robots on June 13, 2026.'),
    told('d', 'Kestrel will raise the rent of its robots on June 13, 2026.'),
  ])
  const claims = (await ledger(at, { asOf: null })).map(({ prediction: { claim } }) => claim)
  expect(claims.filter((claim) => /chief/.test(claim))).toHaveLength(1)
  expect(claims.filter((claim) => !/chief/.test(claim))).toEqual([expect.stringContaining('rent')])
})

test.each([
  ['an offer', 'Kestrel members should download their maps, which will be deleted on June 13, 2026.'],
  [
    'a claim of nobody',
    'In an afternoon they made slides which they will use as homework for the next two months.',
  ],
  [
    'what is right whatever comes',
    'Kestrel may possibly become a more important name in robots by June 13, 2026.',
  ],
  ['how long a thing takes', 'Kestrel will offer discounts for 1–3 year commits to its robots.'],
])('%s is not entered', async (_, text) => {
  const at = await house('2026-05-25T00:00:00.000Z')
  await read(at, [{ ...letter, text }])
  expect(await ledger(at, { asOf: null })).toEqual([])
})

test('what stands behind a heading is the claim, and who is named before a colon is its voice', async () => {
  const at = await house('2026-05-25T00:00:00.000Z')
  const title = 'Robots on the move'
  await read(at, [
    { ...letter, title, text: `${title}: Kestrel will open a plant in Riga by June 2027. Its rivals wait.` },
    {
      ...{ ...letter, title: 'b', url: 'https://desk.example/b' },
      text: 'OpenAI: a model will replace half of all software engineers by 2028.',
    },
  ])
  expect((await ledger(at, { asOf: null })).map(({ prediction: { claim, by } }) => [claim, by])).toEqual([
    ['Kestrel will open a plant in Riga by June 2027.', 'Desk'],
    ['OpenAI: a model will replace half of all software engineers by 2028.', 'OpenAI'],
  ])
})

test('evidence before the date is proposed with its elapsed time, and settling ends the waiting', async () => {
  const at = await house('2026-05-25T00:00:00.000Z')
  await read(at, [letter, outcome])
  const [proposal] = await duePredictions(at, { asOf: null })
  expect(proposal).toMatchObject({ outcome: 'right', clear: true, elapsedDays: 8, lateDays: 0 })
  expect(proposal?.evidence[0]?.text).toContain('comparable speedup')
  if (!proposal) throw new Error('nothing was proposed')
  await settle(at, proposal.prediction.id, {
    ...{ outcome: proposal.outcome, because: proposal.because, by: 'house' },
    itemIds: proposal.evidence.map(({ itemId }) => itemId),
  })
  expect(await duePredictions(at, { asOf: null })).toEqual([])
  expect((await predictionRecords(at, { asOf: null, by: 'source' }))[0]).toMatchObject({
    of: 'Desk',
    right: 1,
  })
})

test('a late one is listed until it is settled', async () => {
  const at = await house('2026-08-01T00:00:00.000Z')
  await read(at, [letter])
  expect((await duePredictions(at, { asOf: null }))[0]).toMatchObject({
    outcome: 'wrong',
    clear: false,
    lateDays: 21,
  })
})

test('the reader’s own is refused with a rewording, or entered; a change is a new version', async () => {
  const at = await house('2026-05-12T10:00:00.000Z', 'reader')
  const claim = 'OpenAI releases open weights of a GPT-5 model'
  const asked = { claim, criterion: null, probability: 0.2 }
  const refused = await addPrediction(at, { ...asked, due: null })
  expect(refused.entered).toBeNull()
  expect(refused.faults[0]?.suggestion).toContain('2026-08-10')
  const { entered } = await addPrediction(at, { ...asked, due: '2026-Q3' })
  expect(entered?.entityIds).toContain('openai')
  const later = await house('2026-05-13T10:00:00.000Z', 'reader')
  await addPrediction(later, { ...asked, due: '2026-Q4', replaces: entered?.id ?? '' })
  expect((await ledger(later, { asOf: null })).map(({ prediction }) => prediction.due)).toEqual(['2026-Q4'])
  await expect(addPrediction(later, { ...asked, due: '2026-Q4', replaces: 'p-none' })).rejects.toThrow(
    'p-none',
  )
})
