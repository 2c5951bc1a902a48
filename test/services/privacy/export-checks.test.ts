import { createHash } from 'node:crypto'
import { expect } from 'chai'
import { files } from '../../../src/gateways/files.ts'
import type { PromiseNumber } from '../../../src/privacy/promises.ts'
import { checks } from '../../../src/services/privacy/promises/checks/index.ts'
import type { OwnSite } from '../../../src/services/privacy/promises/checks/own-site.ts'
import { type Trial, trialExport } from '../../../src/services/privacy/promises/checks/trial-export.ts'
import { createLesson } from '../../support/course-factories.ts'
import { createExport, createStoredFile, createTicket, createTicketReply, createUser } from '../../support/factories.ts'
import { createComment, createReview } from '../../support/learning-factories.ts'

const now = new Date()
const daysAgo = (days: number) => new Date(now.getTime() - days * 24 * 60 * 60 * 1000)
const noSite = {} as OwnSite

const look = (promise: PromiseNumber, change = (trial?: Trial) => trial) =>
  checks[promise]!({ now, site: noSite, trial: async () => change(await trialExport(now)) })

const without = (name: string) => (trial?: Trial) => ({
  person: trial!.person,
  files: trial!.files.filter(({ file }) => !file.includes(name)),
})

describe('The check of exports', () => {
  it('packs one to try it, and finds the account and a schema for every file in it (P15, P26)', async () => {
    await createUser()

    expect((await look('P15')).figure).to.match(/^an export tried tonight: \d\d files$/)
    expect(await look('P15', without('account.json'))).to.include({ state: 'broken' })
    expect(await look('P26')).to.include({ state: 'kept' })
    expect(await look('P26', without('sessions.schema.json'))).to.include({ state: 'broken' })
  })

  it('counts the conversations (P17)', async () => {
    const alice = await createUser()
    const ticket = await createTicket({ requesterId: alice.id })
    await createTicketReply({ ticketId: ticket.id, requesterId: alice.id })

    const figure = '1 conversation, 1 text in the export tried tonight'
    expect(await look('P17')).to.deep.equal({ state: 'kept', figure })
    expect(await look('P17', without('.txt'))).to.include({ state: 'broken' })
  })

  it('takes no text that somebody attached for a conversation (P17)', async () => {
    const alice = await createUser()
    const { id: ticketId } = await createTicket({ requesterId: alice.id })
    const { id: replyId } = await createTicketReply({ ticketId, requesterId: alice.id })
    const attached = { purpose: 'attachment', name: 'notes.txt', mediaType: 'text/plain' } as const
    const { storageKey } = await createStoredFile({ ...attached, ownerId: alice.id, ticketId, replyId })
    await files.put(storageKey, Buffer.from('abc'))

    const figure = '1 conversation, 1 text in the export tried tonight'
    expect(await look('P17')).to.deep.equal({ state: 'kept', figure })
  })

  it('looks for the reviews and comments (P18)', async () => {
    const lesson = await createLesson()
    const alice = await createUser()
    expect(await look('P18')).to.include({ state: 'kept' })
    await createReview({ writerId: alice.id, courseId: lesson.courseId })
    await createComment({ writerId: alice.id, lessonId: lesson.id })

    const figure = '1 review, 1 comment in the export tried tonight'
    expect(await look('P18')).to.deep.equal({ state: 'kept', figure })
    for (const name of ['reviews', 'comments']) {
      expect(await look('P18', without(`words/${name}.json`))).to.include({ state: 'broken' })
    }
  })

  it('compares each upload with what came (P19)', async () => {
    await createUser()
    expect(await look('P19')).to.deep.equal({ state: 'watched', figure: 'nobody has given us a file yet' })

    const sha256 = createHash('sha256').update('abc').digest('hex')
    const { storageKey } = await createStoredFile({ sha256 })
    await files.put(storageKey, Buffer.from('abc'))
    expect(await look('P19')).to.deep.equal({
      state: 'kept',
      figure: '1 of 1 upload the same in the export tried tonight',
    })

    await files.put(storageKey, Buffer.from('abd'))
    expect(await look('P19')).to.include({ state: 'broken' })
  })

  it('says so while there is nobody to try it with (P15)', async () => {
    expect(await look('P15')).to.deep.equal({ state: 'watched', figure: 'no account to try it with yet' })
  })

  it('worries about a request after a week, and calls it broken when it is late (P20)', async () => {
    expect(await look('P20')).to.deep.equal({ state: 'kept', figure: 'no export is waiting' })

    const request = await createExport({ createdAt: daysAgo(8), dueAt: daysAgo(-22) })
    expect(await look('P20')).to.deep.equal({ state: 'watched', figure: '1 export waiting, the oldest for 8 days' })

    await request.update({ dueAt: daysAgo(1) })
    expect(await look('P20')).to.deep.equal({ state: 'broken', figure: '1 export late' })
  })

  it('finds the ticket of every request (P21)', async () => {
    const alice = await createUser()
    const ticket = await createTicket({ requesterId: alice.id, category: 'export', queue: 'privacy' })
    await createExport({ userId: alice.id, ticketId: ticket.id })
    expect(await look('P21')).to.include({ state: 'kept' })

    await createExport()
    expect(await look('P21')).to.deep.equal({ state: 'broken', figure: '2 requests, 1 open without a ticket' })
  })
})
