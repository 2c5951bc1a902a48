import { expect } from 'chai'
import { seedBulk } from '../../seeders/bulk.ts'
import {
  Booking,
  Consent,
  Enrolment,
  Lesson,
  LessonProgress,
  Mail,
  MentorProfile,
  SignIn,
  Ticket,
  TicketReply,
  User,
} from '../../src/models/index.ts'
import { freeTimesOf } from '../../src/services/mentoring/availability.ts'
import { mentorsLike } from '../../src/services/mentoring/directory.ts'
import { hoursOf } from '../../src/services/mentoring/mentor-profile.ts'
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

  it('adds mentors with hours that their sessions lie in, and lists them with a time that is free', async () => {
    const now = new Date()
    await seedBulk(400, now)
    const bookings = await Booking.findAll()
    const [outside] = await User.sequelize!.query(`
      select from bookings join users on users.id = mentor_id, lateral (select starts_at at time zone time_zone as wall,
        ends_at at time zone time_zone as wall_end) clock
      where extract(isodow from wall) > 5 or wall::time < '09:00' or wall_end::time > '17:00'`)
    const { mentors } = await mentorsLike({}, now)

    expect(outside).to.deep.equal([])
    expect(new Set(bookings.map(({ state }) => state))).to.deep.equal(new Set(['completed', 'requested', 'confirmed']))
    expect(mentors).to.have.length(24)
    const profile = (await MentorProfile.findByPk(mentors[0]!.id))!
    const free = await freeTimesOf((await hoursOf(profile.mentorId))!, 30, now)
    expect(free.map(Number)).to.include(profile.nextFreeAt!.getTime())
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
