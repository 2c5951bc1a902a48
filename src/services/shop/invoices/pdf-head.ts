import { config } from '../../../config.ts'
import type { TaggedDocument } from '../../../lib/document.ts'
import { timeInWords } from '../../../lib/times.ts'
import { hairline, LEAF, LEFT, MIDDLE, mark, RIGHT, SOFT } from './pdf-paper.ts'
import { addressee, addressLines, type Printable } from './printable.ts'

const countries = new Intl.DisplayNames('en-GB', { type: 'region' })
const day = (instant: Date | string) => timeInWords(new Date(instant), 'UTC', 'day')

/** Who sells, to whom, and which document this is. Answers where it ends. */
export function headed(paper: TaggedDocument, printable: Printable) {
  const { invoice } = printable
  mark(paper, LEFT, 56)
  paper.place(config.siteName, { x: LEFT + 36, y: 58, width: 200, size: 18, colour: LEAF })
  const title = invoice.kind === 'credit note' ? 'Credit note' : 'Invoice'
  paper.place(title, { x: RIGHT - 260, y: 51, width: 260, size: 28, align: 'right' }, 'H1')
  hairline(paper, LEFT, 100, RIGHT)

  const columns = [parties(paper, printable), facts(paper, printable)]
  return Math.max(...columns) + 26
}

function parties(paper: TaggedDocument, { invoice }: Printable) {
  const { seller } = invoice.body
  const to = addressee(invoice)
  const blocks = [
    { label: 'Sold by', ...seller, lines: addressLines(seller.address) },
    ...(to ? [{ label: 'To', ...to, country: invoice.country, vatId: invoice.vatId }] : []),
  ]
  let y = 118
  for (const { label, name, lines, country, vatId } of blocks) {
    y = paper.place(label, { x: LEFT, y, width: 230, size: 9, colour: SOFT }, 'H2') + 2
    for (const line of [name, ...lines, countries.of(country)!, ...(vatId ? [`VAT id ${vatId}`] : [])]) {
      y = paper.place(line, { x: LEFT, y, width: 230, size: line === name ? 12 : 10 }) + 1
    }
    y += 14
  }
  return y
}

function facts(paper: TaggedDocument, { invoice, replaces }: Printable) {
  const { body, kind } = invoice
  const refers = body.corrects && !replaces ? `${body.corrects.number} of ${day(body.corrects.issuedOn)}` : undefined
  const stands = replaces && `${replaces.number} of ${day(replaces.issuedAt)}`
  const rows = Object.entries({
    Number: invoice.number,
    Issued: day(invoice.issuedAt),
    ...(kind === 'invoice' && { Paid: day(body.paidOn) }),
    Order: body.orderNumber,
    ...(refers && {
      [kind === 'invoice' ? 'Takes back' : 'Credits invoice']: refers,
      Because: reasons[body.corrects!.because],
    }),
    ...(stands && { 'In place of': stands }),
    ...(!addressee(invoice) && { 'Taxed in': countries.of(invoice.country)! }),
  })
  const x = MIDDLE
  let y = 118
  for (const [what, value] of rows) {
    paper.place(what, { x, y, width: 90, colour: SOFT })
    y = paper.place(value, { x: x + 92, y, width: RIGHT - x - 92 }) + 3
  }
  return y
}

const reasons: Record<string, string> = {
  correction: 'It is issued anew, with what was wrong put right',
  refund: 'Money went back to you',
  'refund came back': 'The money came back to us',
}
