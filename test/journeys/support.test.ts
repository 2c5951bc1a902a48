import { expect } from 'chai'
import sharp from 'sharp'
import { drainQueue } from '../../src/jobs/queue.ts'
import { createUser } from '../support/factories.ts'
import { mailbox } from '../support/mailbox.ts'
import { openSite } from '../support/site.ts'

describe('A visitor asks, is answered, and reads it', () => {
  const site = openSite()

  for (const javaScriptEnabled of [true, false]) {
    it(`with JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, async () => {
      const charlie = await createUser({ name: 'Charlie', role: 'support' })
      const ann = await site.visit({ javaScriptEnabled })
      const desk = await (await site.browseAs(charlie, { javaScriptEnabled })).newPage()

      await ann.goto('/support/new')
      await ann.getByLabel('Your email').fill('ann@example.org')
      await ann.getByLabel('What is it about?').selectOption('booking')
      await ann.getByLabel('Subject').fill('Do I need a camera?')
      await ann.getByLabel('Your question').fill('See what I have.')
      const buffer = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'teal' } })
        .png()
        .toBuffer()
      await ann.getByLabel('Files').setInputFiles({ name: 'desk.png', mimeType: 'image/png', buffer })
      await ann.getByRole('button', { name: 'Send' }).click()
      expect(await ann.locator('#flash').textContent()).to.contain('letter')

      const opened = await letter('We have your question')
      expect(opened.text).to.not.contain('camera')

      await desk.goto('/staff')
      await desk.getByRole('link', { name: 'Do I need a camera?' }).click()
      expect(await desk.locator('.ticket').textContent())
        .to.contain('See what I have.')
        .and.contain('desk.png')
      await desk.getByLabel('To who asked').fill('A microphone is enough.')
      await desk.getByRole('button', { name: 'Send' }).click()
      expect(await desk.locator('#flash').textContent()).to.contain('sent')

      const answered = await letter('Support has answered you')
      expect(answered.text).to.not.contain('microphone')
      await ann.context().clearCookies()
      await ann.goto(answered.links.find((link) => link.includes('?key='))!)
      expect(await ann.locator('.ticket').textContent()).to.contain('A microphone is enough.')

      const download = ann.waitForEvent('download')
      await ann.getByRole('link', { name: 'desk.png' }).click()
      expect((await download).suggestedFilename()).to.equal('desk.png')

      await ann.getByLabel('Your answer').fill('Thank you!')
      await ann.getByRole('button', { name: 'Send' }).click()
      expect(await ann.locator('.ticket').textContent()).to.contain('Thank you!')
      await ann.getByRole('button', { name: 'Close this ticket' }).click()
      expect(await ann.getByRole('heading', { name: 'This ticket is closed' }).isVisible()).to.equal(true)
      expect(await ann.context().cookies()).to.deep.equal([])
    }).timeout(60_000)
  }
})

async function letter(subject: string) {
  await drainQueue()
  return (await mailbox()).find((each) => each.subject === subject)!
}
