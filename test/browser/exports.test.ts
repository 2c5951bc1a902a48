import { expect } from 'chai'
import type { BrowserContextOptions } from 'playwright-core'
import { drainQueue } from '../../src/jobs/queue.ts'
import { User } from '../../src/models/index.ts'
import * as create from '../support/factories.ts'
import { overflow, violations } from '../support/page-checks.ts'
import { openSite } from '../support/site.ts'

describe('Your data, in a browser', () => {
  const site = openSite()

  it('is packed at the press of a button, and says so by itself when it is ready (P20, P21)', async () => {
    const page = await (await signIn({})).newPage()
    await page.goto('/settings/privacy')
    await page.getByRole('button', { name: 'Pack everything for me' }).click()
    await page.getByText('Waiting to be packed').waitFor()

    await drainQueue()

    await page.getByRole('link', { name: 'Fetch it' }).waitFor()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Fetch it' }).click(),
    ])
    expect(download.suggestedFilename()).to.match(/^trellis-export-[0-9-]+\.zip$/)
  }).timeout(60_000)

  it('is packed without JavaScript too', async () => {
    const page = await (await signIn({ javaScriptEnabled: false })).newPage()
    await page.goto('/settings/privacy')
    await page.getByRole('button', { name: 'Pack everything for me' }).click()
    await drainQueue()
    await page.getByRole('link', { name: 'Look again' }).click()

    expect(await page.getByRole('link', { name: 'Fetch it' }).count()).to.equal(1)
  }).timeout(60_000)

  for (const width of [1280, 320]) {
    it(`reads well for everyone at ${width} pixels`, async () => {
      const context = await signIn({ viewport: { width, height: 900 }, reducedMotion: 'reduce' })
      const page = await context.newPage()
      const paths = ['/privacy/data-map', '/settings/privacy', `/exports/${await anExport()}`]
      for (const path of paths) {
        await page.goto(path)
        await page.locator('details').evaluateAll((all) => {
          for (const one of all) one.setAttribute('open', '')
        })

        expect(await overflow(page), path).to.equal(0)
        expect(await violations(page), path).to.deep.equal([])
      }
    }).timeout(60_000)
  }

  async function signIn(options: BrowserContextOptions) {
    const alice = await create.createUser({ name: 'Alice', email: 'alice@example.com', bio: 'I plane boards.' })
    await create.createDisclosure({ userId: alice.id })
    return site.browseAs(alice, options)
  }
})

async function anExport() {
  const alice = await User.findOne({ where: { email: 'alice@example.com' }, rejectOnEmpty: true })
  return (await create.createExport({ userId: alice.id, status: 'packing', parts: 6, partsDone: 2 })).id
}
