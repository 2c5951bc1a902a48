import { expect } from 'chai'
import { seedBulk } from '../../seeders/bulk.ts'
import {
  Booking,
  Consent,
  Enrolment,
  Lesson,
  LessonProgress,
  Mail,
  SignIn,
  Ticket,
  TicketReply,
  User,
} from '../../src/models/index.ts'
import { command } from '../support/command.ts'
import { PASSWORD } from '../support/factories.ts'
import { signedIn } from '../support/visitor.ts'

describe('npm run seed', () => {
  it('adds as many people as asked for, each with what people leave behind', async () => {
    const { code, said } = await command('seed', ['--people', '300'])
    const models = [User, Consent, SignIn, Ticket, TicketReply, Mail, Lesson, Enrolment, LessonProgress, Booking]
    const counts = await Promise.all(models.map((model) => (model as typeof User).count()))

    expect(code, said).to.equal(0)
    expect(counts[0]).to.equal(300)
    expect(Math.min(...counts)).to.be.above(50)
    expect(said).to.contain('users: 300\n')
    expect(said).to.match(/reviews: [1-9]\d+\ncomments: [1-9]\d+\nwishlist_items: [1-9]\d+\n/)
  })

  it('adds others the next time, and the same ones to an empty database', async () => {
    const now = new Date()
    await seedBulk(20, now)
    await seedBulk(20, now)
    const names = await namesOfAll()
    await User.sequelize!.query('truncate users cascade')
    await seedBulk(40, now)

    expect(new Set(names).size).to.be.above(30)
    expect(await namesOfAll()).to.deep.equal(names)
  })

  it('lets them in with the password of the demo', async () => {
    await seedBulk(1, new Date())
    const person = await User.findOne({ rejectOnEmpty: true })

    expect((await (await signedIn(person)).visit('/settings/profile')).status, PASSWORD).to.equal(200)
  })

  it('says what it needs to know', async () => {
    const { code, complained } = await command('seed', ['--people', 'many'])

    expect([code, complained]).to.deep.equal([1, 'Say how many: npm run seed -- --people 1000\n'])
  })
})

async function namesOfAll() {
  return (await User.findAll({ order: ['email'] })).map(({ name, email }) => `${name} ${email}`)
}
