import { expect } from 'chai'
import { inhabit } from '../../support/house.ts'
import { openSite } from '../../support/site.ts'
import { startingPoints, walks } from '../../support/walk.ts'

const people = [
  { who: 'support staff', role: 'support', audiences: ['staff'] },
  { who: 'an admin, who is a privacy officer too,', role: 'admin', audiences: ['officers', 'admins'] },
] as const

describe('Every page, in a browser', () => {
  const site = openSite()
  const walk = walks(site.origin)

  for (const { who, role, audiences } of people) {
    it(`that ${who} can reach reads well for everyone at 320 pixels and asks nobody else (P05, P37)`, async () => {
      const narrow = { viewport: { width: 320, height: 900 }, reducedMotion: 'reduce' } as const
      const context = await site.browseAs(await inhabit(role), narrow)

      const problems = await walk(context, await startingPoints((audience) => audiences.includes(audience as never)))

      expect(problems).to.deep.equal([])
    }).timeout(240_000)
  }
})
