import { CartItem, Coupon, CouponUse } from '../src/models/index.ts'
import type { Taught } from './courses.ts'
import { daysBefore } from './days.ts'
import { courseOf } from './learning.ts'
import type { Cast } from './people.ts'

/** What Maya is about to buy, and the coupon that lies beside it: whoever types it gets a tenth off. */
export async function seedCart(courses: Taught[], cast: Cast, now: Date) {
  const memberId = cast.id('maya')
  const { id: courseId, euros } = courseOf(courses, 'speaking-to-a-room')
  const since = { createdAt: daysBefore(now, 1) }
  await CartItem.create({ memberId, courseId, priceSeenMinor: euros * 100, currency: 'EUR', ...since })

  const long = { startsAt: daysBefore(now, 20), endsAt: daysBefore(now, -60), createdAt: daysBefore(now, 21) }
  const coupon = await Coupon.create({ code: 'TENTH', percent: 10, most: 200, createdBy: cast.id('ada'), ...long })
  await CouponUse.create({ couponId: coupon.id, memberId, ...since })
}
