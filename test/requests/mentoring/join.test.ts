import { expect } from 'chai'
import { SessionVisit } from '../../../src/models/index.ts'
import { createMeeting } from '../../support/mentoring-factories.ts'
import { between, underWay } from '../../support/sessions-world.ts'
import { html } from '../../support/visitor.ts'

describe('GET /sessions/:id/join', () => {
  it('leads each of the two to their own link, and notes that they opened the door', async () => {
    const { path, session, maya, tomas, mentor, mentee } = await between(underWay())
    const meeting = await createMeeting({ bookingId: session.id, mentorId: mentor.id, menteeId: mentee.id })

    expect((await maya.visit(`${path}/join`)).headers.location).to.equal(meeting.menteeLink)
    expect((await tomas.visit(`${path}/join`)).headers.location).to.equal(meeting.mentorLink)
    const visits = await SessionVisit.findAll({ order: ['createdAt'] })
    expect(visits.map(({ side, what }) => `${side} ${what}`)).to.deep.equal(['mentee opened', 'mentor opened'])
  })

  it('shows no link on any page, says when the door opens, and opens it to nobody else', async () => {
    const startsAt = new Date(Date.now() + 16 * 60_000)
    const { path, session, maya, tomas } = await between({ startsAt })
    const meeting = await createMeeting({ bookingId: session.id })

    for (const browser of [maya, tomas]) {
      const pages = [await browser.visit(path), await browser.visit(`${path}/join`).expect(200)]
      for (const { text } of pages) expect(text).to.not.contain(meeting.number)
      expect(html(pages[0]!)(`a[href="${path}/join"]`).text()).to.equal('Join')
      expect(html(pages[0]!)(`form[action="${path}/link"]`).length).to.equal(0)
      expect(html(pages[1]!)('main').text()).to.contain('The door opens on')
    }
    expect(await SessionVisit.count()).to.equal(0)
  })

  it('says that the link is coming while there is none, or that there is nothing to join', async () => {
    const { path, session, maya } = await between(underWay())
    expect(html(await maya.visit(path))('main').text()).to.contain('The link is coming')
    expect(html(await maya.visit(`${path}/join`))('main').text()).to.contain('The link is still to come')

    await session.update({ state: 'cancelled', endedBy: 'mentor', endedAt: new Date() })
    expect(html(await maya.visit(`${path}/join`))('main').text()).to.contain('There is nothing to join')
  })
})
