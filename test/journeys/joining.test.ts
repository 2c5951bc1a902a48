import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect } from 'chai'
import type { Browser } from 'playwright-core'
import { createApp } from '../../src/app.ts'
import { drainQueue } from '../../src/jobs/queue.ts'
import { launchBrowser } from '../support/browser.ts'
import { PASSWORD } from '../support/factories.ts'
import { mailbox } from '../support/mailbox.ts'

const button = 'main form button'

describe('Somebody joins, in a browser', () => {
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

  for (const javaScriptEnabled of [true, false]) {
    it(`registers, confirms the address, signs in and out, with JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, async () => {
      const context = await browser.newContext({ javaScriptEnabled })
      const page = await context.newPage()

      await page.goto(`${origin}/register`)
      await page.fill('#name', 'Alice Okafor')
      await page.fill('#email', 'alice@example.com')
      await page.fill('#password', 'alice okafor')
      await page.check('[value=mentee]')
      await page.check('#over16')
      await page.check('#terms')
      await page.click(button)
      expect(await page.textContent('#password-error')).to.contain('Do not make it out of your name')
      await page.fill('#password', PASSWORD)
      await page.click(button)
      await page.waitForURL('**/register/sent')

      await drainQueue()
      const [letter] = await mailbox()
      await page.goto(origin + letter!.links[0]!)
      await page.click(button)
      await page.waitForURL('**/login')
      expect(await page.textContent('#flash')).to.contain('your address is confirmed')

      await page.fill('#email', 'alice@example.com')
      await page.fill('#password', PASSWORD)
      await page.click(button)
      await page.waitForURL('**/settings/profile')
      expect(await page.inputValue('#name')).to.equal('Alice Okafor')

      await page.click('text=Sign out')
      await page.waitForURL(`${origin}/`)
      await page.goto(`${origin}/settings/profile`)
      expect(new URL(page.url()).pathname).to.equal('/login')
      await context.close()
    }).timeout(90_000)
  }
})
