import { expect } from 'chai'
import { Op } from 'sequelize'
import { seedDemoWorld } from '../../seeders/demo-world.ts'
import {
  Booking,
  Enrolment,
  Invoice,
  MentorProfile,
  Order,
  PromiseCheck,
  SessionReview,
  User,
} from '../../src/models/index.ts'
import { auditPromises } from '../../src/services/privacy/promises/promise-audit.ts'
import { html, signedIn, visitor } from '../support/visitor.ts'

describe('The demo world', () => {
  it('has the people that the terminal names, and they can sign in', async () => {
    await seedDemoWorld()

    for (const name of ['maya', 'tomas', 'sam', 'petra', 'ada']) {
      const fields = { email: `${name}@example.org`, password: 'correct horse battery' }
      expect((await visitor().submit('/login', fields)).status, name).to.equal(303)
    }
  })

  it('shows a mentor with a photo, and a question with a file, so that an export has something to carry', async () => {
    await seedDemoWorld()

    const page = html(await visitor().visit('/mentors/tomas-rehak').expect(200))
    await visitor().visit(page('main img').attr('src')!).expect(200)
    await auditPromises({ now: new Date() })
    expect(await PromiseCheck.count({ where: { promise: ['P17', 'P19', 'P25'], state: 'kept' } })).to.equal(3)
  })

  it('has thirty mentors in as many parts of the world as they come from, each with free times and a session behind and ahead', async () => {
    const now = new Date()
    await seedDemoWorld()

    const profiles = await MentorProfile.findAll({ include: ['mentor'] })
    expect(profiles).to.have.length(30)
    expect(profiles.filter(({ nextFreeAt }) => nextFreeAt! > now)).to.have.length(30)
    expect(new Set(profiles.map(({ mentor }) => mentor!.timeZone)).size).to.be.above(20)
    for (const [state, when] of [
      ['completed', { [Op.lt]: now }],
      ['confirmed', { [Op.gt]: now }],
    ] as const) {
      expect(await Booking.count({ where: { state, endsAt: when }, distinct: true, col: 'mentor_id' }), state).to.equal(
        30,
      )
    }
    expect(await SessionReview.count({ where: { publishedAt: { [Op.lt]: now } } })).to.be.above(100)
    await visitor().visit('/mentors').expect(200)
  })

  it('has an order and an invoice for all that was paid, dated and without a gap, and shows what it brought', async () => {
    await seedDemoWorld()
    const unpaid = await Enrolment.count({ where: { source: 'order', orderItemId: null } })
    const invoices = await Invoice.findAll({ order: ['series', 'running'] })

    expect([unpaid, await Order.count()]).to.deep.equal([0, invoices.length])
    expect(invoices.length).to.be.above(50)
    for (const [place, { running, issuedAt }] of invoices.entries()) {
      expect(issuedAt.getTime()).to.be.at.least(invoices[place - 1]?.issuedAt.getTime() ?? 0)
      expect(running).to.equal(
        1 + invoices.slice(0, place).filter(({ series }) => series === invoices[place]!.series).length,
      )
    }
    const tomas = await signedIn((await User.findOne({ where: { email: 'tomas@example.org' } }))!)
    expect(html(await tomas.visit('/mentor/earnings'))('tbody tr').length).to.be.above(2)
  })

  it('is built once: what people change in it stays', async () => {
    await seedDemoWorld()
    await User.update({ name: 'Maya Berg' }, { where: { email: 'maya@example.org' } })
    const before = await User.count()
    await seedDemoWorld()

    expect(await User.count()).to.equal(before)
    expect(await User.count({ where: { name: 'Maya Berg' } })).to.equal(1)
  })
})
