import { Router } from 'express'
import type { Link } from '../api/connect.ts'
import type { Store } from '../store.ts'
import { html, show } from './layout.ts'

/** Where mentors tell Stripe who they are and where they bank. Here they only say that they did, and see what was sent. */
export function onboardingPages(store: Store, links: Map<string, Link>) {
  const router = Router()

  router.get('/setup/:token', ({ params: { token } }, res) => {
    const link = links.get(token)
    if (!link || link.expires_at < store.seconds) {
      if (link) return res.redirect(303, link.refresh_url)
      return show(res, 'This link was used already', html`<p>Please ask for a new one.</p>`, { status: 410 })
    }
    const content = html`<p>Stripe would ask for your name, your address and your bank account. None of it reaches the site.</p>
      <form method="post" action="/setup/${token}">
        <button name="answer" value="all">Tell Stripe everything</button>
        <button name="answer" value="nothing" class="quiet">Later</button>
      </form>`
    show(res, 'Where you are paid', content)
  })

  router.post('/setup/:token', ({ params: { token }, body }, res) => {
    const link = links.get(token)
    if (!link) return show(res, 'This link was used already', html`<p>Please ask for a new one.</p>`, { status: 410 })
    links.delete(token)
    if (body?.answer === 'all') {
      const account = store.get('account', link.account)
      Object.assign(account, { details_submitted: true, payouts_enabled: true, capabilities: { transfers: 'active' } })
      store.tell('account.updated', account)
      store.save()
    }
    res.redirect(303, link.return_url)
  })

  router.get('/express/:account', ({ params: { account } }, res) => {
    const sent = store.all('transfer').filter(({ destination }) => destination === account)
    const content = html`<p>Stripe would show ${sent.length} transfers here, and let you choose another bank account.</p>`
    show(res, 'Your account', content)
  })

  return router
}
