import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { AxeResults } from 'axe-core'
import { expect } from 'chai'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { createApp } from '../../src/app.ts'
import { drainQueue } from '../../src/jobs/queue.ts'
import { User } from '../../src/models/index.ts'
import { launchBrowser } from '../support/browser.ts'
import * as create from '../support/factories.ts'

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')

describe('Your data, in a browser', () => {
  let server: Server
  let browser: Browser
  let origin: string

  before(async () => {
    server = createApp().listen(0)
    await once(server, 'listening')
    origin = `http://localhost:${(server.address() as AddressInfo).port}`
    browser = await launchBrowser()
  })

  after(async () => {
    await browser.close()
    server.close()
    server.closeAllConnections()
  })

  it('is packed at the press of a button, and says so by itself when it is ready (P20, P21)', async () => {
    const page = await (await signIn({})).newPage()
    await page.goto(`${origin}/settings/privacy`)
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
    await page.goto(`${origin}/settings/privacy`)
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
        await page.goto(origin + path)
        await page.locator('details').evaluateAll((all) => {
          for (const one of all) one.setAttribute('open', '')
        })

        expect(await page.evaluate('document.documentElement.scrollWidth'), path).to.be.at.most(width)
        expect(await violations(page), path).to.deep.equal([])
      }
    }).timeout(60_000)
  }

  async function signIn(options: Parameters<Browser['newContext']>[0]): Promise<BrowserContext> {
    const alice = await create.createUser({ name: 'Alice', email: 'alice@example.com', bio: 'I plane boards.' })
    await create.createDisclosure({ userId: alice.id })
    const context = await browser.newContext(options)
    const page = await context.newPage()
    await page.goto(`${origin}/login`)
    await page.getByLabel('Email').fill(alice.email)
    await page.getByLabel('Password').fill(create.PASSWORD)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL(/settings/)
    await page.close()
    return context
  }
})

async function anExport() {
  const alice = await User.findOne({ where: { email: 'alice@example.com' }, rejectOnEmpty: true })
  return (await create.createExport({ userId: alice.id, status: 'packing', parts: 6, partsDone: 2 })).id
}

async function violations(page: Page) {
  await page.evaluate(axe)
  const { violations } = (await page.evaluate('axe.run()')) as AxeResults
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}
