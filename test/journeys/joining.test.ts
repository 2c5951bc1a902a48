import { expect } from 'chai'
import { drainQueue } from '../../src/jobs/queue.ts'
import { PASSWORD } from '../support/factories.ts'
import { mailbox } from '../support/mailbox.ts'
import { openSite } from '../support/site.ts'

const button = 'main form button'

describe('Somebody joins, in a browser', () => {
  const site = openSite()

  for (const javaScriptEnabled of [true, false]) {
    it(`registers, confirms the address, signs in and out, with JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, async () => {
      const page = await site.visit({ javaScriptEnabled })

      await page.goto('/register')
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
      await page.goto(letter!.links[0]!)
      await page.click(button)
      await page.waitForURL('**/login')
      expect(await page.textContent('#flash')).to.contain('your address is confirmed')

      await page.fill('#email', 'alice@example.com')
      await page.fill('#password', PASSWORD)
      await page.click(button)
      await page.waitForURL('**/settings/profile')
      expect(await page.inputValue('#name')).to.equal('Alice Okafor')

      await page.click('text=Sign out')
      await page.waitForURL(`${site.origin}/`)
      await page.goto('/settings/profile')
      expect(new URL(page.url()).pathname).to.equal('/login')
    }).timeout(90_000)
  }
})
