import { config } from '../../src/config.ts'
import { Invoice, InvoiceSeries } from '../../src/models/index.ts'
import { digestOf } from '../../src/services/shop/invoices/digest.ts'
import { idOr, type Some } from './course-factories.ts'
import { createUser } from './factories.ts'
import { createOrder } from './shop-factories.ts'

const body: Invoice['body'] = {
  seller: config.seller,
  orderNumber: 'T-000001',
  paidOn: '2026-11-25',
  lines: [],
  taxes: [{ rate: 1900, netMinor: 4118, taxMinor: 782 }],
}

export async function createInvoice(overrides: Some<Invoice> = {}) {
  const [series] = await InvoiceSeries.findOrCreate({
    where: { series: 'test' },
    defaults: { series: 'test', next: 1 },
  })
  const running = series.next
  await series.update({ next: running + 1 })
  const invoice = Invoice.build({
    ...{ series: 'test', running, number: `test-${running}`, kind: 'invoice' },
    ...{ country: 'DE', currency: 'EUR', totalMinor: 4900, taxMinor: 782, body, digest: Buffer.alloc(0) },
    ...overrides,
    orderId: overrides.orderId ?? (await createOrder()).id,
    buyerId: await idOr(overrides.buyerId, createUser),
  })
  invoice.digest = digestOf(invoice)
  return invoice.save()
}
