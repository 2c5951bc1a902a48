import { type Request, type Response, Router } from 'express'
import { minorOf, money } from '../../../lib/money.ts'
import { decide, giveBack, openDispute, settleRefund } from '../give-back.ts'
import { settleTransfer } from '../pay.ts'
import type { Post } from '../post.ts'
import { Refusal } from '../refusal.ts'
import type { Store, Thing } from '../store.ts'
import { html, type Markup, show } from './layout.ts'

const MOST = 50

/** What the owner of the account sees at Stripe, and may do there: whoever tries the demo plays both. */
export function dashboardPages(store: Store, post: Post) {
  const router = Router()

  router.get('/', (_req, res) => res.redirect(303, '/dashboard'))
  router.get('/dashboard', (_req, res) => board(res))

  act('/dashboard/charges/:id/refunds', ({ id, typed }) => {
    const amount = typed.amount ? minorOf(typed.amount) : undefined
    giveBack(store, { charge: store.get('charge', id), amount: typed.amount ? (amount ?? 0) : undefined })
  })
  act('/dashboard/charges/:id/disputes', ({ id }) =>
    openDispute(store, store.get('charge', id), 'product_not_received'),
  )
  act('/dashboard/disputes/:id/decision', ({ id, typed }) =>
    decide(store, store.get('dispute', id), typed.status === 'won' ? 'won' : 'lost'),
  )
  act('/dashboard/refunds/:id/outcome', ({ id, typed }) =>
    settleRefund(store, store.get('refund', id), typed.status === 'succeeded'),
  )
  act('/dashboard/checkouts/:id/transfer', ({ id, typed }) =>
    settleTransfer(store, store.get('checkout.session', id), typed.came === 'yes'),
  )
  act('/dashboard/events/:id/deliveries', ({ id }) => post.send(store.get('event', id)))

  return router

  function act(path: string, work: (on: { id: string; typed: Record<string, string> }) => unknown) {
    router.post(path, async (req: Request, res: Response) => {
      try {
        await work({ id: String(req.params.id), typed: req.body ?? {} })
        store.save()
        res.redirect(303, '/dashboard')
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        board(res, error.message)
      }
    })
  }

  function board(res: Response, problem?: string) {
    const payments = store.all('payment_intent').slice(0, MOST)
    const events = store.all('event').slice(0, MOST)
    const content = html`
      ${problem && html`<p class="error" role="alert">${problem}</p>`}
      ${payments.length === 0 && html`<p>Nobody has paid anything yet.</p>`}
      ${
        payments.length > 0 &&
        html`<div class="table"><table>
        <thead><tr><th scope="col">Payment</th><th scope="col">When</th><th scope="col">State</th><th scope="col">What can be done</th></tr></thead>
        <tbody>${payments.map(row)}</tbody></table></div>`
      }
      <h2>What the site was told</h2>
      ${events.length === 0 && html`<p>Nothing yet.</p>`}
      <ul>${events.map(
        ({
          id,
          type,
          created,
          pending_webhooks,
        }) => html`<li>${type}, <span class="soft">${when(created)}${pending_webhooks > 0 && ', not heard yet'}</span>
          ${button(`/dashboard/events/${id}/deliveries`, 'Tell it again', type, id)}</li>`,
      )}</ul>`
    show(res, 'Payments', content, { wide: true, status: problem ? 422 : 200 })
  }

  function row(intent: Thing<'payment_intent'>) {
    const charge = store.find('charge', intent.latest_charge)
    const refunded =
      charge &&
      charge.amount_refunded > 0 &&
      `, ${money(charge.amount_refunded, intent.currency.toUpperCase())} refunded`
    return html`<tr><th scope="row">${money(intent.amount, intent.currency.toUpperCase())}</th><td>${when(intent.created)}</td>
      <td>${intent.status.replaceAll('_', ' ')}${refunded}</td><td>${charge ? forCharge(charge) : intent.status === 'processing' && forTransfer(intent)}</td></tr>`
  }

  function forTransfer({ _session, id }: Thing<'payment_intent'>) {
    const path = `/dashboard/checkouts/${_session}/transfer`
    return [button(path, 'The money came', id, 'yes', 'came'), button(path, 'It never came', id, 'no', 'came')]
  }

  function forCharge(charge: Thing<'charge'>): Markup[] {
    const { id, amount, amount_refunded } = charge
    const path = `/dashboard/charges/${id}`
    const refund = html`<form class="small" method="post" action="${path}/refunds"><input name="amount" aria-label="Amount to refund of ${id}; all of it where empty">
      <button>Refund</button></form> `
    const disputes = store.all('dispute', { charge: id })
    return [
      ...(amount > amount_refunded ? [refund] : []),
      ...(disputes.length === 0 ? [button(`${path}/disputes`, 'Dispute', id)] : []),
      ...disputes.flatMap(({ id, status }) => [
        html`<span>Dispute: ${status.replaceAll('_', ' ')}</span> `,
        button(`/dashboard/disputes/${id}/decision`, 'Won', id, 'won'),
        button(`/dashboard/disputes/${id}/decision`, 'Lost', id, 'lost'),
      ]),
      ...store
        .all('refund', { charge: id })
        .flatMap((one) => [
          html`<span>Refund of ${money(one.amount, one.currency.toUpperCase())}: ${one.status}</span> `,
          one.status === 'pending'
            ? button(`/dashboard/refunds/${one.id}/outcome`, 'Arrived', one.id, 'succeeded')
            : html``,
          one.status === 'failed'
            ? html``
            : button(`/dashboard/refunds/${one.id}/outcome`, 'Came back', one.id, 'failed'),
        ]),
    ]
  }
}

function button(path: string, text: string, of: string, value?: string, name = 'status') {
  return html`<form class="small" method="post" action="${path}"><button name="${name}" value="${value}" aria-label="${text}: ${of}">${text}</button></form> `
}

function when(seconds: number) {
  return new Date(seconds * 1000).toISOString().replace('T', ' ').slice(0, 16)
}
