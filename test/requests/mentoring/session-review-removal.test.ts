import { expect } from 'chai'
import { drainQueue } from '../../../src/jobs/queue.ts'
import { Report, SessionReview } from '../../../src/models/index.ts'
import { askHowItWas } from '../../../src/services/mentoring/review-letters.ts'
import { createUser } from '../../support/factories.ts'
import { createSessionReview } from '../../support/mentoring-factories.ts'
import { between, over } from '../../support/sessions-world.ts'
import { html, signedIn, type Visitor, visitor } from '../../support/visitor.ts'

async function met() {
  const world = await between(over())
  const { path, session, mentor, mentee } = world
  const ids = { bookingId: session.id, publishedAt: new Date() }
  const hers = await createSessionReview({ ...ids, writerId: mentee.id, subjectId: mentor.id, body: 'canary-mentee' })
  const said = { ...ids, side: 'mentor' as const, writerId: mentor.id, subjectId: mentee.id }
  const his = await createSessionReview({ ...said, body: 'canary-mentor' })
  const remove = (who: Visitor) => who.submit(`${path}/review/removal`, {}, { from: path })
  const shown = async (who: Visitor, page = path) => html(await who.visit(page))
  return { ...world, hers, his, remove, shown }
}

describe('POST /sessions/:id/review/removal', () => {
  it('deletes what one has said, also where everybody reads it, for good; the other’s stays', async () => {
    const { path, maya, tomas, hers, his, remove, shown } = await met()
    expect((await shown(maya))('[action$="review/removal"]').parent().text()).to.contain('cannot write another one')
    expect((await remove(maya)).headers.location).to.equal(path)

    expect((await shown(maya))('.flash').text()).to.contain('Your review is deleted')
    expect((await SessionReview.findAll()).map(({ id }) => id)).to.deep.equal([his.id])
    for (const [who, page] of [
      [tomas, path],
      [visitor(), '/mentors/tomas'],
    ] as const)
      expect((await shown(who, page))('main').text()).not.to.contain(hers.body)
    const page = await shown(maya)
    expect(page('main').text()).to.contain('canary-mentor').and.contain('You deleted a review')
    expect(page('[action$=review], [action$=removal]')).to.have.lengthOf(0)

    await maya.submit(`${path}/review`, { rating: '1', body: 'in anger' }, { from: path })
    expect(await SessionReview.count()).to.equal(1)
    expect(await askHowItWas({ now: new Date(), dryRun: true, confirmed: false })).to.deep.equal({ asked: 0 })
    expect((await remove(await signedIn(await createUser()))).status).to.equal(404)
  })

  it('lets who was not read yet begin anew, and leaves what was taken down', async () => {
    const { path, maya, tomas, hers, his, remove, shown } = await met()
    await SessionReview.update({ publishedAt: null }, { where: { id: [hers.id, his.id] } })
    await remove(maya)
    expect((await shown(tomas))('.timeline').text()).not.to.contain('review')
    await maya.submit(`${path}/review`, { rating: '4' }, { from: path })
    expect(await SessionReview.count()).to.equal(2)

    await his.update({ publishedAt: new Date(), removedAt: new Date(), removedBecause: 'abuse' })
    expect((await remove(tomas)).status).to.equal(403)
    expect((await shown(tomas))('[action$=removal]')).to.have.lengthOf(0)
  })
})

describe('What a mentor says of a mentee', () => {
  it('is reported by the mentee where they read it, and by nobody else', async () => {
    const { path, maya, session, his, shown } = await met()
    const link = (await shown(maya))('#how-it-was a[href^="/reports/new"]').attr('href')!
    const send = (who: Visitor) =>
      who.submit('/reports', { session_review: his.id, reason: 'private' }, { from: '/reports/new' })

    expect((await shown(maya, link))('blockquote').text()).to.contain('canary-mentor')
    expect((await send(await signedIn(await createUser()))).status).to.equal(404)
    expect((await send(maya)).headers.location).to.equal(path)

    const { id } = (await Report.findOne())!
    const staff = await signedIn(await createUser({ role: 'support' }))
    const where = html(await staff.visit(`/staff/reports/${id}`))('main a[href^="/staff/sessions"]').attr('href')
    expect(where).to.equal(`/staff/sessions/${session.id}`)
    expect(html(await staff.visit('/staff/reports'))('tbody').text()).to.contain('A review on Maya Lindqvist')
    await staff.submit(
      `/staff/reports/${id}/decision`,
      { decision: 'uphold', reason: 'private' },
      { from: `/staff/reports/${id}` },
    )
    await drainQueue()
    expect((await shown(maya))('main').text()).not.to.contain('canary-mentor')
  })
})
