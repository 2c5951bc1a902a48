import { createHmac } from 'node:crypto'
import { expect } from 'chai'
import { config } from '../../../src/config.ts'
import { SessionVisit } from '../../../src/models/index.ts'
import { signatureOf } from '../../../src/simulators/zoom/room.ts'
import { everythingStored } from '../../support/canaries.ts'
import { createBooking, createMeeting } from '../../support/mentoring-factories.ts'
import { tellZoomsEvent } from '../../support/zoom.ts'

const [secret] = config.zoom.webhookSecrets as [string]
const minutes = (count: number) => new Date(Date.now() + count * 60_000)

describe('POST /webhooks/zoom', () => {
  it('keeps when each of the two came and went, once, and nothing that names them (P11)', async () => {
    const { booking, body } = await visit()
    expect((await tellZoomsEvent(body)).status).to.equal(200)
    expect((await tellZoomsEvent(body)).status).to.equal(200)
    const left = body.replace('participant_joined', 'participant_left').replace('join_time', 'leave_time')
    await tellZoomsEvent(left.replace('17:01:00', '17:29:00').replace('of-the-mentee', 'of-the-mentor'))

    const visits = await SessionVisit.findAll({ order: ['createdAt'] })
    expect(visits.map(({ side, what }) => `${side} ${what}`)).to.deep.equal(['mentee joined', 'mentor left'])
    expect(visits[0]).to.include({ bookingId: booking.id, memberId: booking.menteeId })
    expect(visits[0]!.createdAt).to.deep.equal(new Date('2027-01-12T17:01:00Z'))
    expect(JSON.stringify(await everythingStored())).to.not.contain('canary')
  })

  it('answers 400 to what is unsigned, forged, altered, or more than five minutes old or ahead', async () => {
    const { body } = await visit()
    const { 'x-zm-signature': _, ...unsigned } = signatureOf(body)
    const bad = [
      unsigned,
      signatureOf(body, 'a guess'),
      signatureOf(`${body} `),
      signatureOf(body, secret, minutes(-6)),
      signatureOf(body, secret, minutes(6)),
      { ...signatureOf(body), 'x-zm-request-timestamp': 'now' },
    ]

    for (const headers of bad) expect((await tellZoomsEvent(body, headers)).status).to.equal(400)
    expect((await tellZoomsEvent('', {})).status).to.equal(400)
    expect(await SessionVisit.count()).to.equal(0)
    for (const at of [minutes(-4), minutes(4)])
      expect((await tellZoomsEvent(body, signatureOf(body, secret, at))).status).to.equal(200)
  })

  it('proves that it knows the secret, with the one that asked, while two are in use', async () => {
    const body = JSON.stringify({ event: 'endpoint.url_validation', payload: { plainToken: 'qgg8vlvZRS6UYooatFL8Aw' } })
    const expected = (by: string) => createHmac('sha256', by).update('qgg8vlvZRS6UYooatFL8Aw').digest('hex')
    config.zoom.webhookSecrets.push('the next secret')
    const answers = await Promise.all(
      [secret, 'the next secret'].map((by) => tellZoomsEvent(body, signatureOf(body, by))),
    )
    config.zoom.webhookSecrets.pop()

    expect(answers.map(({ body }) => body.encryptedToken)).to.deep.equal([secret, 'the next secret'].map(expected))
    expect(answers[0]!.body.plainToken).to.equal('qgg8vlvZRS6UYooatFL8Aw')
  })

  it('takes in silence what it does not know: other events, other rooms, other people, no JSON', async () => {
    const { body } = await visit()
    const others = ['{"event":"meeting.started","payload":{}}', 'not JSON', '{}', '[]', '"\u0000"']
    const strangers = [body.replace('of-the-mentee', 'of-nobody'), body.replace(/"id":"\d+"/, '"id":"1"')]
    for (const told of [...others, ...strangers, body.replace('"registrant_id"', '"other_id"')])
      expect((await tellZoomsEvent(told)).status, told).to.equal(200)

    expect(await SessionVisit.count()).to.equal(0)
  })
})

/** That the mentee came in, as Zoom tells it. */
async function visit() {
  const booking = await createBooking()
  const { mentorId, menteeId, id: bookingId } = booking
  const registrants = { mentorRegistrant: 'of-the-mentor', menteeRegistrant: 'of-the-mentee' }
  const { number } = await createMeeting({ bookingId, mentorId, menteeId, ...registrants })
  const somebody = { user_id: '1', user_name: 'canary name', email: 'canary@example.net' }
  const participant = { ...somebody, registrant_id: 'of-the-mentee', join_time: '2027-01-12T17:01:00Z' }
  const object = { id: number, topic: 'Session', participant }
  const payload = { account_id: 'canary', object }
  const body = JSON.stringify({ event: 'meeting.participant_joined', event_ts: Date.now(), payload })
  return { booking, body }
}
