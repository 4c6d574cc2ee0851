import { describe, expect, test } from 'vitest'
import type { Forecast } from '#domain'
import { forecasts } from '#extract'

const read = (text: string) => forecasts(text, { published: '2026-05-13' })

describe('one forecast', () => {
  test.each<[string, Partial<Forecast>]>([
    ['Norlab will ship Orbit-3 by Q3 2026.', { due: '2026-Q3', explicit: true, stance: 'prediction' }],
    ['Prices will halve in the next two years.', { due: '2028-05-12', horizonDays: 730 }],
    ['By the end of the year, half of all calls will be cached.', { due: '2026' }],
    ['Gannet-2 lands next week.', { due: '2026-W21', stance: 'schedule' }],
    ['The weights drop on May 20.', { due: '2026-05-20', horizonDays: 7, stance: 'schedule' }],
    ['The council meets again on Monday.', { due: '2026-05-18', stance: 'schedule' }],
    ['The standard takes effect on 1 January 2027.', { due: '2027-01-01', stance: 'schedule' }],
    ['Orbit plans to sell robots by January.', { due: '2027-01', stance: 'plan', by: 'Orbit' }],
    ['Orbit may buy more robots next quarter.', { due: '2026-Q3', stance: 'hedged' }],
    ['Support for version 2 ends in 90 days.', { due: '2026-08-11' }],
    ['The commission has 60 days to respond.', { horizonDays: 60, due: '2026-07-12' }],
    ['If Heron slips, Gannet will take the lead.', { due: null, stance: 'conditional' }],
    ['“We will break even by 2028,” said its finance chief, Ines Moreau.', { by: 'Ines Moreau' }],
    ['We plan to open the code in June 2026.', { due: '2026-06', stance: 'plan' }],
    ['If the court agrees, the deal closes by June 30.', { due: '2026-06-30', stance: 'conditional' }],
    ['The bill is likely to pass next month.', { due: '2026-06', stance: 'hedged' }],
    ['Prices will have doubled by the middle of next year.', { due: '2027-06-30' }],
    ['By this time next year nobody will talk of it.', { due: '2027-05-13' }],
    ['The vendor has promised a fix by Friday.', { due: '2026-05-15' }],
    ['Support for version 2 ends on 31 March 2027.', { due: '2027-03-31', stance: 'schedule' }],
    ['Heron may overtake Gannet.', { due: null, explicit: false, stance: 'hedged' }],
    ['Will Heron overtake Gannet by the end of 2026?', { due: '2026', stance: 'question' }],
    ['Kestrel’s CEO says the merger will close by July 1.', { due: '2026-07-01' }],
    [
      'Analysts at Rook Institute expect revenue of $4 billion by 2027.',
      { due: '2026-12-31', by: 'Analysts at Rook Institute' },
    ],
    [
      'Adoption by July 2026; if it ships within 60 days, costs will fall.',
      { due: '2026-07-12', dueAlso: '2026-07' },
    ],
  ])('%s', (text, wanted) => {
    const found = read(text)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject(wanted)
  })
})

test('a date without a verb that looks forward is no deadline', () =>
  expect(read('Bookings for next year are up 20%.')).toEqual([]))

test.each([
  'Submissions are due by June 7 on the site.',
  'Registration opens June 1.',
  'The Orbit workshop will take place in Lisbon on June 3.',
  'Norlab will host an evening hangout on June 3.',
  'The next talk will be about caches on June 3.',
  'The promo pricing will last, and users can seize it until June 16.',
  'The senator gives Norlab until June 3 and expects an answer.',
])('%s is an entry of a calendar', (text) => {
  const [found] = read(text)
  expect(found?.stance).toBe('appointment')
})

test.each([
  'OpenAI will announce GPT-6 at its conference in June.',
  'AI applications will close the gap by 2030.',
  'Heron will win the Putnam competition in 2027.',
  'Papers will be written by agents by 2028.',
])('%s foretells', (text) => expect(read(text)[0]?.stance).toBe('prediction'))

test.each([
  'Norlab plans to test ads in the coming weeks.',
  'The tool has produced a billion videos in the preceding 30 days.',
  'Weekly users have tripled since the start of the year to 1.6M.',
  'Working with two friends, he successfully shrank the model by 75% within two months.',
  'Khan gets ghosted: Khan reported a hole and received no answer for over a month.',
])('%s names no day to come', (text) => expect(read(text).filter(({ due }) => due !== null)).toEqual([]))

test('a couple of weeks are two', () =>
  expect(read('Norlab will improve it in the next couple of weeks.')[0]?.due).toBe('2026-05-27'))

test('a headed bullet is one forecast with its criterion and both deadlines', () =>
  expect(
    read(
      '- Power-aware routing, 90 days. Whoever ships it sets the standard. Falsifiable: such a router, in production, by Q4 2026.',
    ),
  ).toMatchObject([
    {
      due: '2026-08-11',
      dueAlso: '2026-Q4',
      horizonDays: 90,
      criterion: 'such a router, in production, by Q4 2026',
      explicit: true,
    },
  ]))

test.each([
  'Will Heron overtake Gannet?',
  'Norlab released Orbit-2 in March 2026.',
  'The company predicted this in 60 days last year.',
  'The team trained for 90 days.',
  'The rate was 5% within two weeks of launch.',
])('no forecast: %s', (text) => expect(read(text)).toEqual([]))

test('without a day of publication a horizon has no due date', () =>
  expect(forecasts('It will pass within 90 days.', { published: null })).toMatchObject([
    { due: null, horizonDays: 90, explicit: true },
  ]))

test('a drawing above a paragraph does not hide what it foretells', () =>
  expect(
    read(
      `┌───┐\n│ a │\n└───┘\n▼\nEnergy\n${'A long line about many things that came before it. '.repeat(4)}The bound (lands 05-14) will follow.`,
    ),
  ).toMatchObject([{ due: '2026-05-14' }]))
