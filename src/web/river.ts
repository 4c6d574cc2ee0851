import { html } from 'hono/html'
import { type RiverChoice, type RiverView, storyPath } from '#wire'
import { clock, counted, type Frame, type Html, page, tabs, time } from './page.ts'
import { acting, storyItem } from './row.ts'

export const RIVER_PAGE_STORIES = 60

/** The scored stories of the last 48 hours. */
export function riverPage(frame: Frame, view: RiverView): Html {
  const { rows, total, window, old, choice } = view
  const nothing = total === 0 && choice.tier === null && !choice.unread
  const intro = nothing
    ? 'The scored stories of the last 48 hours, live.'
    : old
      ? html`Nothing came in during the last 48 hours. These are the 48 hours up to ${time(window.to)}.`
      : html`What came in during the last 48 hours, weighed for you: ${counted(total, 'story', 'stories')}, ${counted(view.unread, 'unread', 'unread')}.`
  const list =
    rows.length > 0
      ? acting(frame.token, pathOf(choice), html`<ol class="rows">${rows.map(storyItem)}</ol>`)
      : html`<p class="empty">${nothing ? html`Nothing came in yet. Name sources in bellwether.yaml and run <code>bellwether run</code>, or read files with <code>bellwether import</code>.` : 'No story fits this choice.'}</p>`
  return page(frame, {
    title: 'River',
    intro,
    body: nothing ? list : html`${justIn(view)}${choices(choice)}${list}${pages(view)}`,
  })
}

/** The box of newest arrivals: it keeps its height, so that what comes in moves nothing. */
function justIn({ newest }: RiverView): Html {
  const lines = newest.map(
    ({ id, title, score, lastSeenAt }) =>
      html`<li><span class="num soft">${clock(lastSeenAt)}</span><span class="num">${Math.round(score)}</span><a href="${storyPath(id)}">${title}</a></li>`,
  )
  return html`<section class="just-in" aria-labelledby="just-in-title"><h2 id="just-in-title">Just in <small id="just-in-count"></small> <a id="just-in-again" href="/river" hidden>Show them in the list</a></h2><ul id="just-in">${lines}</ul></section>`
}

const pathOf = ({ tier, by, unread, page: at }: RiverChoice): string => {
  const asked = new URLSearchParams()
  if (tier !== null) asked.set('tier', String(tier))
  if (by !== 'score') asked.set('by', by)
  if (unread) asked.set('unread', '1')
  if (at > 1) asked.set('page', String(at))
  const text = asked.toString()
  return text ? `/river?${text}` : '/river'
}

function choices(choice: RiverChoice): Html {
  const to = (change: Partial<RiverChoice>) => pathOf({ ...choice, page: 1, ...change })
  return tabs('Which stories', [
    { href: to({ tier: null }), name: 'All tiers', here: choice.tier === null },
    ...([1, 2, 3, 4] as const).map((tier) => ({
      href: to({ tier }),
      name: `Tier ${tier}`,
      here: choice.tier === tier,
    })),
    'gap',
    { href: to({ by: 'score' }), name: 'By worth', here: choice.by === 'score' },
    { href: to({ by: 'time' }), name: 'By time', here: choice.by === 'time' },
    'gap',
    { href: to({ unread: !choice.unread }), name: 'Unread only', here: choice.unread },
  ])
}

function pages({ total, choice }: RiverView): Html | '' {
  const last = Math.ceil(total / RIVER_PAGE_STORIES)
  if (last <= 1) return ''
  const to = (at: number, name: string) =>
    html`<a class="button" href="${pathOf({ ...choice, page: at })}">${name}</a>`
  return html`<p class="inline">${choice.page > 1 ? to(choice.page - 1, 'Better ones') : ''}<span class="soft">Page ${choice.page} of ${last}</span>${choice.page < last ? to(choice.page + 1, 'More stories') : ''}</p>`
}
