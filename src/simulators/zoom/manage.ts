import express, { type Request, type Response, Router } from 'express'
import { config } from '../../config.ts'
import type { Account, Kept } from './account.ts'

const missing: [number, number, string] = [404, 3001, 'Meeting does not exist.']
const tooMany: [number, number, string] = [429, 429, 'You have exceeded the daily rate limit of this user.']

/** The part of Zoom's API that a server-to-server app of our account opens. */
export function manageMeetings(account: Account) {
  const router = Router()
  router.use(express.json(), express.urlencoded())

  router.use((_req, res, next) => {
    if (!account.refuses) return next()
    const { status, retryAfter } = account.refuses
    if (retryAfter) res.set('Retry-After', retryAfter)
    refuse(res, status, status, 'Try again later.')
  })

  router.post('/oauth/token', (req, res) => {
    const { clientId, clientSecret, accountId } = config.zoom
    const basic = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`
    const { grant_type: grant, account_id: id } = req.body ?? {}
    if (req.get('Authorization') !== basic || grant !== 'account_credentials' || id !== accountId)
      return void res.status(400).json({ reason: 'Invalid client_id or client_secret', error: 'invalid_client' })
    res.json({ access_token: account.newToken(), token_type: 'bearer', expires_in: 3599 })
  })

  router.use('/v2', (req, res, next) => {
    const token = req.get('Authorization')?.replace(/^Bearer /, '')
    if (!token || !account.knows(token)) return refuse(res, 401, 124, 'Invalid access token.')
    next()
  })

  router.use('/v2/users/:user', (req, res, next) => {
    if (!account.hasHost(req.params.user)) return refuse(res, 404, 1001, `User does not exist: ${req.params.user}.`)
    next()
  })

  router.get('/v2/users/:user/meetings', ({ params: { user } }, res) => {
    res.json({ next_page_token: '', meetings: account.meetings.filter(({ host }) => host === user).map(shown) })
  })

  router.post('/v2/users/:user/meetings', ({ params: { user }, body }, res) => {
    const wrong = wrongIn(body, ['topic', 'type', 'start_time', 'duration'])
    if (wrong.length > 0) return invalid(res, wrong)
    if (!account.counts(user)) return refuse(res, ...tooMany)
    const meeting = account.create(user, body)
    if (account.breaksOff) return void res.destroy()
    res.status(201).json({ ...shown(meeting), start_url: `${config.zoom.oauthBase}/s/${meeting.id}?zak=a-secret` })
  })

  router.use('/v2/meetings/:id', (req, res, next) => {
    if (!account.find(req.params.id)) return refuse(res, ...missing)
    next()
  })

  router.get('/v2/meetings/:id', (req, res) => void res.json(shown(meetingOf(req))))

  router.patch('/v2/meetings/:id', (req, res) => {
    const meeting = meetingOf(req)
    const wrong = wrongIn({ ...meeting, ...req.body, type: 2 }, ['start_time', 'duration'])
    if (wrong.length > 0) return invalid(res, wrong)
    if (!account.counts(meeting.host)) return refuse(res, ...tooMany)
    const { start_time, duration } = { ...meeting, ...req.body }
    Object.assign(meeting, { start_time, duration })
    account.write()
    res.status(204).end()
  })

  router.delete('/v2/meetings/:id', (req, res) => {
    const meeting = meetingOf(req)
    if (meeting.registrants.some(({ isThere }) => isThere))
      return refuse(res, 400, 3002, 'Sorry, you cannot delete this meeting since it is in progress.')
    account.remove(meeting)
    res.status(204).end()
  })

  router.post('/v2/meetings/:id/registrants', (req, res) => {
    const [meeting, body] = [meetingOf(req), req.body ?? {}]
    if (meeting.settings?.approval_type === 2) return refuse(res, 400, 300, 'Registration has not been enabled.')
    const wrong = ['first_name', 'email'].filter((field) => typeof body[field] !== 'string' || !body[field])
    if (wrong.length > 0 || body.first_name.length > 64) return invalid(res, wrong)
    const { id, token } = account.register(meeting, body)
    const join_url = `${config.zoom.oauthBase}/w/${meeting.id}?tk=${token}`
    res.status(201).json({ id: meeting.id, registrant_id: id, topic: meeting.topic, join_url })
  })

  return router

  function meetingOf(req: Request) {
    return account.find(req.params.id)!
  }
}

function shown({ id, uuid, topic, start_time, duration, settings }: Kept) {
  return { id, uuid, topic, type: 2, start_time, duration, timezone: 'UTC', settings }
}

/** Which of these fields are not there, or not what Zoom takes. */
function wrongIn(body: Record<string, unknown> = {}, needed: string[]) {
  const isRight: Record<string, (value: unknown) => boolean> = {
    topic: (value) => typeof value === 'string' && value.length > 0 && value.length <= 200,
    type: (value) => value === 2,
    start_time: (value) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(String(value)),
    duration: (value) => Number.isInteger(value) && Number(value) > 0,
  }
  return needed.filter((field) => !isRight[field]!(body[field]))
}

function invalid(res: Response, fields: string[]) {
  const errors = fields.map((field) => ({ field, message: 'Invalid field.' }))
  res.status(400).json({ code: 300, message: 'Validation Failed.', errors })
}

function refuse(res: Response, status: number, code: number, message: string) {
  res.status(status).json({ code, message })
}
