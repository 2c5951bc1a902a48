import { createHmac } from 'node:crypto'
import { Router } from 'express'
import { config } from '../../config.ts'
import type { Account, Kept, Registrant } from './account.ts'

type Event = 'meeting.participant_joined' | 'meeting.participant_left'
export type Deliver = (body: string, headers: Record<string, string>) => Promise<unknown>

/** What a person sees behind their link: a room with a door, where Zoom would have its own. Each step is told to us. */
export function openRooms(account: Account, deliver: Deliver) {
  const router = Router()
  router.use('/w', (_req, res, next) => {
    res.set({ 'Content-Security-Policy': "default-src 'none'; form-action 'self'", 'Cache-Control': 'no-store' })
    next()
  })

  router.get('/w/:id', ({ params, query }, res) => {
    const found = guest(params.id, query.tk)
    if (!found) return void res.status(403).send(page('This link opens no meeting', '<p>It was removed, or moved.</p>'))
    res.send(room(found.meeting, found.registrant))
  })

  router.post('/w/:id/:step', async ({ params: { id, step }, query }, res) => {
    const found = guest(id, query.tk)
    if (!found || !['join', 'leave'].includes(step)) return void res.status(403).send('Forbidden')
    await walk(found.meeting, found.registrant, step === 'join')
    res.redirect(303, `/w/${id}?tk=${found.registrant.token}`)
  })

  return { router, tell: walk }

  function guest(id: string, token: unknown) {
    const meeting = account.find(id)
    const registrant = meeting?.registrants.find((registrant) => registrant.token === token)
    return meeting && registrant && { meeting, registrant }
  }

  /** Somebody comes or goes, and Zoom says so. */
  async function walk(meeting: Kept, registrant: Registrant, isThere: boolean, at = new Date()) {
    registrant.isThere = isThere
    account.write()
    const event = isThere ? 'meeting.participant_joined' : 'meeting.participant_left'
    await signed(event, meeting, registrant, at, deliver)
  }
}

async function signed(event: Event, meeting: Kept, registrant: Registrant, at: Date, deliver: Deliver) {
  const time = { [event === 'meeting.participant_joined' ? 'join_time' : 'leave_time']: at.toISOString() }
  const { id: registrant_id, email, first_name: user_name } = registrant
  const participant = { user_id: '16778240', user_name, email, registrant_id, participant_uuid: registrant_id, ...time }
  const { id, uuid, topic, start_time, duration } = meeting
  const object = { id: String(id), uuid, topic, type: 2, start_time, duration, timezone: 'UTC', participant }
  const body = JSON.stringify({ event, event_ts: Date.now(), payload: { account_id: config.zoom.accountId, object } })
  await deliver(body, signatureOf(body)).catch(() => {}) // Zoom would try again; who plays alone need not
}

/** The headers that Zoom sends with an event. */
export function signatureOf(body: string, secret = config.zoom.webhookSecrets[0]!, at = new Date()) {
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')
  return {
    'Content-Type': 'application/json',
    'x-zm-request-timestamp': timestamp,
    'x-zm-signature': `v0=${signature}`,
  }
}

function room({ id, topic, registrants }: Kept, { token, isThere, first_name }: Registrant) {
  const others = registrants.filter((other) => other.isThere && other.token !== token).map((other) => other.first_name)
  const [step, button] = isThere ? ['leave', 'Leave'] : ['join', 'Join']
  const who = isThere ? [`${first_name} (you)`, ...others] : others
  const list = who.length > 0 ? `<ul>${who.map((name) => `<li>${escaped(name)}</li>`).join('')}</ul>` : '<p>Nobody.</p>'
  return page(
    topic,
    `<p>This stands in for Zoom on your own machine. In the room:</p>${list}
<form method="post" action="/w/${id}/${step}?tk=${token}"><button>${button}</button></form>`,
  )
}

function page(title: string, body: string) {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<main><h1>${escaped(title)}</h1>${body}</main>
</html>`
}

function escaped(text: string) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
