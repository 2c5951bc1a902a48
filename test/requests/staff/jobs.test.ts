import { expect } from 'chai'
import { schedule } from '../../../src/jobs/schedule.ts'
import { Alarm, JobRun } from '../../../src/models/index.ts'
import { createUser } from '../../support/factories.ts'
import { html, signedIn } from '../../support/visitor.ts'

const at = (time: string) => new Date(`2026-11-22T${time}Z`)

describe('GET /staff/jobs', () => {
  it('shows an officer every job, the failed ones first, with what they did and how long it took', async () => {
    const petra = await signedIn(await createUser({ role: 'privacy' }))
    const done = {
      startedAt: at('05:10:00'),
      finishedAt: at('05:10:02.500'),
      outcome: 'done',
      detail: { kept: 30 },
    } as const
    await JobRun.create({ job: 'audit-promises', scheduledFor: at('05:10:00'), ...done })
    const failed = { startedAt: at('04:10:00'), finishedAt: at('04:10:01'), outcome: 'failed' } as const
    await JobRun.create({
      job: 'enforce-retention',
      scheduledFor: at('04:10:00'),
      ...failed,
      detail: { error: 'Error' },
    })

    const $ = html(await petra.visit('/staff/jobs').expect(200))

    expect(
      $('h2 code')
        .toArray()
        .map((name) => $(name).text()),
    ).to.have.members(schedule.map(({ name }) => name))
    expect($('h2 code').first().text()).to.equal('enforce-retention')
    const audit = $('#audit-promises').closest('section')
    expect(audit.text()).to.contain('every day at').and.contain('2.5 s').and.contain('kept: 30')
  })

  it('is not for support, nor for members', async () => {
    for (const role of ['support', 'mentee'] as const) {
      await (await signedIn(await createUser({ role }))).visit('/staff/jobs').expect(403)
    }
  })
})

describe('POST /staff/alarms/:id/resolution', () => {
  it('turns an alarm off and keeps who did', async () => {
    const petra = await createUser({ role: 'privacy' })
    const alarm = await Alarm.ring('promise broken', 'P34')
    const browser = await signedIn(petra)
    expect((await browser.visit('/staff/jobs')).text).to.contain('P34')

    const answer = await browser.submit(`/staff/alarms/${alarm.id}/resolution`, {}, { from: '/staff/jobs' })

    expect(answer.status).to.equal(303)
    expect((await alarm.reload()).resolvedBy).to.equal(petra.id)
    expect((await browser.visit('/staff/jobs')).text).not.to.contain('P34')
  })

  it('knows no alarm that is off already, or never was', async () => {
    const browser = await signedIn(await createUser({ role: 'privacy' }))

    const answer = await browser.submit('/staff/alarms/nonsense/resolution', {}, { from: '/staff/jobs' })

    expect(answer.status).to.equal(404)
  })
})
