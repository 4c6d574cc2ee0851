import { html } from 'hono/html'
import { type ProfileView, storyPath, WEIGHED, WEIGHT_MOST } from '#wire'
import { counted, day, type Frame, type Html, page } from './page.ts'
import { signed } from './row.ts'

/** What the reader cares about: all of it visible and movable, tried on last week's stories before it is kept. */
export function profilePage(frame: Frame, view: ProfileView): Html {
  const { reader, tiers, mutes, boosts } = view.profile
  const step = (at: number, name: string) => html`<legend>${at}. ${name}</legend>`
  const tierFields = ([1, 2, 3, 4] as const).map((tier) => {
    const own = tiers.find((one) => one.tier === tier)
    return html`<div class="field"><label for="tier${tier}">Tier ${tier}${own?.name ? `: ${own.name}` : ''}</label><textarea id="tier${tier}" name="tier${tier}" rows="${Math.min(9, Math.max(2, own?.topics.length ?? 2))}">${own?.topics.join('\n') ?? ''}</textarea></div>`
  })
  return page(frame, {
    title: 'Profile',
    intro: html`What is in force comes from ${view.keptAt ? `what you kept here on ${day(view.keptAt)}` : 'your settings file'}. Change it, try it on the stories of last week, and keep it when you like what you see.`,
    body: html`${view.fault ? html`<p class="note" role="alert">${view.fault}</p>` : ''}${effect(view)}<form class="keep" id="profile" method="post" action="/profile"><input type="hidden" name="token" value="${frame.token}">
<fieldset>${step(1, 'Who reads')}<p class="field"><label for="reader">In a few words</label><input type="text" id="reader" name="reader" value="${reader}" maxlength="200"></p></fieldset>
<fieldset>${step(2, 'What you follow')}<p class="soft">One topic a line, as you would write it: <code>KV cache</code>, <code>quantization / distillation</code>, <code>vision (image, video)</code>. Tier 1 is your core; a step of tier weighs more than all else.</p>${tierFields}</fieldset>
<fieldset>${step(3, 'What counts more, and what never comes up')}<p class="field"><label for="boosts">More: words, names or sources, one a line</label><textarea id="boosts" name="boosts" rows="3">${boosts.join('\n')}</textarea></p><p class="field"><label for="mutes">Never: words, names or sources, one a line</label><textarea id="mutes" name="mutes" rows="3">${mutes.join('\n')}</textarea></p>${weights(view)}</fieldset>
<fieldset>${step(4, 'Try it, then keep it')}<p class="inline"><button class="main" name="do" value="try">Try it on last week</button><button name="do" value="keep">Keep it</button>${view.keptAt ? html`<button name="do" value="file">Take the settings file again</button>` : ''}</p></fieldset></form>${learnt(view)}`,
  })
}

function effect({ effect: found }: ProfileView): Html | '' {
  if (found === null) return ''
  const rows = found.changes.map(
    ({ storyId, title, before, after, tierBefore, tierAfter, rankBefore, rankAfter }) =>
      html`<tr><td><a href="${storyPath(storyId)}">${title}</a></td><td class="n">${before.toFixed(1)}</td><td class="n">${after.toFixed(1)}</td><td class="n"><b>${signed(after - before)}</b></td><td class="fit">${tierBefore ?? 'none'} → ${tierAfter ?? 'none'}</td><td class="fit">${rankBefore} → ${rankAfter}</td></tr>`,
  )
  return html`<section aria-labelledby="effect"><h2 id="effect">What it would change</h2><p>Of ${counted(found.stories, 'story', 'stories')} of last week ${counted(found.changed, 'changes', 'change')}: ${counted(found.up, 'rises', 'rise')}, ${counted(found.down, 'falls', 'fall')}, ${counted(found.retiered, 'gets', 'get')} another tier. Nothing is kept yet.</p><p><button class="main" name="do" value="keep" form="profile">Keep it</button></p>${rows.length > 0 ? html`<div class="scroll" role="region" tabindex="0" aria-label="What it would change"><table class="grid"><thead><tr><th scope="col">Story</th><th scope="col" class="n">Now</th><th scope="col" class="n">Then</th><th scope="col" class="n">Moves</th><th scope="col">Tier</th><th scope="col">Rank</th></tr></thead><tbody>${rows}</tbody></table></div>` : ''}</section>`
}

function learnt({ learnt: words, profile }: ProfileView): Html | '' {
  const topics = profile.tiers.flatMap(({ topics: own }) => own)
  const rows = topics.flatMap((topic) => {
    const said = words.filter((one) => one.topic === topic)
    const list = said.map(({ phrase, together, stories }) => `${phrase} (${together} of ${stories})`)
    return list.length > 0 ? [html`<tr><td>${topic}</td><td class="wide">${list.join(', ')}</td></tr>`] : []
  })
  if (rows.length === 0) return ''
  return html`<h2>What your stories say with your topics</h2><p class="soft">Learnt once a week from the twelve weeks before: of the stories that say a word, so many are about the topic. Such words count less than the topic’s own, and a score that needed one says so.</p><div class="scroll" role="region" tabindex="0" aria-label="Words learnt"><table class="grid"><thead><tr><th scope="col">Topic</th><th scope="col">Words</th></tr></thead><tbody>${rows}</tbody></table></div>`
}

/** Every reason with its weight, beside what it gave and took last week. */
function weights({ factors, profile }: ProfileView): Html {
  const lastWeek = new Map(factors.map((row) => [row.factor, row]))
  const rows = WEIGHED.map(({ factor, meaning }) => {
    const row = lastWeek.get(factor)
    const id = `weight-${factor}`
    return html`<tr><td><label for="${id}">${factor}</label><span class="soft">${meaning}</span></td><td class="n"><input type="number" id="${id}" name="${id}" min="0" max="${WEIGHT_MOST}" step="0.25" value="${profile.weights?.[factor] ?? 1}" inputmode="decimal"></td><td class="n">${row?.stories ?? ''}</td><td class="n">${row ? signed(row.mean) : ''}</td><td class="n">${row ? `${signed(row.least)} to ${signed(row.most)}` : ''}</td></tr>`
  })
  return html`<p id="weighs">How much each reason of a score counts: 1 is the usual, 0 leaves it out, ${WEIGHT_MOST} is the most.${factors.length > 0 ? ' Beside it, what it gave or took of 100 points last week, over the stories that it touched.' : ''}</p><div class="scroll" role="region" tabindex="0" aria-labelledby="weighs"><table class="grid"><thead><tr><th scope="col">Reason</th><th scope="col" class="n">Weight</th><th scope="col" class="n">Stories</th><th scope="col" class="n">Mean</th><th scope="col" class="n">Range</th></tr></thead><tbody>${rows}</tbody></table></div>`
}
