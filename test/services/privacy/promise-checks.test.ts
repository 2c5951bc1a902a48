import { expect } from 'chai'
import { sql } from '../../../src/lib/sql.ts'
import { Erasure, PromiseCheck } from '../../../src/models/index.ts'
import { createVideo } from '../../support/course-factories.ts'
import { createConsent, createDisclosure, createSignIn, createUser } from '../../support/factories.ts'
import { createMeeting } from '../../support/mentoring-factories.ts'
import { daysAgo, look } from '../../support/promises.ts'

describe('The check of the database for', () => {
  it('an undeclared column finds it (P02)', async () => {
    expect(await look('P02')).to.include({ state: 'kept' })

    await sql('alter table tickets add column mood text')
    const found = await look('P02')
    await sql('alter table tickets drop column mood')

    expect(found.state).to.equal('broken')
    expect(found.figure).to.match(/, 1 undeclared$/)
  })

  it('account data sees each column declared, exported and editable (P01)', async () => {
    expect(await look('P01')).to.deep.equal({
      state: 'kept',
      figure: '7 of 7 columns declared, edited at /settings/profile',
    })
  })

  it('addresses notices one that stayed too long (P04)', async () => {
    const alice = await createUser()
    await createSignIn({ userId: alice.id, createdAt: daysAgo(89) })
    expect(await look('P04')).to.deep.equal({ state: 'kept', figure: 'the oldest sign-in is 89 days old' })

    await createSignIn({ userId: alice.id, createdAt: daysAgo(93) })
    expect(await look('P04')).to.include({ state: 'broken' })
  })

  it('disclosures notices a company that nobody declared, and a field that is not for it (P06, P13)', async () => {
    const alice = await createUser()
    await createDisclosure({ userId: alice.id, processor: 'mail', fields: ['users.email'] })
    expect(await look('P06')).to.include({ state: 'kept' })
    expect(await look('P13')).to.deep.equal({ state: 'kept', figure: '1 field passed on, 0 undeclared' })

    await createDisclosure({ userId: alice.id, processor: 'mail', fields: ['users.password_digest'] })
    await sql(`insert into disclosures select gen_random_uuid(), user_id, 'broker', 'gain', fields, created_at
               from disclosures limit 1`)
    expect(await look('P06')).to.deep.equal({ state: 'broken', figure: 'data went to 1 stranger' })
    expect(await look('P13')).to.include({ state: 'broken' })
  })

  it('Zoom notices a field that is neither name nor address, and a meeting that outlives its session (P11)', async () => {
    const alice = await createUser()
    await createDisclosure({ userId: alice.id, processor: 'zoom', fields: ['users.name', 'users.email'] })
    const figure = 'name and address, 0 other fields; 0 meetings left over'
    expect(await look('P11')).to.deep.equal({ state: 'kept', figure })

    const meeting = await createMeeting({ busyFrom: daysAgo(3), busyUntil: daysAgo(2) })
    expect(await look('P11')).to.include({ state: 'watched' })
    await meeting.destroy()
    await createDisclosure({ userId: alice.id, processor: 'zoom', fields: ['bookings.message'] })
    expect(await look('P11')).to.include({ state: 'broken' })
  })

  it('videos notices an address that names somebody, and a field that is not for Bunny (P12)', async () => {
    const alice = await createUser()
    const video = await createVideo()
    await createDisclosure({ userId: alice.id, processor: 'bunny', fields: ['videos.guid'] })
    expect(await look('P12')).to.deep.equal({
      state: 'kept',
      figure: 'the same address for everybody in an hour, 1 field passed on, 0 undeclared',
    })

    await video.update({ guid: alice.id })
    expect(await look('P12')).to.deep.equal({ state: 'broken', figure: 'an address of a video names somebody' })
    await video.destroy()
    await createDisclosure({ userId: alice.id, processor: 'bunny', fields: ['users.email'] })
    expect(await look('P12')).to.include({ state: 'broken' })
  })

  it('passwords tells a hash of today from one that waits to be renewed (P33)', async () => {
    const alice = await createUser()
    expect(await look('P33')).to.deep.equal({ state: 'kept', figure: '1 hash, none below cost 5' })

    await alice.update({ passwordDigest: alice.passwordDigest.replace('$05$', '$04$') })
    expect(await look('P33')).to.include({ state: 'watched' })

    await alice.update({ passwordDigest: '$2b$ a password in the clear' })
    expect(await look('P33')).to.deep.equal({ state: 'broken', figure: '1 password not hashed by bcrypt' })
  })

  it('choices notices a switch that does not stand as its owner left it (P25)', async () => {
    const alice = await createUser({ marketing: true })
    expect(await look('P25')).to.include({ state: 'broken' })

    await createConsent({ userId: alice.id, purpose: 'marketing', granted: true })
    expect(await look('P25')).to.deep.equal({ state: 'kept', figure: '1 choice made, each as its switch stands' })

    await createConsent({ userId: alice.id, purpose: 'marketing', granted: false })
    expect(await look('P25')).to.include({ state: 'broken' })
  })

  it('erasures notices who is overdue, and what was left behind (P24, P28)', async () => {
    await createUser({ erasureAskedAt: daysAgo(10), erasureDueAt: daysAgo(-4) })
    const erased = { id: '01938a00-0000-7000-8000-000000000001', askedAt: daysAgo(20), dueAt: daysAgo(6) }
    await Erasure.create({ ...erased, status: 'verified', erasedAt: daysAgo(6), verifiedAt: daysAgo(5) })
    expect(await look('P24')).to.deep.equal({ state: 'kept', figure: '1 erasure, nothing left behind' })
    expect(await look('P28')).to.deep.equal({ state: 'kept', figure: 'the longest wait was 14 days' })

    await createUser({ erasureAskedAt: daysAgo(31), erasureDueAt: daysAgo(17) })
    expect(await look('P24')).to.include({ state: 'broken' })
    expect(await look('P28')).to.include({ state: 'broken' })
  })

  it('active accounts sees that no period is set for them (P27)', async () => {
    await createUser()
    expect(await look('P27')).to.deep.equal({ state: 'kept', figure: '1 active account, no period set for any' })
  })

  it('age sees the gate that the database itself keeps, and says what is not built (P38)', async () => {
    await createUser()
    expect(await look('P38')).to.deep.equal({
      state: 'watched',
      figure: '1 account, each past the gate; a form for guardians is still to come',
    })
  })

  it('the audit itself notices a night that it missed (P35)', async () => {
    for (const days of [1, 2, 3]) await checkedOn(daysAgo(days))
    expect(await look('P35')).to.include({ state: 'watched' })

    await checkedOn(daysAgo(5))
    expect(await look('P35')).to.deep.equal({ state: 'broken', figure: '1 night of the last 5 missed' })
  })
})

function checkedOn(checkedAt: Date) {
  return PromiseCheck.create({ promise: 'P33', state: 'kept', figure: '4 hashes', checkedAt })
}
