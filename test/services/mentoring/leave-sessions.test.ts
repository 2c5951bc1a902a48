import { expect } from 'chai'
import { drainQueue } from '../../../src/jobs/queue.ts'
import { Booking } from '../../../src/models/index.ts'
import { suspend } from '../../../src/services/accounts/suspension.ts'
import { leaveSessions } from '../../../src/services/mentoring/leave-sessions.ts'
import { obligationsOf } from '../../../src/services/privacy/erasure/leaving.ts'
import { createUser } from '../../support/factories.ts'
import { leave } from '../../support/leaving.ts'
import { mailbox } from '../../support/mailbox.ts'
import { createBooking, createMentorProfile } from '../../support/mentoring-factories.ts'
import { statementsOf } from '../../support/queries.ts'
import { asked, over } from '../../support/sessions-world.ts'
import { html, signedIn } from '../../support/visitor.ts'

async function pair() {
  const [mentor, mentee] = [await createUser({ role: 'mentor', name: 'Tomáš Řehák' }), await createUser()]
  await createMentorProfile({ mentorId: mentor.id })
  const both = { mentorId: mentor.id, menteeId: mentee.id }
  const [agreed, request] = [await createBooking(both), await createBooking({ ...both, ...asked() })]
  return { mentor, mentee, agreed, request, past: await createBooking({ ...both, ...over() }) }
}

describe('The sessions of who leaves', () => {
  it('are cancelled where they are ahead, and the mentee is told, without the mentor’s name (P24)', async () => {
    const { mentor, mentee, agreed, request, past } = await pair()
    await leave(mentor, 'delete')
    await drainQueue()

    for (const booking of [agreed, request])
      expect(await booking.reload()).to.include({
        mentorId: null,
        state: 'cancelled',
        endedBy: 'mentor',
        refundPercent: 100,
      })
    expect(await past.reload()).to.include({ mentorId: null, state: 'confirmed' })
    const letters = (await mailbox()).filter(({ to }) => to === mentee.email)
    expect(letters).to.have.lengthOf(2)
    expect(letters.map(({ raw }) => raw).join()).not.to.contain('Tom')
  })

  it('are cancelled by our staff when its mentor is suspended: nobody waits before a door that stays shut', async () => {
    const { mentor, mentee, agreed, request } = await pair()
    await suspend(mentor, await createUser({ role: 'support' }), 'A complaint is looked into', new Date())
    await drainQueue()

    const ended = { mentorId: mentor.id, state: 'cancelled', endedBy: 'staff', refundPercent: 100 }
    for (const booking of [agreed, request]) expect(await booking.reload()).to.include(ended)
    expect((await mailbox()).filter(({ to }) => to === mentee.email)).to.have.lengthOf(2)
  })

  it('cost one look at who could help instead and at free times, however many they are', async () => {
    const { mentor, mentee } = await pair()
    const statements = await statementsOf(() => leaveSessions(mentor, new Date()))
    const times = (what: RegExp) => statements.filter((statement) => what.test(statement)).length

    expect(times(/^\s*select p\.id,[\s\S]*shared\.skills/)).to.equal(1)
    expect(times(/UPDATE "mentor_profiles" SET "next_free_at"/)).to.equal(1)
    expect(await Booking.count({ where: { menteeId: mentee.id, state: 'cancelled' } })).to.equal(2)
  })

  it('name others with the same skills or language who are free soonest, at most three, in the letter and on the page', async () => {
    const { mentor, mentee, agreed } = await pair()
    await mentor.update({ skills: ['Joints', 'Saws'], shown: ['skills'] })
    const free = async (name: string, hours: number, skills: string[], more: object = {}) => {
      const [slug, nextFreeAt] = [name.toLowerCase(), new Date(Date.now() + hours * 3_600_000)]
      const { id } = await createUser({ role: 'mentor', name, slug, shown: ['skills'], skills })
      await createMentorProfile({ mentorId: id, nextFreeAt, ...more })
    }
    await free('Ada', 9, ['joints'])
    await free('Bea', 3, ['Cooking'])
    await free('Cid', 8, ['saws', 'joints'])
    await free('Dan', 1, ['Cooking'], { languages: ['cs'] })
    await free('Eva', 1, ['Saws'], { listing: 'paused' })
    await free('Fay', 4, ['Cooking'])
    await leave(mentor, 'delete')
    await drainQueue()

    const [letter] = (await mailbox()).filter(({ to }) => to === mentee.email)
    expect(letter!.text)
      .to.contain('Bea, Cid, Ada')
      .and.not.match(/Dan|Eva|Fay/)
    expect(letter!.links).to.include(`/sessions/${agreed.id}#others`)
    const page = html(await (await signedIn(mentee)).visit(`/sessions/${agreed.id}`))
    expect(page('#others a[href$=times]').length).to.equal(3)
  })

  it('are cancelled for their mentor, too, who keeps no message of theirs (P24)', async () => {
    const { mentor, mentee, agreed } = await pair()
    await leave(mentee, 'delete')
    await drainQueue()

    expect(await agreed.reload()).to.include({ menteeId: null, state: 'cancelled', endedBy: 'mentee', message: null })
    expect((await mailbox()).filter(({ to }) => to === mentor.email)).to.have.lengthOf(2)
  })

  it('are spoken of before they decide', async () => {
    const { mentee } = await pair()
    expect((await obligationsOf(mentee)).join()).to.contain('2 sessions ahead')
  })
})
