import { expect } from 'chai'
import { StripeRedaction, User } from '../../src/models/index.ts'
import { tablesAboutPeople } from '../../src/privacy/data-map.ts'
import { ErasureService } from '../../src/services/privacy/erasure/erasure-service.ts'
import { RetentionService } from '../../src/services/privacy/retention/retention-service.ts'
import { alice, type Canary, everythingStored, releaseCanaries } from '../support/canaries.ts'

/** What an erasure is known by, which says nothing about anyone once they are gone. */
const itsOwn = ['users.subject_id', 'users.erasure_asked_at', 'users.erasure_due_at']

/** Stripe's own numbers, as long as Stripe has to be told to forget what they stand for. */
const toBeForgotten = 'stripe_redactions.objects'

/** What somebody took of her courses stays with them, and a session with whom she met: without her name. */
const shared = tablesAboutPeople.filter(({ section }) => section === 'teaching' || section === 'sessions')
const isShared = (where: string) => shared.some(({ name }) => name === where.split('.')[0])

/** Derived from the declarations alone: a new personal column is covered by being declared. */
describe('An erasure, column by column', () => {
  let hers: Canary[]
  let bobs: Canary[]

  beforeEach(async () => {
    const canaries = (await releaseCanaries()).filter(({ where }) => !itsOwn.includes(where))
    hers = canaries.filter(({ owner }) => owner === alice)
    bobs = canaries.filter(({ owner }) => owner !== alice)
    const user = await User.findByPk(alice, { rejectOnEmpty: true })
    expect(await new ErasureService().erase(user, new Date())).to.include({ status: 'erased' })
  })

  it('leaves nothing of Alice but what is declared to stay without her (P28)', async () => {
    const stored = await everythingStored()

    for (const { text, where, survives } of hers) {
      const isKnown = (place: string) => place === toBeForgotten && where.includes('stripe')
      const places = stored.filter((column) => column.text.includes(text) && !isKnown(column.where))
      expect(
        places.map((column) => column.where),
        where,
      ).to.deep.equal(survives ? [where] : [])
    }
  })

  it('takes her id out of every text of her own, whoever wrote it', async () => {
    const scrubbed = hers.filter(({ column, survives }) => survives && column.onErasure?.is === 'scrubbed')
    const stored = new Map((await everythingStored()).map(({ where, text }) => [where, text]))

    expect(scrubbed).not.to.deep.equal([])
    for (const { text, where } of scrubbed) {
      expect(stored.get(where), where)
        .to.contain(`${text} mentions [removed]`)
        .and.not.to.contain(`${text} mentions ${alice}`)
    }
  })

  it('touches nothing of Bob', async () => {
    const stored = new Map((await everythingStored()).map(({ where, text }) => [where, text]))

    for (const { text, where, goesWithOther } of bobs) {
      if (!goesWithOther) expect(stored.get(where), where).to.contain(text)
    }
  })

  it('leaves nothing at all once everything is past its time, ten years on (P29, P30)', async () => {
    const inTenYears = new Date()
    inTenYears.setUTCFullYear(inTenYears.getUTCFullYear() + 10)

    await StripeRedaction.update({ state: 'done', doneAt: new Date(), objects: {} }, { where: {} }) // as Stripe has said
    await new RetentionService().deleteExpired(inTenYears)

    const stored = await everythingStored()
    for (const { text, where } of hers.filter(({ where }) => !isShared(where))) {
      expect(
        stored.filter((column) => column.text.includes(text)),
        where,
      ).to.deep.equal([])
    }
  })
})
