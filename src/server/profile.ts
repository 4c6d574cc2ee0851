import { randomUUID } from 'node:crypto'
import type { Hono } from 'hono'
import { lastRelated } from '#app'
import type { Profile, Tier, Weights } from '#domain'
import { profilePage } from '#web'
import { WEIGHED, WEIGHT_MOST } from '#wire'
import { send, type Tools } from './tools.ts'

const MOST_TOPICS = 200
const MOST_TOPIC_CHARACTERS = 300

/** The profile: shown, tried on last week's stories, kept. */
export function profileRoutes(app: Hono, { live, counter, counted, frame }: Tools): void {
  const view = async (profile: Profile, more: { fault?: string; tried?: boolean }) => ({
    profile,
    keptAt: live.profileKeptAt(),
    learnt: (await lastRelated(live.house(), live.house().clock.now()))?.phrases ?? [],
    factors: (await counted.factors.soon()) ?? [],
    effect: more.tried ? await counter.count('effect', profile) : null,
    fault: more.fault ?? null,
  })

  app.get('/profile', async (c) => send(c, profilePage(frame(c), await view(live.house().profile, {}))))
  app.post('/profile', async (c) => {
    const form = await c.req.parseBody()
    const profile = profileIn(form, live.house().profile)
    const wrong = faultIn(profile)
    if (wrong) return c.html(await profilePage(frame(c), await view(profile, { fault: wrong })), 400)
    if (form.do === 'try') return send(c, profilePage(frame(c), await view(profile, { tried: true })))
    const { store, clock } = live.house()
    const deed = { kind: 'profile' as const, profile: form.do === 'file' ? null : profile }
    await store.saveAct({ id: `a${randomUUID()}`, at: clock.now(), deed })
    await live.actsChanged()
    counter.forget()
    counted.forgetWeights()
    return c.redirect('/profile', 303)
  })
}

/** The profile as a form gives it; what the form does not show (names, treatments) stays as it was. */
function profileIn(form: Readonly<Record<string, unknown>>, before: Profile): Profile {
  const tiers = ([1, 2, 3, 4] as const).flatMap((tier: Tier) => {
    const topics = linesOf(form[`tier${tier}`])
    const known = before.tiers.find((one) => one.tier === tier)
    return topics.length > 0
      ? [{ tier, name: known?.name ?? '', topics, treatment: known?.treatment ?? '' }]
      : []
  })
  const reader =
    typeof form.reader === 'string' && form.reader.trim() !== '' ? form.reader.trim() : before.reader
  const weights = weightsIn(form)
  return {
    ...{ reader, tiers, mutes: linesOf(form.mutes), boosts: linesOf(form.boosts) },
    ...(weights ? { weights } : {}),
  }
}

/** The weights that differ from the usual; null where none does. */
function weightsIn(form: Readonly<Record<string, unknown>>): Weights | null {
  const given = WEIGHED.flatMap(({ factor }) => {
    const said = form[`weight-${factor}`]
    const weight = typeof said === 'string' && said.trim() !== '' ? Number(said.replace(',', '.')) : 1
    return weight === 1 ? [] : [[factor, weight] as const]
  })
  return given.length > 0 ? Object.fromEntries(given) : null
}

function linesOf(value: unknown): string[] {
  if (typeof value !== 'string') return []
  return [
    ...new Set(
      value
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    ),
  ]
}

function faultIn({ tiers, mutes, boosts, weights = {} }: Profile): string | null {
  const lines = [...tiers.flatMap(({ topics }) => topics), ...mutes, ...boosts]
  if (tiers.length === 0)
    return 'A profile needs at least one topic: write one below tier 1. Nothing was kept.'
  const odd = Object.entries(weights).find(([, weight = 1]) => !(weight >= 0 && weight <= WEIGHT_MOST))
  if (odd)
    return `The weight of “${odd[0]}” is a number from 0 to ${WEIGHT_MOST}; 1 is the usual. Nothing was kept.`
  if (lines.length > MOST_TOPICS)
    return `These are ${lines.length} lines; ${MOST_TOPICS} is the most. Join some, or drop them. Nothing was kept.`
  const long = lines.find((line) => line.length > MOST_TOPIC_CHARACTERS)
  return long
    ? `“${long.slice(0, 60)}…” is longer than ${MOST_TOPIC_CHARACTERS} characters. A topic is a phrase. Nothing was kept.`
    : null
}
