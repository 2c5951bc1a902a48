/**
 * Somebody buys what is in their cart and pays, as fast as can be, in a process of its own; it kills itself before its n-th
 * step. A step is a statement to PostgreSQL or a request to Stripe. Run to the end it says how many there were.
 */
import http from 'node:http'
import pg from 'pg'
import { config } from '../../../src/config.ts'
import { connectDatabase } from '../../../src/db/database.ts'
import { Order, User } from '../../../src/models/index.ts'
import { checkoutService } from '../../../src/services/shop/checkout-service.ts'
import { settle } from '../../../src/services/shop/settle.ts'

const { BUYER, CLIENT_TOKEN, KILL_AT } = process.env
await connectDatabase(config.databaseUrl!)
const buyer = await User.findByPk(BUYER!, { rejectOnEmpty: true })

let steps = 0
function step() {
  if (++steps === Number(KILL_AT)) process.kill(process.pid, 'SIGKILL')
}
const { query } = pg.Client.prototype
pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
  step()
  return Reflect.apply(query, this, args)
} as typeof query
const { request } = http
http.request = ((...args: Parameters<typeof request>) => {
  step()
  return request(...args)
}) as typeof request

const nobody = { buyerName: null, buyerAddress: null, company: null, companyAddress: null, vatId: null }
const billing = { country: 'DE', rememberCard: false, clientToken: CLIENT_TOKEN!, agreed: '4900', ...nobody }
const way = await checkoutService.buy(buyer, billing, new Date())
if (!('to' in way)) throw new Error(way.sentence)
if (way.to.startsWith('http')) {
  step()
  await fetch(way.to, {
    method: 'POST',
    body: new URLSearchParams({ card: '4242 4242 4242 4242' }),
    redirect: 'manual',
  })
}
step()
await settle((await Order.findOne({ where: { clientToken: CLIENT_TOKEN! } }))!.id, new Date())
process.stdout.write(`in ${steps} steps\n`)
process.exit()
