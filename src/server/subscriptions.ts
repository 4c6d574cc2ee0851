import { Hono } from 'hono'
import { html } from 'hono/html'
import { confirmSubscription, type House, leave } from '#app'
import { barePage } from '#web'

/**
 * Where a mail's links lead: a page with two buttons, and the one-click address of RFC 8058. A visit alone changes
 * nothing, since mail programs and virus checkers visit every link. The token in the address is all the proof there is:
 * these addresses are asked for from other hosts and by programs that send no form of ours.
 */
export function subscriptions(live: { house(): House }): Hono {
  const app = new Hono()
  const unknown = () =>
    barePage(
      'No such subscription',
      html`<p>This link is not known here; a newer one may have replaced it.</p>`,
    )

  app.get('/:token', async (c) => {
    const token = c.req.param('token')
    const found = (await live.house().store.subscribers()).find((one) => one.token === token)
    if (!found) return c.html(unknown(), 404)
    const path = `/subscriptions/${encodeURIComponent(token)}`
    return c.html(
      barePage(
        'Mail from Bellwether',
        html`<p>${found.address}: ${found.channels.join(', ')}. Now: ${found.state}.</p>
<form method="post" action="${path}/confirm"><button>Yes, send them to me</button></form>
<form method="post" action="${path}/leave"><button>No more mail</button></form>`,
      ),
    )
  })
  app.post('/:token/confirm', async (c) => {
    const found = await confirmSubscription(live.house(), c.req.param('token'))
    if (!found) return c.html(unknown(), 404)
    return c.html(
      barePage('Confirmed', html`<p>${found.address} gets ${found.channels.join(', ')} from now on.</p>`),
    )
  })
  app.post('/:token/leave', async (c) => {
    const found = await leave(live.house(), c.req.param('token'))
    if (!found) return c.html(unknown(), 404)
    return c.html(barePage('Done', html`<p>${found.address} gets no more mail from here.</p>`))
  })
  return app
}
