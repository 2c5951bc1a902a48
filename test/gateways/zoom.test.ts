import { expect } from 'chai'
import { config } from '../../src/config.ts'
import { type ZoomFailed, zoom } from '../../src/gateways/zoom.ts'
import type { For } from '../../src/privacy/processors.ts'
import { openZoom } from '../support/zoom.ts'

const time = { startsAt: new Date('2027-01-12T17:00:00.000Z'), minutes: 30 }
const passed = (value: string) => value as For<'zoom', string>
const maya = { name: passed('Maya Lindqvist'), email: passed('maya@example.net') }
const [host] = config.zoom.hosts as [string]

describe('A meeting at Zoom', () => {
  const { meetings, account } = openZoom()

  it('is made, found by its topic, moved and removed', async () => {
    const number = await zoom.create(host, 'Session 1234-56', time)
    expect(await zoom.find(host, 'Session 1234-')).to.equal(number)
    expect(await zoom.find(config.zoom.hosts[1]!, 'Session 1234-')).to.equal(undefined)

    await zoom.change(number, { ...time, startsAt: new Date('2027-01-13T08:30:00Z') })
    expect(meetings()[0]).to.include({ topic: 'Session 1234-56', start_time: '2027-01-13T08:30:00Z', duration: 30 })

    await zoom.remove(number)
    await zoom.remove(number)
    expect(meetings()).to.deep.equal([])
  })

  it('says of each field that could record, listen, write or let in that it must not (P11)', async () => {
    await zoom.create(host, 'Session 1234-56', time)
    const { settings } = meetings()[0]!

    expect(settings).to.include({ auto_recording: 'none', use_pmi: false, private_meeting: true, approval_type: 1 })
    const off = ['auto_start_meeting_summary', 'auto_start_ai_companion_questions', 'email_notification']
    const quiet = ['registrants_confirmation_email', 'registrants_email_notification', 'push_change_to_calendar']
    for (const field of [...off, ...quiet]) expect(settings[field], field).to.equal(false)
  })

  it('gives whoever is registered a link of their own, from name and address alone, once (P11)', async () => {
    const number = await zoom.create(host, 'Session 1234-56', time)
    const first = await zoom.register(number, maya)
    const tomas = { name: passed('T'.repeat(80)), email: passed('tomas@example.net') }
    const other = await zoom.register(number, tomas)

    expect(await zoom.register(number, maya)).to.deep.equal(first)
    expect(other.link).to.not.equal(first.link)
    const kept = meetings()[0]!.registrants[0]!
    expect(kept).to.include({ id: first.registrant, first_name: maya.name, email: maya.email })
    expect((await fetch(first.link)).status).to.equal(200)
    expect((await fetch(first.link.replace(/tk=.*/, 'tk=guess'))).status).to.equal(403)
  })

  it('asks for a new token once when Zoom has forgotten the one it gave', async () => {
    await zoom.create(host, 'one', time)
    account().forgetTokens()
    await zoom.create(host, 'two', time)
    expect(meetings()).to.have.lengthOf(2)
  })

  it('is a failure with a code, and with the time from which Zoom may be asked again', async () => {
    expect(await failure(zoom.create('nobody@trellis.example', 'x', time))).to.deep.include({ code: '1001' })
    expect(await failure(zoom.change('81234567890', time))).to.deep.include({ code: '3001', isGone: true })
    expect(await failure(zoom.create(host, '', time))).to.deep.include({ code: '300' })

    Object.assign(account(), { refuses: { status: 429, retryAfter: '2027-01-01T00:00:00Z' } })
    const midnight = new Date('2027-01-01T00:00:00Z')
    expect(await failure(zoom.create(host, 'x', time))).to.deep.include({ code: '429', retryAt: midnight })
    Object.assign(account(), { refuses: { status: 503 } })
    expect(await failure(zoom.create(host, 'x', time))).to.deep.include({ code: '503', retryAt: undefined })
  })

  it('is refused to who has no token, and to a host who has made a hundred today', async () => {
    const answer = await fetch(`${config.zoom.apiBase}/users/${host}/meetings`, { method: 'POST' })
    expect([answer.status, (await answer.json()).code]).to.deep.equal([401, 124])

    const last = config.zoom.hosts.at(-1)!
    for (let n = 0; n < 100; n++) account().counts(last)
    expect(await failure(zoom.create(last, 'x', time))).to.deep.include({ code: '429' })
  })
})

async function failure(work: Promise<unknown>) {
  const error = (await work.then(() => undefined).catch((error) => error)) as ZoomFailed
  expect(error.name).to.equal('ZoomFailed')
  return { ...error, ...error.original }
}
