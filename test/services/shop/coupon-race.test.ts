import { expect } from 'chai'
import { sequelize } from '../../../src/db/sequelize.ts'
import { type Coupon, CouponUse, type Order } from '../../../src/models/index.ts'
import { redeemCoupon, releaseCoupon, reserveCoupon } from '../../../src/services/shop/coupons.ts'
import { endOrder } from '../../../src/services/shop/orders.ts'
import { createUser } from '../../support/factories.ts'
import { createCoupon, createCouponUse, createOrder } from '../../support/shop-factories.ts'

const now = new Date()
const pending = () => createOrder({ state: 'pending', paidAt: null, keptFrom: null })
const reserve = (coupon: Coupon, order: Order) => sequelize.transaction(() => reserveCoupon(coupon, order, now))

/** The sentences of those who were refused. */
async function refusalsOf(orders: Order[], coupon: Coupon) {
  const outcomes = await Promise.allSettled(orders.map((order) => reserve(coupon, order)))
  return outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [String(outcome.reason.message)] : []))
}

describe('A coupon for ten', () => {
  it('lets ten of forty buyers through who want it at once, and the next when one of them lets go', async () => {
    const coupon = await createCoupon({ most: 10 })
    const orders: Order[] = []
    for (let buyer = 0; buyer < 40; buyer++) orders.push(await pending())

    const refusals = await refusalsOf(orders, coupon)
    expect(refusals).to.deep.equal(Array(30).fill('This coupon has been used as often as it could be'))
    expect(await CouponUse.count({ where: { state: 'reserved' } })).to.equal(10)
    expect((await coupon.reload()).used).to.equal(10)

    const kept = await CouponUse.findAll({ where: { state: 'reserved' } })
    const lucky = orders.find(({ id }) => id === kept[0]!.orderId)!
    await Promise.all([releaseCoupon(lucky), releaseCoupon(lucky)])
    expect((await coupon.reload()).used).to.equal(9)
    expect(await refusalsOf([await pending(), await pending()], coupon)).to.have.lengthOf(1)
  })

  it('counts for each person as often as it says, however fast they are, and leaves the cart once it is used up', async () => {
    const coupon = await createCoupon({ each: 2 })
    const { id: memberId } = await createUser()
    await createCouponUse({ couponId: coupon.id, memberId })
    const orders: Order[] = []
    for (const state of ['expired', 'expired', 'expired', 'pending'] as const) {
      orders.push(await createOrder({ state, paidAt: null, keptFrom: null, buyerId: memberId }))
    }

    expect(await refusalsOf(orders, coupon)).to.deep.equal(
      Array(2).fill('You have used this coupon as often as one person may'),
    )
    expect((await coupon.reload()).used).to.equal(2)
    for (const order of orders) await redeemCoupon(order)
    await releaseCoupon(orders[0]!)
    expect((await CouponUse.findAll()).map(({ state }) => state)).to.deep.equal(['redeemed', 'redeemed'])
    expect((await coupon.reload()).used).to.equal(2)
  })

  it('is used up by who pays after letting it go, though others have taken it meanwhile; another stays in their cart', async () => {
    const coupon = await createCoupon({ most: 1 })
    const [late, other] = [await pending(), await pending()]
    const chosen = await createCouponUse({ memberId: late.buyerId! })
    await reserve(coupon, late)
    await endOrder(late)
    await reserve(coupon, other)
    await redeemCoupon(late)

    const uses = await CouponUse.findAll({ where: { couponId: coupon.id }, order: ['id'] })
    expect(uses.map(({ state }) => state)).to.deep.equal(['redeemed', 'reserved'])
    expect((await coupon.reload()).used).to.equal(2)
    expect((await chosen.reload()).state).to.equal('chosen')
  })
})
