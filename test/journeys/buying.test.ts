import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { drainQueue } from '../../src/jobs/queue.ts'
import { Order } from '../../src/models/index.ts'
import { createCourse } from '../support/course-factories.ts'
import { createUser } from '../support/factories.ts'
import { offered } from '../support/sessions-world.ts'
import { openSite } from '../support/site.ts'
import { card, openStripe } from '../support/stripe.ts'

describe('Somebody buys a course and a session, puts the invoice right, and gives the course back', () => {
  const site = openSite()
  const account = openStripe()

  for (const javaScriptEnabled of [true, false]) {
    it(`with JavaScript ${javaScriptEnabled ? 'on' : 'off'} (P03, P16, P23, P34)`, async () => {
      const { mentor } = await offered({ priceMinor: 4500, needsApproval: true })
      await createCourse({ authorId: mentor.id, title: 'Joints that hold', slug: 'joints', priceMinor: 4900 })
      const alice = await createUser({ name: 'Alice Ashby', timeZone: 'Europe/Berlin' })
      const page = await (await site.browseAs(alice, { javaScriptEnabled })).newPage()
      page.setDefaultTimeout(8_000)
      const press = (name: string) => page.locator('main').getByRole('button', { name, exact: true }).click()
      const reads = (words: string) => page.locator('main').getByText(words).first().waitFor()

      await page.goto('/courses/joints')
      await press('Put into the cart')
      await page.goto('/mentors/tomas/times')
      await page.locator('[name=start]').first().check({ force: true })
      await page.getByLabel('What would you like to work on?').fill('A joint that will not close.')
      await press('Hold this time')
      await page.waitForURL('**/cart')
      await page.getByRole('link', { name: 'Go to the checkout' }).click()
      await page.getByLabel('I agree to the terms').check()
      await page.getByRole('button', { name: 'Pay €94.00 at Stripe' }).click()
      await pay(page, card.declined)
      await page.getByRole('alert').waitFor()
      await pay(page, card.asks)
      await page.getByRole('button', { name: 'It is me' }).click()
      await page.waitForURL('**/checkout/return?**')
      await reads('Thank you.')
      await tell()

      await page.goto('/purchases')
      await page.locator('.ledger').getByRole('link').click()
      await page.getByRole('link', { name: 'Put it right' }).click()
      await page.getByLabel('The invoice names somebody').check()
      await page.getByLabel('Name', { exact: true }).fill('Alice Ashby')
      await page.getByLabel('Address', { exact: true }).fill('1 High Street, Norwich')
      await press('Issue it again')
      await page.waitForURL('**/purchases/*')
      expect(
        await page.locator('a[href$=".pdf"]').count(),
        'the first, its credit note, and the one that stands',
      ).to.equal(3)

      const order = (await Order.findOne({ rejectOnEmpty: true }))!
      const dispute = account.dispute(order.stripePayment!)
      await tell()
      await page.reload()
      await reads('Asked back by a bank')
      expect(await page.getByRole('button', { name: 'Give it back' }).count()).to.equal(0)
      account.decide(dispute.id, 'won')
      await tell()

      await page.reload()
      await page.getByLabel('Why').fill('It was too easy')
      await press('Give it back')
      await page.locator('#flash').getByText('on its way back to you').waitFor()
      await tell()
      await page.reload()
      await reads('€49.00 went back to you.')
      await reads('Part of it given back')
      expect((await page.goto('/learn/joints'))!.status(), 'the course is closed again').not.to.equal(200)
    }).timeout(60_000)
  }

  /** All that happened at Stripe, told again and again, and whatever follows from it. */
  async function tell() {
    for (const event of account.events()) await account.tell(event)
    await drainQueue()
  }
})

async function pay(page: Page, number: string) {
  await page.getByLabel('Card number').fill(number)
  await page.getByRole('button', { name: /^Pay €/ }).click()
}
