import { Invoice, OrderItem } from '../../../models/index.ts'
import type { InvoiceLine } from '../../../models/invoice.ts'

export type Printable = { invoice: Invoice; lines: (InvoiceLine & { title: string })[]; replaces?: Replaced }
type Replaced = { number: string; issuedAt: Date }

/** Documents with all that is written on them, however many, in two statements. */
export async function printables(ids: string[]): Promise<Printable[]> {
  const invoices = await Invoice.findAll({ where: { id: ids }, include: 'corrects' })
  const itemIds = invoices.flatMap(({ body }) => body.lines.map(({ itemId }) => itemId))
  const items = await OrderItem.findAll({ where: { id: itemIds }, attributes: ['id', 'title'] })
  const titles = new Map(items.map(({ id, title }) => [id, title]))

  const found = new Map(invoices.map((invoice) => [invoice.id, invoice]))
  return ids.map((id) => {
    const invoice = found.get(id)!
    const lines = invoice.body.lines.map((line) => ({ ...line, title: titles.get(line.itemId) ?? line.kind }))
    return { invoice, lines, replaces: invoice.isSale ? (invoice.corrects ?? undefined) : undefined }
  })
}

/** Whom it is made out to, line by line; nobody on a simplified one, or once they have left. */
export function addressee({ buyerName, buyerAddress, company, companyAddress }: Invoice) {
  const [name, address] = company ? [company, companyAddress] : [buyerName, buyerAddress]
  return name ? { name, lines: addressLines(address ?? '') } : undefined
}

export function addressLines(address: string) {
  return address
    .split(/\s*[\r\n,]+\s*/)
    .map((line) => line.trim())
    .filter(Boolean)
}
