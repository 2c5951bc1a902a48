import { expect } from 'chai'
import { inhabit } from '../../support/house.ts'
import { paidByCard } from '../../support/shop-house.ts'
import { openSite } from '../../support/site.ts'
import { openStripe } from '../../support/stripe.ts'
import { startingPoints, walks } from '../../support/walk.ts'

const people = [
  { who: 'a mentee', role: 'mentee', audiences: ['holders', 'attendees', 'members'] },
  { who: 'a mentor', role: 'mentor', audiences: ['mentors'] },
] as const

describe('Every page, in a browser', () => {
  const site = openSite()
  const account = openStripe()
  const walk = walks(site.origin)

  for (const { who, role, audiences } of people) {
    it(`that ${who} can reach reads well for everyone at 320 pixels and asks nobody else (P05, P37)`, async () => {
      const narrow = { viewport: { width: 320, height: 900 }, reducedMotion: 'reduce' } as const
      const person = await inhabit(role)
      const context = await site.browseAs(person, narrow)
      const starting = await startingPoints((audience) => audiences.includes(audience as never))

      const problems = await walk(context, [...(await paidByCard(account, person)), ...starting])

      expect(problems).to.deep.equal([])
    }).timeout(240_000)
  }
})
