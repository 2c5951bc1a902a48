import { expect } from 'chai'
import { config } from '../../../src/config.ts'
import { feedOf, invitation } from '../../../src/services/mentoring/calendar.ts'

const now = new Date('2026-12-01T08:00:00Z')
const session = {
  id: '01938c1e-0000-7000-8000-000000000001',
  startsAt: new Date('2026-12-07T13:30:00Z'),
  endsAt: new Date('2026-12-07T14:00:00Z'),
  state: 'confirmed' as const,
  sequence: 0,
}
const page = `${config.baseUrl}/sessions/${session.id}`

describe('The calendar', () => {
  it('gets a session it understands, which names neither person nor topic', () => {
    const { method, content } = invitation(session, 'maya@example.net', now)!

    expect(method).to.equal('REQUEST')
    const lines = unfolded(content)
    expect(lines.slice(0, 2)).to.deep.equal(['BEGIN:VCALENDAR', 'VERSION:2.0'])
    expect(lines).to.include.members([
      ...['METHOD:REQUEST', 'SEQUENCE:0', 'CLASS:PRIVATE', 'STATUS:CONFIRMED', `URL;VALUE=URI:${page}`],
      ...['DTSTAMP:20261201T080000Z', 'DTSTART:20261207T133000Z', 'DTEND:20261207T140000Z'],
      `UID:${session.id}@${new URL(config.baseUrl).hostname}`,
      `SUMMARY:Session at ${config.siteName}`,
      `DESCRIPTION:The session: ${page}\\nTo join: ${page}/join`,
    ])
    expect(lines.filter((line) => line.startsWith('ATTENDEE')).join()).to.match(/maya@example\.net$/)
    expect(lines.filter((line) => line.startsWith('ORGANIZER')).join()).to.match(/mailto:hello@trellis\.example$/)
  })

  it('knows it again when it was moved, and takes it out when it is cancelled', () => {
    const moved = unfolded(invitation({ ...session, sequence: 1 }, 'maya@example.net', now)!.content)
    const { method, content } = invitation({ ...session, sequence: 2, state: 'cancelled' }, 'maya@example.net', now)!
    const gone = unfolded(content)
    const uid = moved.find((line) => line.startsWith('UID:'))!

    expect(moved).to.include.members(['METHOD:REQUEST', 'SEQUENCE:1'])
    expect(method).to.equal('CANCEL')
    expect(gone).to.include.members(['METHOD:CANCEL', 'STATUS:CANCELLED', 'SEQUENCE:2', uid])
  })

  it('hears nothing of what was never agreed', () => {
    for (const state of ['held', 'requested', 'declined', 'expired', 'cancelled'] as const)
      expect(invitation({ ...session, state }, 'maya@example.net', now)).to.equal(undefined)
  })

  it('can read every line: none is longer than 75 octets, whatever letters an address has', () => {
    const { content } = invitation(session, `${'řeháková-😀'.repeat(12)}@příliš-žluťoučký.example`, now)!
    const lines = content.split('\r\n')

    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).to.deep.equal([])
    expect(content.replaceAll('\r\n', '')).to.not.match(/[\r\n]/)
    expect(unfolded(content).join()).to.contain(`${'řeháková-😀'.repeat(12)}@příliš-žluťoučký.example`)
  })

  it('that looks by itself gets all of them at once, for nobody in particular', () => {
    const lines = unfolded(feedOf([session, { ...session, id: session.id.replace(/1$/, '2') }], now))

    expect(lines).to.include.members(['METHOD:PUBLISH', 'REFRESH-INTERVAL;VALUE=DURATION:PT1H'])
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).to.have.lengthOf(2)
    expect(lines.join()).to.not.contain('ATTENDEE')
    expect(unfolded(feedOf([], now)).at(-1)).to.equal('END:VCALENDAR')
  })
})

function unfolded(content: string) {
  return content.replaceAll('\r\n ', '').trimEnd().split('\r\n')
}
