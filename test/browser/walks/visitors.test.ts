import { expect } from 'chai'
import { inhabit } from '../../support/house.ts'
import { openSite } from '../../support/site.ts'
import { startingPoints, walks } from '../../support/walk.ts'

const DOORS = /^\/(login|register|forgot|support\/new)\b/

describe('Every page, in a browser', () => {
  const site = openSite()
  const walk = walks(site.origin)

  it('that a visitor can reach reads well for everyone at 320 pixels and asks nobody else (P05, P37)', async () => {
    await inhabit('mentee')
    const context = await site.browse({ viewport: { width: 320, height: 900 }, reducedMotion: 'reduce' })

    const problems = await walk(context, await startingPoints((audience) => audience === 'anyone'), async (path) => {
      const cookies = await context.cookies()
      await context.clearCookies()
      return cookies.length > 0 && !DOORS.test(path) ? ['sets a cookie'] : []
    })

    expect(problems).to.deep.equal([])
  }).timeout(240_000)

  it('that asks who is there sends a visitor to the door, and sets no cookie on the way (P37)', async () => {
    const { request } = await site.browse()
    const paths = await startingPoints((audience) => audience !== 'anyone')

    expect(paths).to.have.lengthOf.above(10)
    for (const path of paths) {
      const headers = (await request.get(path, { maxRedirects: 0 })).headers()
      expect(headers.location, path).to.match(/^\/login/)
      expect(headers, path).to.not.have.property('set-cookie')
    }
  }).timeout(60_000)
})
