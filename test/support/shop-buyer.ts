import { TaxRate, type User } from '../../src/models/index.ts'
import { createCourse } from './course-factories.ts'
import { createUser } from './factories.ts'
import { createCartItem, createCoupon, createCouponUse } from './shop-factories.ts'
import { html, signedIn, type Visitor } from './visitor.ts'

/** Somebody in Berlin with two courses for 49 and 12 euros in their cart, and a tenth off. */
export async function buyer(person: Partial<User> = {}) {
  const maya = await createUser({ timeZone: 'Europe/Berlin', ...person })
  const courses = [await createCourse({ title: 'Joints', priceMinor: 4900 }), await createCourse({ priceMinor: 1200 })]
  for (const { id, priceMinor } of courses) {
    await createCartItem({ memberId: maya.id, courseId: id, priceSeenMinor: priceMinor })
  }
  const coupon = await createCoupon({ most: 1 })
  await createCouponUse({ couponId: coupon.id, memberId: maya.id })
  await TaxRate.create({ country: 'DE', rate: 1900, valid: '[2025-01-01,)' })
  const browser = await signedIn(maya)
  return { maya, browser, courses, coupon, ...forms(browser) }
}

function forms(browser: Visitor) {
  return {
    /** The form as the page shows it, agreed to. */
    async form() {
      const $ = html(await browser.visit('/checkout').expect(200))
      const value = (name: string) => String($(`main [name=${name}]`).val())
      return { country: value('country'), client_token: value('client_token'), prices: value('prices'), terms: 'on' }
    },
    send: (fields: object) => browser.submit('/checkout', fields, { from: '/settings/profile' }),
    press: (path: string) => browser.submit(path, {}, { from: '/cart' }),
  }
}
