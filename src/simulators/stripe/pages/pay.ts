import { type Response, Router } from 'express'
import { money } from '../../../lib/money.ts'
import { cardOf } from '../cards.ts'
import { authenticate, expire, expireDue, type Outcome, payByCard, payByTransfer } from '../pay.ts'
import type { Store, Thing } from '../store.ts'
import { html, show } from './layout.ts'

type Session = Thing<'checkout.session'>

const unknown = 'That is none of the test cards below.'

/** The page on which people pay, as they see it; made without a script. */
export function payPages(store: Store) {
  const router = Router()

  router.param('id', (_req, res, next, id) => {
    expireDue(store)
    const session = store.find('checkout.session', id)
    if (!session)
      return show(res, 'There is no such page', html`<p>Perhaps the address was cut short.</p>`, { status: 404 })
    res.locals.session = session
    if (session.status === 'open') next()
    else ended(res, session)
  })

  router.get('/c/pay/:id', (_req, res) => form(res))

  router.post('/c/pay/:id', (req, res) => {
    const session: Session = res.locals.session
    const { card = '', saved = '', act } = (req.body ?? {}) as Record<string, string>
    if (act === 'transfer') {
      payByTransfer(store, session)
      return back(res, session)
    }
    const remembered = savedCards(session).find(({ id }) => id === saved)
    const number = remembered?._number ?? cardOf(card)?.number
    if (!number) return form(res, unknown, card)
    follow(res, payByCard(store, session, number, remembered), card)
  })

  router.get('/c/pay/:id/bank', (_req, res) => {
    const { id } = res.locals.session as Session
    const question = html`<p>Your bank wants to know whether it is you who pays.</p>
      <form method="post" action="/c/pay/${id}/bank">
        <button name="answer" value="yes">It is me</button>
        <button name="answer" value="no" class="quiet">It is not</button>
      </form>`
    show(res, 'Is it you?', question)
  })

  router.post('/c/pay/:id/bank', (req, res) =>
    follow(res, authenticate(store, res.locals.session, req.body?.answer === 'yes')),
  )

  router.post('/c/pay/:id/expiry', (_req, res) => {
    expire(store, res.locals.session)
    store.save()
    ended(res, res.locals.session)
  })

  return router

  function follow(res: Response, outcome: Outcome, typed = '') {
    const session: Session = res.locals.session
    store.save()
    if (outcome === 'paid') return back(res, session)
    if (outcome === 'asks') return res.redirect(303, `/c/pay/${session.id}/bank`)
    form(res, store.find('payment_intent', session.payment_intent)?.last_payment_error?.message, typed)
  }

  function back(res: Response, session: Session) {
    store.save()
    res.redirect(303, session.success_url.replace('{CHECKOUT_SESSION_ID}', session.id))
  }

  function ended(res: Response, { status, success_url, cancel_url, id }: Session) {
    const paid = status === 'complete'
    const way = paid ? success_url.replace('{CHECKOUT_SESSION_ID}', id) : cancel_url
    show(
      res,
      paid ? 'This was paid' : 'This page has expired',
      html`<p>There is nothing more to do here.</p>${way && html`<p><a href="${way}">Back to the shop</a></p>`}`,
      { status: paid ? 200 : 410 },
    )
  }

  function savedCards({ _showsSaved, customer }: Session) {
    return _showsSaved ? store.all('payment_method', { customer, allow_redisplay: 'always' }) : []
  }

  function form(res: Response, problem?: string, typed = '') {
    const session: Session = res.locals.session
    const { id, currency, amount_total, customer_email, cancel_url } = session
    const price = (amount: number) => money(amount, currency.toUpperCase())
    const saved = savedCards(session)
    const invalid = problem && html` aria-invalid="true" aria-describedby="problem"`
    const content = html`
      <ul class="lines">${session._lines.map(({ name, amount }) => html`<li><span>${name}</span> <span>${price(amount)}</span></li>`)}</ul>
      ${customer_email && html`<p>A receipt goes to ${customer_email}.</p>`}
      ${problem && html`<p class="error" role="alert" id="problem">${problem}</p>`}
      <form method="post" action="/c/pay/${id}">
        ${
          saved.length > 0 &&
          html`<fieldset><legend>Cards you had remembered</legend>
          ${saved.map(({ id, card }) => html`<p><label><input type="radio" name="saved" value="${id}"> ${card.brand} ending in ${card.last4}</label></p>`)}
          <p><label><input type="radio" name="saved" value="" checked> Another card</label></p></fieldset>`
        }
        <label for="card">Card number</label>
        <input id="card" name="card" inputmode="numeric" autocomplete="off" value="${typed}"${invalid}>
        ${session._remember && html`<p>This card will be remembered for the next time, as you asked.</p>`}
        <button>Pay ${price(amount_total)}</button>
      </form>
      <form method="post" action="/c/pay/${id}"><button name="act" value="transfer" class="quiet">Pay by bank transfer</button></form>
      ${cancel_url && html`<p><a href="${cancel_url}">Back without paying</a></p>`}
      <form method="post" action="/c/pay/${id}/expiry"><button class="quiet">Let this page expire</button></form>
      <h2>Test cards</h2>
      <dl>
        <dt>4242 4242 4242 4242</dt><dd>pays</dd>
        <dt>4000 0000 0000 0002</dt><dd>is declined</dd>
        <dt>4000 0000 0000 9995</dt><dd>has not enough on it</dd>
        <dt>4000 0025 0000 3155</dt><dd>asks its owner first</dd>
        <dt>4000 0000 0000 0259</dt><dd>pays, and its bank asks the money back</dd>
        <dt>4000 0000 0000 5126</dt><dd>pays, and cannot be refunded</dd>
        <dt>4000 0000 0000 7726</dt><dd>pays, and is refunded later</dd>
      </dl>`
    show(res, `Pay ${price(amount_total)}`, content, { status: problem ? 422 : 200 })
  }
}
