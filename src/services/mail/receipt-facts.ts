import { config } from '../../config.ts'
import { money } from '../../lib/money.ts'
import { Invoice, type Mail, OrderItem, User } from '../../models/index.ts'
import { disclose, pick } from '../privacy/disclosure-service.ts'

/** What a receipt tells: what was bought, what it came to, and where its invoice is. Not once its buyer has left. */
export async function receiptFacts(mail: Mail) {
  const invoice = await Invoice.findByPk(mail.aboutId ?? undefined)
  const user = invoice?.buyerId && (await User.findByPk(invoice.buyerId))
  if (!user) return undefined

  const ids = invoice.body.lines.map(({ itemId }) => itemId)
  const items = await OrderItem.findAll({ where: { id: ids }, order: ['createdAt', 'id'] })
  const [{ email, name }, ...bought] = await disclose(
    'mail',
    mail.template,
    user.id,
    pick(user, 'email', 'name'),
    ...items.map((item) => pick(item, 'title')),
  )
  const { number, totalMinor, currency, body } = invoice
  const titles = bought.map(({ title }) => title)
  const link = `${config.baseUrl}/invoices/${number}.pdf`
  return { to: email, name, titles, number, order: body.orderNumber, total: money(totalMinor, currency), link }
}
